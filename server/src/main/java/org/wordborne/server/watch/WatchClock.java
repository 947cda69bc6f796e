package org.wordborne.server.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.wordborne.server.spread.Tales;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.Workspaces;

/// Looks every second whether somebody must be woken.
@Component
class WatchClock implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(WatchClock.class);
  private static final long BREATH_MILLIS = 1_000;
  private static final Duration SETTLES = Duration.ofMinutes(1);
  private static final Duration PRUNES = Duration.ofHours(6);

  private final Workspaces workspaces;
  private final Alarms alarms;
  private final Tales tales;
  private final InstantSource clock;
  private final boolean listening;
  private volatile boolean running;
  private Instant settled = Instant.EPOCH;
  private Instant pruned = Instant.EPOCH;

  WatchClock(
      Workspaces workspaces,
      Alarms alarms,
      Tales tales,
      InstantSource clock,
      ServerProperties properties) {
    this.workspaces = workspaces;
    this.alarms = alarms;
    this.tales = tales;
    this.clock = clock;
    this.listening = properties.listening();
  }

  @Override
  public void start() {
    running = true;
    if (listening) {
      Thread.ofVirtual().name("watch").start(this::ticks);
    }
  }

  private void ticks() {
    while (running) {
      try {
        round(clock.instant());
        Thread.sleep(BREATH_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        if (running) {
          LOG.warn("Watching: {}", e.toString());
          rest();
        }
      }
    }
  }

  private static void rest() {
    try {
      Thread.sleep(5 * BREATH_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void round(Instant now) {
    boolean settles = settled.plus(SETTLES).isBefore(now);
    boolean prunes = pruned.plus(PRUNES).isBefore(now);
    for (WorkspaceId workspace : workspaces.all()) {
      Scope scope = Scope.of(workspace);
      alarms.look(scope, now);
      if (settles) {
        tales.settle(scope, now);
      }
      if (prunes) {
        tales.prune(scope, now);
      }
    }
    settled = settles ? now : settled;
    pruned = prunes ? now : pruned;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
