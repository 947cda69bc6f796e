package org.wordborne.server.result;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.wordborne.server.publicpage.Html;
import org.wordborne.server.publicpage.PublicAnswers;
import org.wordborne.server.publicpage.PublicFrame;
import org.wordborne.server.workspace.access.Open;

/// A report, for whoever has its link.
@Controller
@Open("the token in the address was given with the report")
class ReportPage {
  private final Reports reports;

  ReportPage(Reports reports) {
    this.reports = reports;
  }

  @GetMapping("/p/v/{token}")
  ResponseEntity<String> page(
      @PathVariable String token,
      @RequestParam(required = false) @Nullable String lang,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String wished) {
    var kept = reports.open(token);
    var texts = ReportTexts.of(language(lang, wished));
    var view = kept.view();
    Html page = Html.page(PublicFrame.of(texts.say("title"), kept.brand(), texts.language()));
    var body = new ReportBody(texts, view, page);
    body.lead();
    if (view.campaign() != null && !view.effects().isEmpty()) {
      var effect = view.effects().getFirst().effect();
      if (effect.path().size() > 1) {
        page.drawing(ReportPath.of(texts, effect, view.campaign().from()));
      }
    }
    body.write();
    LocalDate made = LocalDate.ofInstant(view.madeAt(), ZoneOffset.UTC);
    page.small(texts.say("frozen", made));
    page.line(it -> it.link("PDF", "/p/v/" + token + "/report.pdf?lang=" + texts.language()));
    page.line(it -> it.say(texts.say("hash") + ": ").code(kept.hash()));
    return PublicAnswers.html(200, page);
  }

  @GetMapping("/p/v/{token}/report.pdf")
  ResponseEntity<byte[]> pdf(
      @PathVariable String token,
      @RequestParam(required = false) @Nullable String lang,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String wished) {
    var kept = reports.open(token);
    var texts = ReportTexts.of(language(lang, wished));
    return PublicAnswers.file(
        "results-" + kept.view().to() + ".pdf",
        "application/pdf",
        ReportPdf.of(texts, kept.view(), kept.brand()));
  }

  private static String language(@Nullable String lang, @Nullable String wished) {
    if (lang != null && !lang.isBlank()) {
      return lang.startsWith("de") ? "de" : "en";
    }
    return wished != null && wished.toLowerCase(Locale.ROOT).startsWith("de") ? "de" : "en";
  }
}
