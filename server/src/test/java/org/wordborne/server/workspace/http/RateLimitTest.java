package org.wordborne.server.workspace.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
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

  /* However slow the machine is, it comes: the bucket is filled again at one in two seconds. */
  @Test
  void get_exportsOverTheLimit_areRefusedUntilLaterAndNothingElse() {
    Answer refused =
        Stream.generate(() -> get("/api/v1/audit/export?deed=none"))
            .limit(1_000)
            .filter(answer -> answer.status() != 200)
            .findFirst()
            .orElseThrow();

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).isBetween("1", "2");
    assertThat(refused.header("RateLimit")).contains("\"export\";r=0;");
    assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(get("/api/v1/topics").status()).isEqualTo(200);
  }

  @Test
  void head_ofWhatCosts_isCountedAsItsGet() {
    assertThat(RateRule.of("HEAD", "/api/v1/audit/export")).containsExactly(RateRule.EXPORT);
    assertThat(RateRule.of("HEAD", "/api/v1/seeds")).isEmpty();
  }

  @Test
  void get_withAWrongToken_isCountedByPlace() {
    Answer answer =
        ServerFixture.send(
            ServerFixture.request("/api/v1/topics")
                .header("Authorization", "Bearer none")
                .GET()
                .build());

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"address\";q=600;w=60");
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
