package org.wordborne.server.strategy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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
  private Instant looked = Instant.EPOCH;
  private long seen;

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

  @Override
  public void start() {
    running = true;
    looked = clock.instant();
    if (listening) {
      Thread.ofVirtual().name("strategy").start(this::ticks);
    }
  }

  private void ticks() {
    while (running) {
      try {
        Thread.sleep(BREATH);
        workspaces.all().forEach(this::tick);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        if (running) {
          LOG.warn("Looking through the talk: {}", e.toString());
        }
      }
    }
  }

  private void tick(WorkspaceId workspace) {
    Scope scope = Scope.of(workspace);
    due.tell(scope);
    Instant now = clock.instant();
    long seq = mentions.newestSeq(scope);
    if (seq > seen && looked.plus(LOOKS).isBefore(now)) {
      looked = now;
      seen = seq;
      look.look(scope);
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
