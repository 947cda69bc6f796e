package org.wordborne.wire;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/*
 * The end of a whole exchange. A time-out per read is not enough: a peer that sends one byte a
 * second never runs into it. So a watchdog closes the connection at the deadline, whatever the
 * exchange is doing then (resolving, connecting, shaking hands, writing, reading).
 */
final class Deadline {
  private static final ScheduledThreadPoolExecutor WATCHDOG = watchdog();

  private final long end;
  private final Duration whole;

  Deadline(Duration whole) {
    this.whole = whole;
    this.end = System.nanoTime() + whole.toNanos();
  }

  Duration whole() {
    return whole;
  }

  long remainingMillis() {
    return Math.max(0, (end - System.nanoTime()) / 1_000_000);
  }

  boolean isOver() {
    return end - System.nanoTime() <= 0;
  }

  ScheduledFuture<?> closeAtEnd(Closeable connection) {
    return WATCHDOG.schedule(
        () -> closeQuietly(connection), end - System.nanoTime(), TimeUnit.NANOSECONDS);
  }

  private static void closeQuietly(Closeable connection) {
    try {
      connection.close();
    } catch (IOException alreadyGone) {
      // Nothing is left to close.
    }
  }

  private static ScheduledThreadPoolExecutor watchdog() {
    var executor =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("wire-deadline").factory());
    executor.setRemoveOnCancelPolicy(true);
    return executor;
  }
}
