package org.wordborne.server.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RoundsTest {
  private static final Duration SHORT = Duration.ofMillis(1);
  private static final Duration LONG = Duration.ofDays(1);

  @Test
  void part_fails_theNextIsDone() throws InterruptedException {
    var rounds = new Rounds("test", SHORT, SHORT);
    var done = new CountDownLatch(3);

    rounds.start(
        () -> {
          rounds.part("the first", RoundsTest::fail);
          rounds.part("the second", done::countDown);
        });

    assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
    rounds.stop();
  }

  @Test
  void start_roundOrPartFails_restsLong() throws InterruptedException {
    assertThat(rounds(false)).isEqualTo(1);
    assertThat(rounds(true)).isEqualTo(1);
  }

  /// Rounds within a moment in which hundreds would fit.
  private static int rounds(boolean inAPart) throws InterruptedException {
    var rounds = new Rounds("test", SHORT, LONG);
    var begun = new AtomicInteger();
    rounds.start(
        () -> {
          begun.incrementAndGet();
          if (inAPart) {
            rounds.part("the only one", RoundsTest::fail);
          } else {
            fail();
          }
        });
    Thread.sleep(300);
    rounds.stop();
    return begun.get();
  }

  private static void fail() {
    throw new IllegalStateException("no");
  }
}
