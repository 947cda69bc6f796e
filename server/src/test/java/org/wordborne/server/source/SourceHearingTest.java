package org.wordborne.server.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.ServerFixture.Answer;
import org.wordborne.wire.Secret;
import org.wordborne.wire.StandardWebhooks;
import tools.jackson.databind.JsonNode;

/// Sources over HTTP, with a real feed and real signatures.
class SourceHearingTest {
  private final FeedServer feed = new FeedServer(ServerFixture.allowedPort());

  @AfterEach
  void stop() {
    feed.stop();
  }

  @Test
  void poll_feed_keepsEachEntryOnceAndFollowsEdits() {
    String word = word();
    feed.show(item("1", "First " + word), item("2", "Second " + word));
    String id = add("feed", Map.of("url", feed.url())).path("source").path("id").asString();

    poll(id);
    feed.show(item("1", "First " + word), item("2", "Changed " + word));
    poll(id);

    assertThat(found(word)).isEqualTo(2);
    assertThat(found("changed AND " + word)).isEqualTo(1);
  }

  @Test
  void poll_brokenFeed_saysWhatAndWhoseTurn() {
    feed.status = 500;
    String id = add("feed", Map.of("url", feed.url())).path("source").path("id").asString();

    JsonNode view = poll(id);

    assertThat(view.path("state").asString()).isIn("slow", "deaf");
    assertThat(view.path("error").path("what").asString()).contains("500");
    assertThat(view.path("error").path("turn").asString()).isEqualTo("theirs");
  }

  @Test
  void add_privateAddress_isToldNoMoreThanNothingAnswers() {
    String id =
        add("feed", Map.of("url", ServerFixture.server().url() + "/api/v1/session"))
            .path("source")
            .path("id")
            .asString();

    assertThat(poll(id).path("error").path("what").asString()).contains("may reach");
  }

  @Test
  void add_withoutAddress_namesTheField() {
    var answer = ServerFixture.post("/api/v1/sources", Map.of("kind", "feed"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("field").asString()).isEqualTo("settings.url");
  }

  @Test
  void receive_signedDelivery_isKeptOnce() {
    String word = word();
    var hook = new Hook(add("webhook", Map.of()));
    String body = "{\"id\":\"" + word + "\",\"text\":\"Hello " + word + "\"}";

    var first = hook.push("m-" + word, Instant.now(), body, hook.secret);
    var again = hook.push("m-" + word, Instant.now(), body, hook.secret);

    assertThat(first.json().path("taken").asBoolean()).isTrue();
    assertThat(again.status()).isEqualTo(200);
    assertThat(found(word)).isEqualTo(1);
  }

  @Test
  void receive_manyAtOnce_keepsEachOnce() {
    String word = word();
    var hook = new Hook(add("webhook", Map.of()));
    var answers = new java.util.concurrent.ConcurrentLinkedQueue<Integer>();
    try (var senders = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 40; i++) {
        String id = word + i % 20;
        String body = "{\"id\":\"" + id + "\",\"text\":\"Hello " + word + "\"}";
        senders.submit(
            () -> answers.add(hook.push("m" + id, Instant.now(), body, hook.secret).status()));
      }
    }

    assertThat(answers).hasSize(40).containsOnly(200);
    assertThat(found(word)).isEqualTo(20);
  }

  @Test
  void receive_deletion_erases() {
    String word = word();
    var hook = new Hook(add("webhook", Map.of()));
    hook.push(word(), Instant.now(), "{\"id\":\"1\",\"text\":\"Hello " + word + "\"}", hook.secret);

    hook.push(
        word(),
        Instant.now(),
        "{\"type\":\"post.deleted\",\"timestamp\":\"2026-11-22T00:00:00Z\",\"data\":{\"id\":\"1\"}}",
        hook.secret);

    assertThat(found(word)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"other secret", "old", "early", "body"})
  void receive_badSignature_isRefusedAndNothingKept(String fault) {
    String word = word();
    var hook = new Hook(add("webhook", Map.of()));
    String body = "{\"id\":\"1\",\"text\":\"Hello " + word + "\"}";

    Answer answer =
        switch (fault) {
          case "other secret" -> hook.push("m", Instant.now(), body, StandardWebhooks.newSecret());
          case "old" ->
              hook.push("m", Instant.now().minus(Duration.ofMinutes(6)), body, hook.secret);
          case "early" ->
              hook.push("m", Instant.now().plus(Duration.ofMinutes(6)), body, hook.secret);
          default -> hook.pushSignedAs("m", Instant.now(), body, body + " ", hook.secret);
        };

    assertThat(answer.status()).isEqualTo(401);
    assertThat(found(word)).isZero();
  }

