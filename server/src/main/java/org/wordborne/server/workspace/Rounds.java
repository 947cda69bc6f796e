package org.wordborne.server.workspace;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A clock of its own: goes round again and again, with a rest between two rounds.
///
/// A fault in one part of a round is said and stops no other part. After a round with a fault it
/// rests longer, so that a database that refuses at once is not asked as fast as it can refuse.
public final class Rounds {
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
  private final String name;
  private final Duration rest;
  private final Duration longRest;
  private volatile CountDownLatch end = new CountDownLatch(0);
  private volatile @Nullable Thread thread;
  private boolean well;

  /// A clock that does not go yet.
  ///
  /// @param longRest after a round with a fault
  public Rounds(String name, Duration rest, Duration longRest) {
    this.name = name;
    this.rest = rest;
    this.longRest = longRest;
  }

  /// Begins to go round, on a thread of its own.
  public void start(Runnable round) {
    var ended = new CountDownLatch(1);
    end = ended;
    thread = Thread.ofVirtual().name(name).start(() -> go(round, ended));
  }

  private void go(Runnable round, CountDownLatch ended) {
    try {
      do {
        well = true;
        part("a round", round);
      } while (!ended.await((well ? rest : longRest).toNanos(), TimeUnit.NANOSECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Does a part of the round; called by the round itself.
  public void part(String what, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      well = false;
      if (end.getCount() > 0) {
        LOG.warn("{}, {}: {}", name, what, e.toString());
      }
    }
  }

  /// Begins no further round.
  public void stop() {
    end.countDown();
  }

  /// Begins no further round, and waits so long for the one that goes.
  public void stop(Duration longest) {
    stop();
    Thread last = thread;
    if (last != null) {
      try {
        last.join(longest);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
