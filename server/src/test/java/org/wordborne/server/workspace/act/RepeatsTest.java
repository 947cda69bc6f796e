package org.wordborne.server.workspace.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.ServerFixture.Answer;
import org.wordborne.server.workspace.SignedIn;

/// A write that is repeated under its key is done once.
class RepeatsTest {
  private static final String PATH = "/api/v1/strategy/statements";
  private final String text = "statement " + UUID.randomUUID();
  private final String key = UUID.randomUUID().toString();

  @Test
  void post_twiceUnderOneKey_isDoneOnceAndAnsweredTwice() {
    Answer first = post(key, body(text));
    Answer second = post(key, body(text));

    assertThat(first.status()).isEqualTo(201);
    assertThat(first.header("Idempotency-Replayed")).isEmpty();
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
    assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(made()).isEqualTo(1);
  }

  @Test
  void post_fiftyAtOnceUnderOneKey_oneActs() {
    List<Answer> answers =
        IntStream.range(0, 50).parallel().mapToObj(_ -> post(key, body(text))).toList();

    assertThat(answers).extracting(Answer::status).containsOnly(201, 409).contains(201);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 409)
        .allMatch(answer -> answer.header("Retry-After").equals("1"));
    assertThat(made()).isEqualTo(1);
  }

  @Test
  void post_anotherBodyUnderTheKey_isRefused() {
    post(key, body(text));

    Answer other = post(key, body(text + " changed"));

    assertThat(other.status()).isEqualTo(422);
    assertThat(other.body()).contains("another write");
    assertThat(made()).isEqualTo(1);
  }

  @Test
  void post_refusedThenPutRight_mayUseTheKeyAgain() {
    Answer wrong = post(key, "{\"text\": 7}");
    Answer right = post(key, body(text));

    assertThat(wrong.status()).isEqualTo(400);
    assertThat(right.status()).isEqualTo(201);
    assertThat(made()).isEqualTo(1);
  }

  @Test
  void post_withoutAKey_isDoneEachTime() {
    ServerFixture.post(PATH, body(text));
    ServerFixture.post(PATH, body(text));

    assertThat(made()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 256})
  void post_aKeyThatIsNone_isRefusedByName(int letters) {
    Answer refused = post(letters == 0 ? "with space" : "k".repeat(letters), body(text));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("Idempotency-Key");
    assertThat(made()).isZero();
  }

  @Test
  void post_bodyOverTheLimitUnderAKey_isTooLarge() {
    Answer refused = post(key, body("x".repeat(2 << 20)));

    assertThat(refused.status()).isEqualTo(413);
  }

  @Test
  void put_underTheKeyOfAPost_isAnotherWrite() {
    post(key, body(text));

    Answer other =
        ServerFixture.send(
            ServerFixture.authorized("/api/v1/strategy/themes/" + UUID.randomUUID())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .PUT(HttpRequest.BodyPublishers.ofString(body(text)))
                .build());

    assertThat(other.status()).isEqualTo(422);
  }

  @Test
  void post_underAnothersKey_isAWriteOfItsOwn() {
    String one = token("[\"campaign\"]");
    String other = token("[\"campaign\"]");

    Answer first = post(one, key, body(text));
    Answer second = post(other, key, body(text));

    assertThat(List.of(first.status(), second.status())).containsOnly(201);
    assertThat(second.header("Idempotency-Replayed")).isEmpty();
    assertThat(made()).isEqualTo(2);
  }

  @Test
  void post_repeatedAfterTheRightIsGone_isRefused() {
    String token = token("[\"campaign\"]");
    post(token, key, body(text));
    narrow();

    Answer repeated = post(token, key, body(text));

    assertThat(repeated.status()).isEqualTo(403);
    assertThat(repeated.body()).doesNotContain(text);
  }

  @Test
  void post_aFaultAfterSomethingWasDone_isNotDoneAgainNorGivenAgain() throws Exception {
    answered(500, text);
    var second = answered(201, text);

    assertThat(second.getStatus()).isEqualTo(409);
    assertThat(second.getContentAsString()).contains("its answer is not known");
    assertThat(made()).isEqualTo(1);
  }

  @Test
  void post_aFaultBeforeAnythingWasDone_mayComeAgain() throws Exception {
    answered(503, "");
    var second = answered(201, text);

    assertThat(second.getStatus()).isEqualTo(201);
    assertThat(made()).isEqualTo(1);
  }

  /* A write under the key that keeps `written`, if anything, and then answers so. */
  private MockHttpServletResponse answered(int status, String written) throws Exception {
    var request = new MockHttpServletRequest("POST", PATH);
    request.addHeader("Authorization", "Bearer " + ServerFixture.server().token());
    request.addHeader("Idempotency-Key", key);
    var response = new MockHttpServletResponse();
    var scope = ServerFixture.defaultScope();
    var act =
        new Act(
            UUID.randomUUID(),
            new SignedIn(null, scope.workspace(), "Ines", "owner"),
            ActWay.COMMAND);
    ServerFixture.bean(Repeats.class)
        .once(
            act,
            request,
            response,
            (_, answer) -> {
              answer.setStatus(status);
              if (!written.isEmpty()) {
                kept(act, written);
              }
            });
    return response;
  }

  private static void kept(Act act, String written) {
    try {
      act.during(
          () ->
              ServerFixture.transactions()
                  .in(
                      ServerFixture.defaultScope(),
                      tx ->
                          tx.sql(
                                  "insert into statement (workspace_id, id, kind, text, by_name,"
                                      + " written_at) values (?, gen_random_uuid(), 'aim', ?, 'Ines',"
                                      + " now())")
                              .params(ServerFixture.defaultScope().workspace().value(), written)
                              .update()));
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Test
  void keys_olderThanADay_goWithTheirAnswers() {
    post(key, body(text));
    String others = UUID.randomUUID().toString();
    post(others, body(text));
    run("update act_key set at = at - interval '25 hours' where key = ?", key);

    ServerFixture.bean(ActKeyClock.class).sweep(ServerFixture.defaultScope().workspace());

    assertThat(kept(key)).isZero();
    assertThat(kept(others)).isEqualTo(1);
  }

  private static long kept(String key) {
    return ServerFixture.transactions()
        .in(
            ServerFixture.defaultScope(),
            tx ->
                tx.sql("select count(*) from act_key where key = ?")
                    .param(key)
                    .query(Long.class)
                    .single());
  }

  private static void run(String change, String about) {
    ServerFixture.transactions()
        .run(
            ServerFixture.defaultScope(),
            tx -> assertThat(tx.sql(change).param(about).update()).isEqualTo(1));
  }

  private String token(String scopes) {
    return ServerFixture.post(
            "/api/v1/tokens", "{\"name\": \"" + text + "\", \"scopes\": " + scopes + "}")
        .json()
        .path("token")
        .asString();
  }

  /* What a token may do does not change after its making, but for the role of its person. */
  private void narrow() {
    run("update api_token set scopes = '{see}' where name = ?", text);
  }

  private static Answer post(String token, String key, String body) {
    return ServerFixture.send(
        ServerFixture.request(PATH)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private static Answer post(String key, String body) {
    return ServerFixture.send(
        ServerFixture.authorized(PATH)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private static String body(String text) {
    return "{\"kind\": \"aim\", \"text\": \"" + text + "\"}";
  }

  private long made() {
    return ServerFixture.transactions()
        .in(
            ServerFixture.defaultScope(),
            tx ->
                tx.sql("select count(*) from statement where text like ?")
                    .param(text + "%")
                    .query(Long.class)
                    .single());
  }
}
