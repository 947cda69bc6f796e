package org.wordborne.server.workspace;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/// A clock of the server: it begins to go when the server has started, and goes no more when the
/// server stops.
public abstract class Clockwork implements SmartLifecycle {
  private final Rounds rounds;
  private final boolean goes;
  private final Duration lastRound;
  private volatile boolean running;

  /// A clock that stops without waiting for the round it is in.
  ///
  /// @param goes whether it is to go at all; one that is not can still be asked by hand
  protected Clockwork(Rounds rounds, boolean goes) {
    this(rounds, goes, Duration.ZERO);
  }

  /// A clock that lets the round it is in come to its end.
  ///
  /// @param lastRound how long it waits for that
  protected Clockwork(Rounds rounds, boolean goes, Duration lastRound) {
    this.rounds = rounds;
    this.goes = goes;
    this.lastRound = lastRound;
  }

  /// One round; what fails in it is said, and a later round is gone all the same.
  protected abstract void round();

  /// Before the first round, while the server starts.
  protected void before() {}

  /// After the last.
  protected void after() {}

  /// Does a part of a round; if it fails, the parts after it are done nevertheless.
  protected final void part(String what, Runnable work) {
    rounds.part(what, work);
  }

  @Override
  public final void start() {
    running = true;
    if (goes) {
      before();
      rounds.start(this::round);
    }
  }

  @Override
  public final void stop() {
    running = false;
    rounds.stop(lastRound);
    after();
  }

  @Override
  public final boolean isRunning() {
    return running;
  }
}
