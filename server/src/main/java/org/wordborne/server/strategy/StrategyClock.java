package org.wordborne.server.strategy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.wordborne.server.mention.Mentions;
import org.wordborne.server.workspace.Clockwork;
import org.wordborne.server.workspace.Rounds;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.Workspaces;

/// Looks through the talk when there is more of it, and tells of decisions on their day.
@Component
class StrategyClock extends Clockwork {
  private static final Duration BREATH = Duration.ofSeconds(10);
  private static final Duration AFTER_FAULT = Duration.ofMinutes(1);
  private static final Duration LOOKS = Duration.ofMinutes(30);

  private final Workspaces workspaces;
  private final StrategyLook look;
  private final DueDecisions due;
  private final Mentions mentions;
  private final InstantSource clock;
  private final Map<WorkspaceId, Looked> looked = new HashMap<>();
  private Instant started = Instant.EPOCH;

  StrategyClock(
      Workspaces workspaces,
      StrategyLook look,
      DueDecisions due,
      Mentions mentions,
      InstantSource clock,
      ServerProperties properties) {
    super(new Rounds("strategy", BREATH, AFTER_FAULT), properties.listening());
    this.workspaces = workspaces;
    this.look = look;
    this.due = due;
    this.mentions = mentions;
    this.clock = clock;
  }

  private record Looked(Instant at, long seq) {}

  @Override
  protected void before() {
    started = clock.instant();
  }

  @Override
  protected void round() {
    workspaces.all().forEach(this::round);
  }

  private void round(WorkspaceId workspace) {
    Scope scope = Scope.of(workspace);
    part("decisions that are due", () -> due.tell(scope));
    part("looking through the talk", () -> look(workspace, scope));
  }

  private void look(WorkspaceId workspace, Scope scope) {
    Instant now = clock.instant();
    long seq = mentions.newestSeq(scope);
    Looked last = looked.computeIfAbsent(workspace, _ -> new Looked(started, 0));
    if (seq > last.seq() && last.at().plus(LOOKS).isBefore(now)) {
      looked.put(workspace, new Looked(now, seq));
      look.look(scope);
    }
  }
}
