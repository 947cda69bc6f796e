package org.wordborne.server.campaign.draw;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Clockwork;
import org.wordborne.server.workspace.Conditions;
import org.wordborne.server.workspace.Rounds;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.Workspaces;

/// Draws what is due: asks the relays as soon as a round should be there.
@Component
class BeaconClock extends Clockwork {
  private static final Duration BREATH = Duration.ofSeconds(3);
  private static final Duration AFTER_FAULT = Duration.ofSeconds(15);

  private final Workspaces workspaces;
  private final Draws draws;
  private final Conditions conditions;

  BeaconClock(
      Workspaces workspaces, Draws draws, Conditions conditions, ServerProperties properties) {
    super(new Rounds("draws", BREATH, AFTER_FAULT), properties.listening());
    this.workspaces = workspaces;
    this.draws = draws;
    this.conditions = conditions;
  }

  @Override
  protected void round() {
    workspaces.all().forEach(this::draw);
    draws.sayWaiting();
  }

  private void draw(WorkspaceId workspace) {
    if (conditions.sends()) {
      part("what is due", () -> draws.runDue(Scope.of(workspace)));
    }
  }
}
