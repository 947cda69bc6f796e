package org.wordborne.server.privacy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Clockwork;
import org.wordborne.server.workspace.Condition.Kind;
import org.wordborne.server.workspace.Conditions;
import org.wordborne.server.workspace.Rounds;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.Workspaces;

/// Sweeps every workspace each half hour; while the clock may be wrong it rests, which is said.
@Component
class RetentionClock extends Clockwork {
  private static final Duration REST = Duration.ofMinutes(30);
  private static final Duration AFTER_FAULT = Duration.ofMinutes(5);

  private final Workspaces workspaces;
  private final RetentionSweep sweep;
  private final ClockLeap leap;
  private final Conditions conditions;
  private final Set<WorkspaceId> resting = ConcurrentHashMap.newKeySet();
  private final InstantSource clock;

  RetentionClock(
      Workspaces workspaces,
      RetentionSweep sweep,
      ClockLeap leap,
      Conditions conditions,
      InstantSource clock,
      ServerProperties properties) {
    super(new Rounds("retention", REST, AFTER_FAULT), properties.listening());
    this.workspaces = workspaces;
    this.sweep = sweep;
    this.leap = leap;
    this.conditions = conditions;
    this.clock = clock;
  }

  @Override
  protected void round() {
    Instant now = clock.instant();
    for (var workspace : workspaces.all()) {
      part("workspace " + workspace, () -> look(Scope.of(workspace), now, System.nanoTime()));
    }
    conditions.set(Kind.CLOCK_LEAPT, !resting.isEmpty(), now);
  }

  /// Sweeps a workspace, unless the clock leapt ahead.
  void look(Scope scope, Instant now, long nanos) {
    if (leap.rests(scope, now, nanos)) {
      resting.add(scope.workspace());
      return;
    }
    resting.remove(scope.workspace());
    sweep.sweep(scope, now);
    leap.settle(scope, now);
  }
}
