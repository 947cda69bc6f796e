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

  @Test
  void stop_inTheMiddleOfARound_waitsForItsEnd() throws InterruptedException {
    var rounds = new Rounds("test", LONG, LONG);
    var begun = new CountDownLatch(1);
    var ended = new AtomicInteger();
    rounds.start(
        () -> {
          begun.countDown();
          sleep();
          ended.incrementAndGet();
        });
    assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();

    rounds.stop(Duration.ofSeconds(20));

    assertThat(ended).hasValue(1);
  }

  @Test
  void stop_whileItRests_doesNotWaitForTheNextRound() throws InterruptedException {
    var rounds = new Rounds("test", LONG, LONG);
    var begun = new CountDownLatch(1);
    rounds.start(begun::countDown);
    assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
    long at = System.nanoTime();

    rounds.stop(Duration.ofSeconds(20));

    assertThat(Duration.ofNanos(System.nanoTime() - at)).isLessThan(Duration.ofSeconds(10));
  }

  private static void sleep() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void fail() {
    throw new IllegalStateException("no");
  }
}
