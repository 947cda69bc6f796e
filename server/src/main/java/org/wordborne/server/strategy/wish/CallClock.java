package org.wordborne.server.strategy.wish;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.Workspaces;

/// Looks every second whether a call has ended.
@Component
class CallClock implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(CallClock.class);
  private static final long BREATH_MILLIS = 1_000;

  private final Workspaces workspaces;
  private final CallCloser closer;
  private final boolean listening;
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
      Thread.ofVirtual().name("calls").start(this::ticks);
    }
  }

  private void ticks() {
    while (running) {
      try {
        Thread.sleep(BREATH_MILLIS);
        workspaces.all().forEach(this::tried);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        failed(e);
      }
    }
  }

  /* One that fails keeps no other waiting. */
  private void tried(WorkspaceId workspace) {
    try {
      closer.closeDue(Scope.of(workspace));
    } catch (RuntimeException e) {
      failed(e);
    }
  }

  private void failed(RuntimeException why) {
    if (running) {
      LOG.warn("Closing calls: {}", why.toString());
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
