package org.wordborne.server.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.INSTANT;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.result.CostBook.SpendDraft;
import org.wordborne.server.workspace.SignedIn;

/// What leaves the house: paper, tables, links.
class ReportTest {
  private final SpokenDays spoken = new SpokenDays();
  private final LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(2);
  private final SignedIn by = new SignedIn(null, spoken.scope.workspace(), "Ruth", "owner");

  @Test
  void pdf_hostileNamesAndOtherScripts_fetchNothingAndStandAsText() throws IOException {
    try (var canary = new Canary()) {
      spend("</td><img src=\"" + canary.url() + "a.png\"><script src='" + canary.url() + "'>");
      spend("<link rel=stylesheet href=" + canary.url() + "s.css> &amp; <![CDATA[ ]]>\u0001");
      spend("Αθήνα Москва 東京 😀 <object data='file:///etc/passwd'>");

      byte[] pdf = ReportPdf.of(ReportTexts.of("en"), view(), "<b>Lantern</b>");

      try (PDDocument document = Loader.loadPDF(pdf)) {
        String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        assertThat(text).contains("<img src=", "<link rel=stylesheet", "<b>Lantern</b>");
        assertThat(text).contains("Αθήνα Москва □□ □", "drawn as □");
        assertThat(embedded(document)).isTrue();
      }
      assertThat(canary.calls()).isZero();
    }
  }

  @Test
  void pdf_markupThatPointsElsewhere_isLaidOutWithoutAsking() throws IOException {
    try (var canary = new Canary()) {
      String markup =
          "<html><head><link rel=\"stylesheet\" href=\"%1$ss.css\"/><style>@import url(%1$si.css);"
              + " body { background: url(%1$sb.png) }</style></head><body><img src=\"%1$sa.png\"/>"
              + "<img src=\"file:///etc/passwd\"/><p>still here</p></body></html>";

      byte[] pdf = PdfWriter.pdf(markup.formatted(canary.url()));

      try (PDDocument document = Loader.loadPDF(pdf)) {
        assertThat(new PDFTextStripper().getText(document)).contains("still here");
      }
      assertThat(canary.calls()).isZero();
    }
  }

  @Test
  void csv_namesThatBeginLikeFormulas_areTexts() {
    spend("=HYPERLINK(\"https://evil.example\")");

    String csv = ReportCsv.of(view());

    assertThat(csv).contains("paid,\"'=HYPERLINK(\"\"https://evil.example\"\")\",4.00 GBP,");
    assertThat(csv.lines()).noneMatch(line -> line.contains(",=") || line.contains(",\"="));
  }

  @Test
  void link_afterNewWords_showsWhatWasSent() throws Exception {
    spoken.say("ana", day, "positive");
    spoken.hear();
    var reports = ServerFixture.bean(Reports.class);
    var made = reports.make(by, new Reports.ReportDraft(null, null, null, null));

    spoken.say("ben", day, "positive");
    spoken.hear();

    var opened = open(made.link());
    assertThat(opened.statusCode()).isEqualTo(200);
    assertThat(opened.body()).contains("Heard: 1 people, 1 words.", made.hash());
    assertThat(opened.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(open(made.link() + "/report.pdf").body()).startsWith("%PDF-");
    assertThat(open(made.link() + "?lang=de").body()).contains("Was gehört wurde");

    assertThat(reports.all(spoken.scope).reports())
        .singleElement()
        .extracting(Reports.ReportRow::openUntil, INSTANT)
        .isCloseTo(made.until(), within(1, ChronoUnit.SECONDS));

    reports.withdraw(spoken.scope, made.id());
    assertThat(reports.all(spoken.scope).reports())
        .singleElement()
        .returns(null, Reports.ReportRow::openUntil);
    assertThat(open(made.link()).statusCode()).isEqualTo(410);
    assertThat(open(made.link().replaceAll(".$", "_")).statusCode()).isEqualTo(404);
  }

  @Test
  void api_wrongDaysAndFigures_areNamed() {
    var backwards = ServerFixture.get("/api/v1/results?from=2026-10-25&to=2026-10-12");
    var unknown = ServerFixture.get("/api/v1/results/words?figure=worth");
    var unpriced = ServerFixture.put("/api/v1/results/hour", Map.of("hour", "25 pounds"));

    assertThat(backwards.status()).isEqualTo(400);
    assertThat(backwards.json().path("detail").asString()).contains("2026-10-12", "2026-10-25");
    assertThat(unknown.json().path("field").asString()).isEqualTo("figure");
    assertThat(unpriced.json().path("field").asString()).isEqualTo("hour");
  }

  private void spend(String what) {
    ServerFixture.bean(CostBook.class)
        .spend(
            by, new SpendDraft(what, "240.00 GBP", day.toString(), day.toString(), 60L, "a guess"));
  }

  private ResultsView view() {
    return spoken.results(day, day, null);
  }

  private static boolean embedded(PDDocument document) throws IOException {
    for (var page : document.getPages()) {
      for (COSName name : page.getResources().getFontNames()) {
        if (!page.getResources().getFont(name).isEmbedded()) {
          return false;
        }
      }
    }
    return true;
  }

  private static HttpResponse<String> open(String url) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(url)).build();
      return http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
  }

  /// Counts who knocks.
  private static final class Canary implements AutoCloseable {
    private final AtomicInteger calls = new AtomicInteger();
    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    Canary() throws IOException {
      Thread.ofVirtual().start(this::listen);
    }

    private void listen() {
      while (!socket.isClosed()) {
        try (var _ = socket.accept()) {
          calls.incrementAndGet();
        } catch (IOException e) {
          return;
        }
      }
    }

    String url() {
      return "http://127.0.0.1:" + socket.getLocalPort() + "/";
    }

    int calls() {
      return calls.get();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
