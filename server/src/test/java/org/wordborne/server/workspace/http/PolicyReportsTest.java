package org.wordborne.server.workspace.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.wordborne.server.ServerFixture;
import tools.jackson.databind.json.JsonMapper;

class PolicyReportsTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String REPORT =
      """
      [{"type":"csp-violation","age":2,"url":"http://127.0.0.1/listen?query=ana","body":{
        "documentURL":"http://127.0.0.1:8080/listen?query=Ana+Silva",
        "effectiveDirective":"img-src","blockedURL":"https://evil.example/pixel?who=ana",
        "sourceFile":"http://127.0.0.1:8080/assets/index-1a2b.js","lineNumber":7,
        "sample":"Ana said","disposition":"enforce"}}]""";

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger(PolicyReports.class);

  @BeforeEach
  void listen() {
    ServerFixture.server(); // its start sets the logs up anew
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void leave() {
    logger.detachAppender(log);
  }

  @Test
  void everyAnswer_namesTheEndpoint() {
    var page = ServerFixture.send(ServerFixture.request("/").build());

    assertThat(page.header("Content-Security-Policy")).endsWith("; report-to csp");
    assertThat(page.header("Reporting-Endpoints")).isEqualTo("csp=\"/reports/csp\"");
  }

  @Test
  void report_ofBrowserWithoutSession_isLoggedWithoutWordsOfPeople() {
    var answer = post(REPORT);

    assertThat(answer.status()).isEqualTo(204);
    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly(
            "a browser was stopped by the policy of the pages: img-src kept out evil.example on"
                + " /listen, in assets/index-1a2b.js line 7");
  }

  @Test
  void report_nonsenseOrTooLarge_isRefusedOrPassedOver() {
    assertThat(post("{{").status()).isEqualTo(204);
    assertThat(post("[1, {\"type\":\"csp-violation\"}, null]").status()).isEqualTo(204);
    assertThat(post("x".repeat(65 << 10)).status()).isEqualTo(413);

    assertThat(log.list).hasSize(1);
  }

  @Test
  void report_manyInAMinute_fillNoLog() {
    var reports = new PolicyReports(JSON, () -> Instant.EPOCH);

    for (int i = 0; i < 50; i++) {
      reports.report(REPORT.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    assertThat(log.list).hasSize(20);
  }

  @Test
  void line_valuesMeantForTheLog_areNotRepeated() {
    var body =
        Map.of(
            "effectiveDirective", "script-src\nERROR forged",
            "blockedURL", "https://ana@evil.example/",
            "documentURL", "javascript:alert(1)",
            "sourceFile", "https://cafe.example/assets/../x");

    assertThat(PolicyReports.line(JSON.valueToTree(body)))
        .endsWith("something kept out something on some page");
  }

  private static ServerFixture.Answer post(String body) {
    return ServerFixture.send(
        ServerFixture.request(PolicyReports.PATH)
            .header("Content-Type", "application/reports+json")
            .POST(BodyPublishers.ofString(body))
            .build());
  }
}
