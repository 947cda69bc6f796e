package org.wordborne.server.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.mailroom.HookReceiver;
import org.wordborne.server.mailroom.ScriptedSmtp;
import org.wordborne.wire.Secret;
import org.wordborne.wire.StandardWebhooks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// From the post to the alarm, over HTTP and by the server's own clocks.
class AlarmTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final ScriptedSmtp SMTP = new ScriptedSmtp(ServerFixture.allowedPort());
  private static final HookReceiver PROGRAM = new HookReceiver(ServerFixture.allowedPort());
  private static String hookSecret = "";

  private final String word = "w" + UUID.randomUUID().toString().replace("-", "");
  private final String hook = "telex" + word;

  @BeforeAll
  static void outlets() {
    ServerFixture.put(
        "/api/v1/mail",
        Map.of(
            "host",
            "127.0.0.1",
            "port",
            SMTP.port(),
            "tls",
            "none",
            "from",
            "alarms@lantern.test"));
  }

  @AfterAll
  static void close() {
    ServerFixture.put("/api/v1/mail", Map.of("host", ""));
    SMTP.close();
    PROGRAM.close();
  }

  @Test
  void raise_falseClaimSpreads_wakesWithCauseAndFirstWordUntilSomebodyHasIt() {
    var source = new Pushed();
    String topic = topicWithPast();
    String rule =
        rule(topic, List.of(step(0, "one", true), step(4, "two", false), step(9, "three", false)));

    Instant fifth = spread(source, 8);
    JsonNode alarm = await(() -> alarm(rule));
    Duration took = Duration.between(fifth, Instant.now());
    JsonNode told = await(() -> told("alarm.raised"));
    await(() -> letter("two"));
    JsonNode mine = acknowledge(alarm);
    pause(7_000);

    System.out.println("post -> alarm: " + took.toMillis() + " ms after the fifth post");
    assertThat(took).isLessThan(Duration.ofSeconds(5));
    assertThat(alarm.path("first").path("nativeId").asString()).isEqualTo(word + "-0");
    assertThat(alarm.path("cause").path("people").asInt()).isBetween(4, 8);
    assertThat(told.path("data").path("first").path("author").asString()).isEqualTo("teller0");
    assertThat(letter("one").asString()).contains("It began with teller0", "Subject: ");
    assertThat(mine.path("state").asString()).isEqualTo("acknowledged");
    assertThat(told("alarm.acknowledged").isMissingNode()).isFalse();
    assertThat(letter("three").isMissingNode()).isTrue();
  }

  @Test
  void raise_fiveHundredWordsASecondBeside_isWithinFiveSeconds() throws InterruptedException {
    var source = new Pushed();
    var noise = new Pushed();
    String topic = topicWithPast();
    String rule = rule(topic, List.of(step(0, "noisy", false)));
    var flood = Thread.ofVirtual().start(() -> flood(noise, 12));
    pause(4_000);

    Instant fifth = spread(source, 8);
    await(() -> alarm(rule));
    Duration took = Duration.between(fifth, Instant.now());
    flood.join();

    System.out.println("post -> alarm beside 500 words a second: " + took.toMillis() + " ms");
    assertThat(took).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void raise_manyWordsOfYesterday_wakeNobody() {
    String topic = topicWithPast();
    String rule = rule(topic, List.of(step(0, "yesterday", false)));

    past(40, 60 * 26, 0);
    pause(4_000);

    assertThat(alarm(rule).isMissingNode()).isTrue();
  }

  @Test
  void pass_taleMayPassTheLine_wakesWithTheChanceBesideTheNaiveGuess() {
    var source = new Pushed();
    String topic = topicWithPast();
    var draft =
        Map.of(
            "topicId",
            topic,
            "what",
            "pass",
            "line",
            9,
            "chance",
            .01,
            "steps",
            List.of(step(0, "passing", false)));
    String rule = ServerFixture.post("/api/v1/watch/rules", draft).json().path("id").asString();

    spread(source, 8);
    JsonNode alarm = await(() -> alarm(rule));
    JsonNode tale = ServerFixture.get("/api/v1/tales/" + alarm.path("tale").asString()).json();

    JsonNode forecast = tale.path("row").path("forecast");
    assertThat(alarm.path("cause").path("chance").asDouble()).isBetween(.01, 1.0);
    assertThat(tale.path("row").path("told").asInt()).isEqualTo(8);
    assertThat(forecast.path("naive").asDouble()).isEqualTo(16);
    assertThat(forecast.path("b90").path("low").asDouble()).isGreaterThanOrEqualTo(8);
    assertThat(forecast.path("b90").path("high").asDouble())
        .isGreaterThanOrEqualTo(forecast.path("b80").path("high").asDouble());
    assertThat(tale.path("tree")).hasSize(8);
  }

  @Test
  void test_ofARule_isMarkedAsOne() {
    String rule = rule(topicWithPast(), List.of(step(0, "tried", false)));

    ServerFixture.post("/api/v1/watch/rules/" + rule + "/test", Map.of());

    assertThat(await(() -> letter("tried")).asString()).contains("tries the rule");
    assertThat(alarm(rule).path("test").asBoolean()).isTrue();
    acknowledge(alarm(rule));
  }

  private Map<String, Object> step(int seconds, String who, boolean program) {
    var to = new ArrayList<String>(List.of(address(who)));
    if (program) {
      var made =
          ServerFixture.post("/api/v1/hooks-out", Map.of("name", hook, "url", PROGRAM.url()))
              .json();
      hookSecret = made.path("secret").asString();
      to.add("hook:" + hook);
    }
    return Map.of("afterSeconds", seconds, "to", to);
  }

  private String address(String who) {
    return who + "-" + word + "@lantern.test";
  }

  private static String rule(String topic, List<Map<String, Object>> steps) {
    var made = ServerFixture.post("/api/v1/watch/rules", Map.of("topicId", topic, "steps", steps));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return made.json().path("id").asString();
  }

  /// A topic of which little was said for two weeks, and nothing in the last days.
  private String topicWithPast() {
    var draft = Map.of("name", word, "query", word, "never", List.of(), "hide", List.of());
    String topic = ServerFixture.post("/api/v1/topics", draft).json().path("id").asString();
    past(5, 60 * 24 * 15, 60 * 60);
    ServerFixture.send("PUT", "/api/v1/topics/" + topic + "/tale", Map.of("on", true, "line", 120));
    return topic;
  }

  /// Words that were spoken long ago and are heard now.
  private void past(int count, int minutesAgo, int apart) {
    var lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      Instant at = Instant.now().minus(Duration.ofMinutes(minutesAgo - (long) i * apart));
      lines.append(post("past" + count + "-" + i, "old" + i, "Of " + word + " " + i + ".", at));
      lines.append('\n');
    }
    var request =
        ServerFixture.authorized("/api/v1/imports?name=past")
            .header("Content-Type", "application/x-ndjson")
            .POST(BodyPublishers.ofString(lines.toString()))
            .build();
    assertThat(ServerFixture.send(request).status()).isEqualTo(200);
    pause(1_500);
  }

  private String post(String id, String author, String text, Instant at) {
    return JSON.writeValueAsString(
        Map.of(
            "id",
            word + "-" + id,
            "text",
            text,
            "author",
            Map.of("id", author + word, "name", author, "followers", 12),
            "published",
            at.toString()));
  }

  /// Tells it by so many people, and returns when the fifth was taken.
  private Instant spread(Pushed source, int tellers) {
    Instant fifth = Instant.now();
    for (int i = 0; i < tellers; i++) {
      String text = "Somebody told me of rats, " + word + " was closed, number " + i + ".";
      source.push(post(Integer.toString(i), "teller" + i, text, Instant.now()));
      fifth = i == 4 ? Instant.now() : fifth;
      pause(150);
    }
    return fifth;
  }

  private void flood(Pushed noise, int seconds) {
    for (int second = 0; second < seconds; second++) {
      Instant begun = Instant.now();
      for (int part = 0; part < 5; part++) {
        var posts = new ArrayList<String>();
        for (int i = 0; i < 100; i++) {
          String id = "noise" + second + "-" + part + "-" + i;
          posts.add(post(id, "n" + i, "Weather and buses, " + id + ".", Instant.now()));
        }
        noise.push("[" + String.join(",", posts) + "]");
      }
      pause(Math.max(0, 1_000 - Duration.between(begun, Instant.now()).toMillis()));
    }
  }

  private static JsonNode alarm(String rule) {
    for (JsonNode alarm : ServerFixture.get("/api/v1/alarms").json().path("alarms")) {
      if (alarm.path("rule").asString().equals(rule)) {
        return alarm;
      }
    }
    return JSON.missingNode();
  }

  private static JsonNode acknowledge(JsonNode alarm) {
    String path = "/api/v1/alarms/" + alarm.path("id").asString() + "/acknowledge";
    return ServerFixture.post(path, Map.of()).json();
  }

  private JsonNode letter(String who) {
    return SMTP.letters().stream()
        .filter(letter -> letter.contains(address(who)))
        .findFirst()
        .<JsonNode>map(letter -> JSON.getNodeFactory().stringNode(letter))
        .orElse(JSON.missingNode());
  }

  private JsonNode told(String type) {
    for (var told : PROGRAM.told()) {
      JsonNode body = JSON.readTree(told.body());
      boolean ours = body.path("data").path("title").asString("").equals(word);
      if (ours && body.path("type").asString().equals(type) && told.isSigned(hookSecret)) {
        return body;
      }
    }
    return JSON.missingNode();
  }

  private static JsonNode await(Supplier<JsonNode> there) {
    Instant until = Instant.now().plusSeconds(20);
    JsonNode found = there.get();
    while (found.isMissingNode() && Instant.now().isBefore(until)) {
      pause(50);
      found = there.get();
    }
    assertThat(found.isMissingNode()).isFalse();
    return found;
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /// A source to which posts are pushed.
  private static final class Pushed {
    private final String path;
    private final Secret secret;

    Pushed() {
      var draft =
          Map.of(
              "kind",
              "webhook",
              "name",
              "hook" + UUID.randomUUID(),
              "settings",
              Map.of(),
              "everything",
              true);
      JsonNode made = ServerFixture.post("/api/v1/sources", draft).json();
      path = "/hooks/" + made.path("source").path("id").asString();
      secret = Secret.of(made.path("secret").asString());
    }

    void push(String body) {
      var request = ServerFixture.request(path).POST(BodyPublishers.ofString(body));
      byte[] raw = body.getBytes(StandardCharsets.UTF_8);
      StandardWebhooks.sign(secret, "m" + UUID.randomUUID(), Instant.now(), raw)
          .forEach(request::header);
      assertThat(ServerFixture.send(request.build()).status()).isEqualTo(200);
    }
  }
}
