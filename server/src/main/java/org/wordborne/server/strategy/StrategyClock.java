package org.wordborne.server.strategy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.wordborne.server.mention.Mentions;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.Workspaces;

/// Looks through the talk when there is more of it, and tells of decisions on their day.
@Component
class StrategyClock implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(StrategyClock.class);
  private static final Duration BREATH = Duration.ofSeconds(10);
  private static final Duration LOOKS = Duration.ofMinutes(30);

  private final Workspaces workspaces;
  private final StrategyLook look;
  private final DueDecisions due;
  private final Mentions mentions;
  private final InstantSource clock;
  private final boolean listening;
  private volatile boolean running;
  private final Map<WorkspaceId, Looked> looked = new HashMap<>();
  private Instant started = Instant.EPOCH;

  StrategyClock(
      Workspaces workspaces,
      StrategyLook look,
      DueDecisions due,
      Mentions mentions,
      InstantSource clock,
      ServerProperties properties) {
    this.workspaces = workspaces;
    this.look = look;
    this.due = due;
    this.mentions = mentions;
    this.clock = clock;
    this.listening = properties.listening();
  }

  private record Looked(Instant at, long seq) {}

  @Override
  public void start() {
    running = true;
    started = clock.instant();
    if (listening) {
      Thread.ofVirtual().name("strategy").start(this::ticks);
    }
  }

  private void ticks() {
    while (running) {
      try {
        Thread.sleep(BREATH);
        workspaces.all().forEach(this::tried);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        failed("Asking for the workspaces", e);
      }
    }
  }

  /* One that fails keeps no other waiting. */
  private void tried(WorkspaceId workspace) {
    Scope scope = Scope.of(workspace);
    try {
      due.tell(scope);
    } catch (RuntimeException e) {
      failed("Telling of due decisions", e);
    }
    try {
      look(workspace, scope);
    } catch (RuntimeException e) {
      failed("Looking through the talk", e);
    }
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

  private void failed(String what, RuntimeException why) {
    if (running) {
      LOG.warn("{}: {}", what, why.toString());
    }
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
