package org.wordborne.server.mailroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When a webhook is tried again.
class HookRetriesTest {
  private static final UUID SOME = UUID.fromString("0199c0de-0000-7000-8000-0000000000aa");

  @ParameterizedTest(name = "after try {0}: {1}")
  @CsvSource({"1, PT5S", "2, PT5M", "3, PT30M", "4, PT2H", "5, PT5H", "6, PT10H", "7, PT14H"})
  void pause_afterEachTry_isThePublishedOneOrUpToAFifthLonger(int tries, Duration published) {
    Duration pause = HookRetries.pause(SOME, tries, null).orElseThrow();

    assertThat(pause).isBetween(published, published.multipliedBy(6).dividedBy(5));
  }

  @Test
  void pause_afterTheEighthTry_isNone() {
    assertThat(HookRetries.pause(SOME, 8, Duration.ofHours(1))).isEmpty();
  }

  @Test
  void pause_askedForLonger_isWhatWasAsked() {
    assertThat(HookRetries.pause(SOME, 1, Duration.ofMinutes(10))).contains(Duration.ofMinutes(10));
    assertThat(HookRetries.pause(SOME, 2, Duration.ofSeconds(1)).orElseThrow())
        .isGreaterThanOrEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void pause_manyAtOnce_areSpread() {
    long different =
        java.util.stream.LongStream.range(0, 100)
            .mapToObj(i -> HookRetries.pause(new UUID(i, 7 * i), 2, null).orElseThrow())
            .distinct()
            .count();

    assertThat(different).isGreaterThan(50);
  }
}
