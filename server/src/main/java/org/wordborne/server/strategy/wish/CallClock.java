package org.wordborne.server.strategy.wish;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Rounds;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.Workspaces;

/// Looks every second whether a call has ended.
@Component
class CallClock implements SmartLifecycle {
  private static final Duration BREATH = Duration.ofSeconds(1);
  private static final Duration AFTER_FAULT = Duration.ofSeconds(15);

  private final Workspaces workspaces;
  private final CallCloser closer;
  private final boolean listening;
  private final Rounds rounds = new Rounds("calls", BREATH, AFTER_FAULT);
  private volatile boolean running;

  CallClock(Workspaces workspaces, CallCloser closer, ServerProperties properties) {
    this.workspaces = workspaces;
    this.closer = closer;
    this.listening = properties.listening();
  }

  @Override
  public void start() {
    running = true;
    if (listening) {
      rounds.start(() -> workspaces.all().forEach(this::round));
    }
  }

  private void round(WorkspaceId workspace) {
    rounds.part("closing calls", () -> closer.closeDue(Scope.of(workspace)));
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
