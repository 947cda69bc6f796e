package org.wordborne.server.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.ServerFixture.Answer;
import org.wordborne.server.mailroom.HookReceiver;
import org.wordborne.server.mailroom.Letter;
import org.wordborne.server.mailroom.Mailroom;
import org.wordborne.server.workspace.Scope;
import org.wordborne.wire.Secret;
import org.wordborne.wire.StandardWebhooks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whoever asked not to be written to is written to by nobody, on no way.
class DoNotContactTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HookReceiver FORUM = new HookReceiver(ServerFixture.allowedPort());
  private static final Scope SCOPE = ServerFixture.defaultScope();

  private final String name = "Peace" + UUID.randomUUID().toString().substring(0, 8);
  private final JsonNode source = source();
  private final JsonNode mention = said("My lantern leaks, why is that? " + name);

  @AfterAll
  static void close() {
    FORUM.close();
  }

  @Test
  void answer_blockedPerson_isRefusedAndSaidBeforeOneTypes() {
    String conversation = conversation();
    block();

    JsonNode shown = ServerFixture.get("/api/v1/conversations/" + conversation).json();
    Answer refused = reply(conversation, 0);

    assertThat(shown.path("answer").path("can").asBoolean()).isFalse();
    assertThat(shown.path("answer").path("whyNot").asString()).contains("not to be written to");
    assertThat(refused.status()).isEqualTo(409);
  }

  @Test
  void answer_thatCallsABlockedPerson_isRefused() {
    String other = "Other" + UUID.randomUUID().toString().substring(0, 8);
    String account = "acc" + UUID.randomUUID().toString().substring(0, 8);
    String url = "https://forum.example/@" + account;
    push("2", "Mine leaks too.", Map.of("id", other + "1", "name", other, "url", url));
    block(Map.of("person", person(other)));
    String conversation = conversation();

    Answer refused = reply(conversation, 0, "As @" + account + " said: turn it round.");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body()).contains("@" + account + " asked not to be written to");
  }

  @Test
  void seeds_blockedPersonWhoWasLetGoAndCameBack_areNotAsked() {
    block();
    UUID back = UUID.randomUUID();
    ServerFixture.transactions()
        .run(
            SCOPE,
            tx -> {
              var was = UUID.fromString(person());
              tx.sql(
                      """
                      insert into person select (jsonb_populate_record(p,
                        jsonb_build_object('id', ?::text))).* from person p where id = ?""")
                  .params(back, was)
                  .update();
              tx.sql("update handle set person_id = ? where person_id = ?")
                  .params(back, was)
                  .update();
            });

    assertThat(ServerFixture.bean(ObjectedSeeds.class).without(SCOPE, Instant.now()))
        .containsEntry(back, "objected");
  }

  @Test
  void send_blockedAfterItWasWritten_staysHere() {
    FORUM.forget();
    String conversation = conversation();
    JsonNode planned = reply(conversation, 3).json();
    block();

    String path = "/api/v1/replies/" + planned.path("id").asString();
    await(() -> ServerFixture.get(path).json().path("state").asString().equals("refused"));

    assertThat(ServerFixture.get(path).json().path("why").asString())
        .contains("not to be written to");
    assertThat(FORUM.told().toString()).doesNotContain("We are sorry, " + name);
  }

  @Test
  void rights_blockedPerson_areNotAsked() {
    block();

    var asked = Map.of("uses", List.of("site"), "until", "2031-12-31", "send", false);
    Answer refused =
        ServerFixture.post("/api/v1/mentions/" + mention.path("id").asString() + "/rights", asked);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body()).contains("not to be written to");
  }

  @Test
  void publication_thatCallsThem_isRefused() {
    block();
    var draft =
        Map.of(
            "title",
            "Thanks",
            "at",
            "2031-01-01T10:00",
            "zone",
            "UTC",
            "variants",
            List.of(
                Map.of(
                    "source",
                    source.path("source").path("id").asString(),
                    "text",
                    "All thanks to @" + name + "!")));

    Answer refused = ServerFixture.post("/api/v1/publications", draft);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("not to be written to");
  }

  @Test
  void mail_blockedAddress_isRefusedHoweverItIsWritten() {
    String local = name.toLowerCase(java.util.Locale.ROOT);
    block(Map.of("mail", local + "@example.org"));

    UUID id =
        ServerFixture.bean(Mailroom.class)
            .send(
                SCOPE,
                new Letter("peace-" + name, local + "+news@Example.org", "News", "News.\n"),
                null);
    String path = "/api/v1/deliveries/" + id;
    await(() -> ServerFixture.get(path).json().path("state").asString().equals("refused"));

    assertThat(ServerFixture.get(path).json().path("why").asString())
        .contains("not to be written to");
  }

  @Test
  void seeds_blockedPerson_areNotAsked() {
    block();

    assertThat(ServerFixture.bean(ObjectedSeeds.class).without(SCOPE, Instant.now()))
        .containsEntry(UUID.fromString(person()), "objected");
  }

  @Test
  void unblock_person_mayBeAnsweredAgain() {
    String conversation = conversation();
    JsonNode list = block().json().path("people");
    String id = list.get(0).path("id").asString();

    int gone = ServerFixture.delete("/api/v1/privacy/do-not-contact/" + id).status();

    assertThat(gone).isEqualTo(204);
    assertThat(
            ServerFixture.get("/api/v1/conversations/" + conversation)
                .json()
                .path("answer")
                .path("can")
                .asBoolean())
        .isTrue();
  }

  private Answer block() {
    return block(Map.of("person", person(), "reason", "asked by phone"));
  }

  private static Answer block(Map<String, String> whom) {
    Answer made = ServerFixture.post("/api/v1/privacy/do-not-contact", whom);
    assertThat(made.status()).isEqualTo(201);
    return made;
  }

  private String person() {
    return person(name);
  }

  private static String person(String called) {
    await(() -> people(called).size() == 1);
    return people(called).get(0).path("person").asString();
  }

  private static JsonNode people(String called) {
    return ServerFixture.post("/api/v1/privacy/people", Map.of("name", called))
        .json()
        .path("people");
  }

  private String conversation() {
    String path = "/api/v1/conversations?limit=50";
    await(() -> find(path) != null);
    return java.util.Objects.requireNonNull(find(path));
  }

  private @org.jspecify.annotations.Nullable String find(String path) {
    return ServerFixture.get(path)
        .json()
        .path("conversations")
        .valueStream()
        .filter(one -> one.path("person").path("name").asString("").equals(name))
        .map(one -> one.path("id").asString())
        .findFirst()
        .orElse(null);
  }

  private Answer reply(String conversation, int takeBack) {
    return reply(conversation, takeBack, "We are sorry, " + name);
  }

  private Answer reply(String conversation, int takeBack, String text) {
    return ServerFixture.post(
        "/api/v1/conversations/" + conversation + "/replies",
        Map.of(
            "text",
            text,
            "inReplyTo",
            mention.path("id").asString(),
            "key",
            UUID.randomUUID().toString(),
            "takeBackSeconds",
            takeBack));
  }

  private static JsonNode source() {
    var draft =
        Map.of(
            "kind",
            "webhook",
            "name",
            "forum" + UUID.randomUUID(),
            "settings",
            Map.of("answerUrl", FORUM.url()),
            "everything",
            true);
    return ServerFixture.post("/api/v1/sources", draft).json();
  }

  private JsonNode said(String words) {
    push("1", words, Map.of("id", name + "1", "name", name));
    String query = "/api/v1/mentions?limit=50";
    await(() -> ServerFixture.get(query).body().contains(name));
    return ServerFixture.get(query)
        .json()
        .path("mentions")
        .valueStream()
        .filter(one -> one.path("text").asString().equals(words))
        .findFirst()
        .orElseThrow();
  }

  private void push(String id, String words, Map<String, String> author) {
    String body = JSON.writeValueAsString(Map.of("id", id, "text", words, "author", author));
    String path = "/hooks/" + source.path("source").path("id").asString();
    var request = ServerFixture.request(path).POST(BodyPublishers.ofString(body));
    byte[] raw = body.getBytes(StandardCharsets.UTF_8);
    var secret = Secret.of(source.path("secret").asString());
    StandardWebhooks.sign(secret, "m" + UUID.randomUUID(), Instant.now(), raw)
        .forEach(request::header);
    assertThat(ServerFixture.send(request.build()).status()).isEqualTo(200);
  }

  private static void await(BooleanSupplier until) {
    Instant end = Instant.now().plusSeconds(30);
    while (!until.getAsBoolean()) {
      assertThat(Instant.now()).as("nothing came of it").isBefore(end);
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
