package org.wordborne.server.workspace.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.ServerFixture.Answer;

/// Whoever asks for too much is told to wait, and everybody what is left.
class RateLimitTest {
  private final String token =
      ServerFixture.post("/api/v1/tokens", Map.of("name", "limit " + UUID.randomUUID()))
          .json()
          .path("token")
          .asString();

  @Test
  void get_withAToken_tellsWhatIsLeft() {
    Answer first = get("/api/v1/topics");
    Answer second = get("/api/v1/topics");

    assertThat(first.header("RateLimit-Policy")).isEqualTo("\"token\";q=6000;w=60");
    assertThat(first.header("RateLimit")).isEqualTo("\"token\";r=5999;t=1");
    assertThat(second.header("RateLimit")).startsWith("\"token\";r=599");
  }

  @Test
  void get_exportsOverTheLimit_areRefusedUntilLaterAndNothingElse() {
    List<Answer> answers =
        IntStream.range(0, 31).mapToObj(_ -> get("/api/v1/audit/export?deed=none")).toList();

    assertThat(answers.subList(0, 30)).allMatch(answer -> answer.status() == 200);
    Answer refused = answers.getLast();
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).isBetween("1", "2");
    assertThat(refused.header("RateLimit")).contains("\"export\";r=0;");
    assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(get("/api/v1/topics").status()).isEqualTo(200);
  }

  @Test
  void get_byACommandOfThisMachine_isNotCounted() {
    assertThat(ServerFixture.get("/api/v1/topics").header("RateLimit")).isEmpty();
  }

  @Test
  void get_byNobody_isCountedByPlace() {
    Answer answer = ServerFixture.send(ServerFixture.request("/api/v1/session").GET().build());

    assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"address\";q=600;w=60");
  }

  private Answer get(String path) {
    return ServerFixture.send(
        ServerFixture.request(path).header("Authorization", "Bearer " + token).GET().build());
  }
}
