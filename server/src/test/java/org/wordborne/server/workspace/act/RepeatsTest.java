package org.wordborne.server.workspace.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.ServerFixture.Answer;

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
