package org.wordborne.server.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import org.wordborne.server.spread.Tales;
import org.wordborne.server.workspace.Clockwork;
import org.wordborne.server.workspace.Rounds;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.Workspaces;

/// Looks every second whether somebody must be woken.
@Component
class WatchClock extends Clockwork {
  private static final Duration BREATH = Duration.ofSeconds(1);
  private static final Duration AFTER_FAULT = Duration.ofSeconds(5);
  private static final Duration SETTLES = Duration.ofMinutes(1);
  private static final Duration PRUNES = Duration.ofHours(6);

  private final Workspaces workspaces;
  private final Alarms alarms;
  private final Tales tales;
  private final InstantSource clock;
  private Instant settled = Instant.EPOCH;
  private Instant pruned = Instant.EPOCH;

  WatchClock(
      Workspaces workspaces,
      Alarms alarms,
      Tales tales,
      InstantSource clock,
      ServerProperties properties) {
    super(new Rounds("watch", BREATH, AFTER_FAULT), properties.listening());
    this.workspaces = workspaces;
    this.alarms = alarms;
    this.tales = tales;
    this.clock = clock;
  }

  @Override
  protected void round() {
    Instant now = clock.instant();
    boolean settles = settled.plus(SETTLES).isBefore(now);
    boolean prunes = pruned.plus(PRUNES).isBefore(now);
    for (WorkspaceId workspace : workspaces.all()) {
      Scope scope = Scope.of(workspace);
      part("alarms", () -> alarms.look(scope, now));
      if (settles) {
        part("tales that ended", () -> tales.settle(scope, now));
      }
      if (prunes) {
        part("what is let go", () -> tales.prune(scope, now));
      }
    }
    settled = settles ? now : settled;
    pruned = prunes ? now : pruned;
  }
}
