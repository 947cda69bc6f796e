package org.wordborne.cli.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wordborne.wire.Secret;
import org.wordborne.wire.StandardWebhooks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody sends script and markup in every field that a post has. The window's owner checks
/// after each story that the browser had nothing to complain of and called nobody else.
@Story
class HostileStory {
  private static final String EVIL =
      "\"><script>window.__hacked=1</script><img src=x onerror=window.__hacked=1>"
          + "<svg onload=window.__hacked=1><iframe srcdoc='<script>top.__hacked=1</script>'></iframe>"
          + "<img src=http://elsewhere.example/pixel.gif><style>@import 'http://elsewhere.example/a';"
          + "*{display:none}</style><base href=http://elsewhere.example/>'-window.__hacked=1-'"
          + "${window.__hacked=1}{{constructor.constructor('window.__hacked=1')()}}";
  private static final String LINK = "javascript:window.__hacked=1";
  private static final String WORD = "mandragora";

  @Test
  void post_withScriptInEveryField_isShownAndNeverRuns(Stage stage, Visit visit)
      throws IOException, InterruptedException {
    JsonNode made =
        SourcesStory.add(stage, "webhook", "Evil <img src=x onerror=window.__hacked=1>", Map.of());

    send(made.path("webhookUrl").asString(), made.path("secret").asString(), post());

    visit.open("/listen?spam=include&hidden=include&query=" + WORD);
    assertThat(visit.page.locator(".stream .cut").first()).containsText("<script>");
    assertHarmless(visit);
    visit.page.locator(".stream .cut").first().getByText("Answer").click();
    visit.isAt("/conversations/.+");
    assertThat(visit.page.locator(".thread")).containsText(WORD);
    assertHarmless(visit);
    visit.page.locator(".person-pane h2 a").click();
    assertThat(visit.title()).containsText("<script>");
    assertHarmless(visit);
    visit.open("/people").field("Find a person").fill("Eve");
    assertThat(visit.page.locator(".people-table")).isVisible();
    assertHarmless(visit);
    visit.open("/sources?source=" + made.path("source").path("id").asString()).sees("Evil ");
    assertHarmless(visit);
    visit.open("/now");
    assertThat(visit.page.locator(".qrow").first()).isVisible();
    assertHarmless(visit);
  }

  private static void assertHarmless(Visit visit) {
    assertThat(visit.page.evaluate("window.__hacked")).isNull();
    assertThat(visit.page.locator("a[href^='javascript' i], iframe, [onerror], [onload]"))
        .hasCount(0);
    assertThat(visit.complaints()).isEmpty();
    assertThat(visit.foreign()).isEmpty();
  }

  private static String post() {
    return JsonMapper.shared()
        .writeValueAsString(
            Map.ofEntries(
                Map.entry("id", "evil-1" + EVIL),
                Map.entry("title", "The Lantern " + EVIL),
                Map.entry("text", "Is the Lantern selling " + WORD + "? " + EVIL),
                Map.entry("html", "<p onclick=window.__hacked=1>Lantern " + WORD + EVIL + "</p>"),
                Map.entry("url", LINK),
                Map.entry("language", "en"),
                Map.entry("author", author()),
                Map.entry("published", Instant.now().toString()),
                Map.entry("links", java.util.List.of(LINK, "http://elsewhere.example/")),
                Map.entry("media", java.util.List.of(media()))));
  }

  private static Map<String, ?> author() {
    return Map.of("id", "evil" + EVIL, "name", "Eve " + EVIL, "url", LINK, "followers", 7);
  }

  private static Map<String, ?> media() {
    return Map.of("kind", "image", "url", "http://elsewhere.example/i.png", "alt", EVIL);
  }

  /// Sends a signed post to a webhook.
  static void send(String url, String secret, String body)
      throws IOException, InterruptedException {
    byte[] bytes = body.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    var request = HttpRequest.newBuilder(URI.create(url)).POST(BodyPublishers.ofByteArray(bytes));
    StandardWebhooks.sign(Secret.of(secret), "msg-evil", Instant.now(), bytes)
        .forEach(request::header);
    request.header("Content-Type", "application/json");
    try (HttpClient http = HttpClient.newHttpClient()) {
      var answer = http.send(request.build(), BodyHandlers.ofString());
      assertThat(answer.body()).contains("\"taken\":true");
    }
  }
}
