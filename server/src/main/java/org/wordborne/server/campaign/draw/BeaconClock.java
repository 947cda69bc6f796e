package org.wordborne.server.campaign.draw;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Rounds;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.Workspaces;

/// Draws what is due: asks the relays as soon as a round should be there.
@Component
class BeaconClock implements SmartLifecycle {
  private static final Duration BREATH = Duration.ofSeconds(3);
  private static final Duration AFTER_FAULT = Duration.ofSeconds(15);

  private final Workspaces workspaces;
  private final Draws draws;
  private final boolean listening;
  private final Rounds rounds = new Rounds("draws", BREATH, AFTER_FAULT);
  private volatile boolean running;

  BeaconClock(Workspaces workspaces, Draws draws, ServerProperties properties) {
    this.workspaces = workspaces;
    this.draws = draws;
    this.listening = properties.listening();
  }

  @Override
  public void start() {
    running = true;
    if (listening) {
      rounds.start(() -> workspaces.all().forEach(this::draw));
    }
  }

  private void draw(WorkspaceId workspace) {
    rounds.part("what is due", () -> draws.runDue(Scope.of(workspace)));
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
