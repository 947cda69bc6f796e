package org.wordborne.server.strategy.wish;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Clockwork;
import org.wordborne.server.workspace.Rounds;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.Workspaces;

/// Looks every second whether a call has ended.
@Component
class CallClock extends Clockwork {
  private static final Duration BREATH = Duration.ofSeconds(1);
  private static final Duration AFTER_FAULT = Duration.ofSeconds(15);

  private final Workspaces workspaces;
  private final CallCloser closer;

  CallClock(Workspaces workspaces, CallCloser closer, ServerProperties properties) {
    super(new Rounds("calls", BREATH, AFTER_FAULT), properties.listening());
    this.workspaces = workspaces;
    this.closer = closer;
  }

  @Override
  protected void round() {
    workspaces.all().forEach(this::round);
  }

  private void round(WorkspaceId workspace) {
    part("closing calls", () -> closer.closeDue(Scope.of(workspace)));
  }
}
