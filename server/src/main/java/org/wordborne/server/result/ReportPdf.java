package org.wordborne.server.result;

import org.wordborne.server.publicpage.Html;

/// A report on paper.
final class ReportPdf {
  private static final String STYLE =
      """
      @page { size: A4; margin: 22mm 20mm 20mm; @bottom-right { content: counter(page) " / "
        counter(pages); font-family: 'Report'; font-size: 8pt; color: #5a5f66; } }
      body { font-family: 'Report'; font-size: 10pt; line-height: 1.4; color: #1c1f23; }
      h1 { font-size: 19pt; font-weight: normal; line-height: 1.15; margin: 0 0 4mm; }
      h2 { font-size: 12.5pt; font-weight: normal; margin: 0; }
      p { margin: 0 0 2mm; } b { font-weight: normal; }
      .brand { font-size: 9pt; color: #5a5f66; margin-bottom: 10mm; }
      .dek { font-size: 11pt; color: #3c4147; margin-bottom: 6mm; }
      .head { border-top: .6pt solid #1c1f23; padding-top: 1.5mm; margin: 7mm 0 2.5mm; }
      .small { font-size: 8.5pt; color: #5a5f66; margin-top: 1.5mm; }
      table { width: 100%; border-collapse: collapse; -fs-table-paginate: paginate; }
      th { font-weight: normal; font-size: 8.5pt; color: #5a5f66; text-align: left; }
      th, td { padding: 1.3mm 2.5mm 1.3mm 0; border-bottom: .4pt solid #c9ccd1;
        vertical-align: top; }
      tr { page-break-inside: avoid; } section { page-break-inside: auto; }
      ul { margin: 0; padding-left: 5mm; } code { font-size: 7.5pt; }
      """;

  private ReportPdf() {}

  /// The PDF of a report.
  static byte[] of(ReportTexts texts, ResultsView view, String brand) {
    Html page = Html.piece();
    var body = new ReportBody(texts, view, page);
    body.lead();
    body.write();
    page.small(texts.say("frozen", view.madeAt().toString().substring(0, 10)));
    String text = page.done();
    String drawn = PdfWriter.drawable(text);
    if (!drawn.equals(text)) {
      drawn += Html.piece().small(texts.say("lacking")).done();
    }
    String head =
        Html.piece().line(it -> it.say(brand)).done().replaceFirst("<p>", "<p class=\"brand\">");
    String title = Html.piece().say(texts.say("title") + " · " + brand).done();
    return PdfWriter.pdf(
        """
        <html lang="%s"><head><title>%s</title><style>%s</style></head><body>%s%s</body></html>\
        """
            .formatted(texts.language(), title, STYLE, PdfWriter.drawable(head), drawn));
  }
}
