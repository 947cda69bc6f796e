package org.wordborne.server.privacy;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Rounds;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.Workspaces;

/// Sweeps every workspace each half hour.
@Component
class RetentionClock implements SmartLifecycle {
  private static final Duration REST = Duration.ofMinutes(30);
  private static final Duration AFTER_FAULT = Duration.ofMinutes(5);

  private final Workspaces workspaces;
  private final RetentionSweep sweep;
  private final InstantSource clock;
  private final boolean listening;
  private final Rounds rounds = new Rounds("retention", REST, AFTER_FAULT);
  private volatile boolean running;

  RetentionClock(
      Workspaces workspaces,
      RetentionSweep sweep,
      InstantSource clock,
      ServerProperties properties) {
    this.workspaces = workspaces;
    this.sweep = sweep;
    this.clock = clock;
    this.listening = properties.listening();
  }

  @Override
  public void start() {
    running = true;
    if (listening) {
      rounds.start(this::round);
    }
  }

  private void round() {
    for (var workspace : workspaces.all()) {
      rounds.part(
          "workspace " + workspace, () -> sweep.sweep(Scope.of(workspace), clock.instant()));
    }
  }

  @Override
  public void stop() {
    running = false;
    rounds.stop();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
