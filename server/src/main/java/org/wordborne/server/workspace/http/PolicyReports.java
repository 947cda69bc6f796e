package org.wordborne.server.workspace.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.workspace.access.Open;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Where browsers report what the Content-Security-Policy of a page stopped: either a fault of our
/// pages, or somebody's script that came that far. The operator finds it in the log.
///
/// Anybody may write here, so little is believed and little is said: at most so many lines a
/// minute, and of each report only the rule, what kind of place was stopped (of an address its
/// host), and which page and built file it was. Never a path of others, a query or a sample,
/// where words of people are.
@RestController
@Open("browsers report without credentials")
class PolicyReports {
  static final String PATH = "/reports/csp";

  private static final Logger LOG = LoggerFactory.getLogger(PolicyReports.class);
  private static final int LINES_A_MINUTE = 20;
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int REPORTS_A_BODY = 20;
  private static final String SOMETHING = "something";
  private static final Pattern WORD = Pattern.compile("[a-z-]{1,40}");
  private static final Pattern HOST =
      Pattern.compile("(?:https?|wss?)://([A-Za-z0-9.-]{1,253}(?::\\d{1,5})?)(?:[/?#].*)?");
  private static final Pattern OF_PAGE =
      Pattern.compile("https?://[^/]+(/[a-z]{0,30})(?:[/?#].*)?");
  private static final Pattern OUR_FILE =
      Pattern.compile("https?://[^/]+/(assets/[A-Za-z0-9._-]{1,80})");
  private final JsonMapper json;
  private final InstantSource clock;
  private Instant minute = Instant.MIN;
  private int lines;

  PolicyReports(JsonMapper json, InstantSource clock) {
    this.json = json;
    this.clock = clock;
  }

  @PostMapping(path = PATH)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void report(@RequestBody(required = false) byte[] body) {
    int told = 0;
    for (JsonNode report : reports(body == null ? new byte[0] : body)) {
      if (told++ < REPORTS_A_BODY
          && report.path("type").asString("").equals("csp-violation")
          && mayTell()) {
        LOG.warn("{}", line(report.path("body")));
      }
    }
  }

  private JsonNode reports(byte[] body) {
    try {
      return json.readTree(body);
    } catch (JacksonException nonsense) {
      return json.createArrayNode();
    }
  }

  private synchronized boolean mayTell() {
    Instant now = clock.instant();
    if (!now.isBefore(minute.plus(MINUTE))) {
      minute = now;
      lines = 0;
    }
    return lines++ < LINES_A_MINUTE;
  }

  /// What the log says of one report.
  static String line(JsonNode body) {
    String file = first(OUR_FILE, body.path("sourceFile"), "");
    String place =
        file.isEmpty() ? "" : ", in " + file + " line " + body.path("lineNumber").asInt(0);
    return "a browser was stopped by the policy of the pages: "
        + word(body.path("effectiveDirective"))
        + " kept out "
        + stopped(body.path("blockedURL"))
        + " on "
        + first(OF_PAGE, body.path("documentURL"), "some page")
        + place;
  }

  private static String stopped(JsonNode blocked) {
    String host = first(HOST, blocked, "");
    return host.isEmpty() ? word(blocked) : host;
  }

  private static String word(JsonNode said) {
    String text = said.asString("");
    return WORD.matcher(text).matches() ? text : SOMETHING;
  }

  private static String first(Pattern shape, JsonNode said, String otherwise) {
    Matcher found = shape.matcher(said.asString(""));
    return found.matches() ? found.group(1) : otherwise;
  }
}