  @Test
  void receive_unsignedOrUnknown_isRefused() {
    var hook = new Hook(add("webhook", Map.of()));
    var unsigned = ServerFixture.request(hook.path).POST(BodyPublishers.ofString("{}")).build();
    var unknown =
        ServerFixture.request("/hooks/" + UUID.randomUUID())
            .POST(BodyPublishers.ofString("{}"))
            .build();

    assertThat(ServerFixture.send(unsigned).status()).isEqualTo(401);
    assertThat(ServerFixture.send(unknown).status()).isEqualTo(404);
  }

  @Test
  void receive_unknownAndItsBodyNeverComes_isRefusedUnread() throws IOException {
    var server = URI.create(ServerFixture.server().url());
    try (var socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(10_000); // the server itself would wait 20 seconds for the body
      String head =
          "POST /hooks/%s HTTP/1.1\r\nHost: %s\r\nContent-Length: 9000000\r\n\r\n"
              .formatted(UUID.randomUUID(), server.getAuthority());
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));

      var status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
      assertThat(status).isEqualTo("HTTP/1.1 404");
    }
  }

  private static JsonNode add(String kind, Map<String, String> settings) {
    var draft =
        Map.of("kind", kind, "name", kind + word(), "settings", settings, "everything", true);
    return ServerFixture.post("/api/v1/sources", draft).json();
  }

  private static JsonNode poll(String id) {
    return ServerFixture.post("/api/v1/sources/" + id + "/poll", Map.of()).json();
  }

  private static int found(String query) {
    String encoded = java.net.URLEncoder.encode(query, StandardCharsets.UTF_8);
    return ServerFixture.get(
            "/api/v1/mentions?fresh=true&spam=include&hidden=include&query=" + encoded)
        .json()
        .path("total")
        .asInt();
  }

  /// A word that no other test uses.
  private static String word() {
    return "w" + UUID.randomUUID().toString().replace("-", "");
  }

  private static String item(String id, String text) {
    return "<item><guid>" + id + "</guid><description>" + text + "</description></item>";
  }

  /// A webhook source and its secret.
  private static final class Hook {
    private final String path;
    private final Secret secret;

    Hook(JsonNode made) {
      path = "/hooks/" + made.path("source").path("id").asString();
      secret = Secret.of(made.path("secret").asString());
    }

    Answer push(String id, Instant at, String body, Secret with) {
      return pushSignedAs(id, at, body, body, with);
    }

    Answer pushSignedAs(String id, Instant at, String signed, String body, Secret with) {
      var request = ServerFixture.request(path).POST(BodyPublishers.ofString(body));
      StandardWebhooks.sign(with, id, at, signed.getBytes(StandardCharsets.UTF_8))
          .forEach(request::header);
      return ServerFixture.send(request.build());
    }
  }

  /// A site with one feed.
  static final class FeedServer {
    private final HttpServer server;
    private volatile String items = "";
    private volatile int status = 200;

    FeedServer(int port) {
      try {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
      server.createContext(
          "/feed",
          exchange -> {
            byte[] body =
                ("<rss version=\"2.0\"><channel><title>Blog</title>" + items + "</channel></rss>")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
      server.start();
    }

    void show(String... shown) {
      items = String.join("", shown);
    }

    String url() {
      return "http://127.0.0.1:" + server.getAddress().getPort() + "/feed";
    }

    void stop() {
      server.stop(0);
    }
  }
}
