package org.wordborne.server.workspace.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignInLimitTest {
  private final SignInLimit limit = new SignInLimit(InstantSource.fixed(Instant.EPOCH));

  /// Nobody has failed yet: all of them are still at it.
  @Test
  void begin_manyAtOnce_letsTenThrough() {
    int begun = 0;
    for (int i = 0; i < 30; i++) {
      begun += limit.begin("ines@example.org", "10.0.0." + i).isZero() ? 1 : 0;
    }

    assertThat(begun).isEqualTo(10);
  }

  @Test
  void begin_sameAccountInOtherLetters_isTheSame() {
    for (int i = 0; i < 10; i++) {
      String email = List.of("Ines@Example.org", " ines@example.org").get(i % 2);
      limit.begin(email, "10.0.0." + i);
    }

    assertThat(limit.begin("ines@example.org", "10.0.0.99")).isPositive();
  }

  @Test
  void succeeded_tries_countNoMore() {
    for (int i = 0; i < 200; i++) {
      assertThat(limit.begin("person" + i + "@example.org", "10.0.0.1")).isZero();
      limit.succeeded("person" + i + "@example.org", "10.0.0.1");
    }
  }
}
