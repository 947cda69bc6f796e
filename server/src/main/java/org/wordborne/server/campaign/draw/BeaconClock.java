package org.wordborne.server.campaign.draw;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.Workspaces;

/// Draws what is due: asks the relays as soon as a round should be there.
@Component
class BeaconClock implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(BeaconClock.class);
  private static final long BREATH_MILLIS = 3_000;

  private final Workspaces workspaces;
  private final Draws draws;
  private final boolean listening;
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
      Thread.ofVirtual().name("draws").start(this::ticks);
    }
  }

  private void ticks() {
    while (running) {
      alone(
          () ->
              workspaces
                  .all()
                  .forEach(workspace -> alone(() -> draws.runDue(Scope.of(workspace)))));
      try {
        Thread.sleep(BREATH_MILLIS);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /* What fails in one workspace stops no other. */
  private void alone(Runnable deed) {
    try {
      deed.run();
    } catch (RuntimeException failed) {
      if (running) {
        LOG.warn("Drawing: {}", failed.toString());
      }
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
