package org.wordborne.server.workspace;

import java.time.Duration;
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
  private volatile boolean running;
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
    running = true;
    Thread.ofVirtual().name(name).start(() -> go(round));
  }

  private void go(Runnable round) {
    try {
      while (running) {
        well = true;
        part("a round", round);
        Thread.sleep(well ? rest : longRest);
      }
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
      if (running) {
        LOG.warn("{}, {}: {}", name, what, e.toString());
      }
    }
  }

  /// Begins no further round.
  public void stop() {
    running = false;
  }
}
