package org.wordborne.server.conversation;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.wordborne.server.mention.LiveEvents;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.Workspaces;

/// Puts conversations back in the queue when their "later" has come.
@Component
final class LaterClock implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(LaterClock.class);
  private static final long BREATH_MILLIS = 1_000;

  private final Workspaces workspaces;
  private final Transactions transactions;
  private final QueueReader queue;
  private final LiveEvents live;
  private volatile boolean running;

  LaterClock(Workspaces workspaces, Transactions transactions, QueueReader queue, LiveEvents live) {
    this.workspaces = workspaces;
    this.transactions = transactions;
    this.queue = queue;
    this.live = live;
  }

  @Override
  public void start() {
    running = true;
    Thread.ofVirtual().name("later").start(this::ticks);
  }

  private void ticks() {
    while (running) {
      try {
        workspaces.all().forEach(this::wake);
        Thread.sleep(BREATH_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        if (running) {
          LOG.warn("Waking what was put off: {}", e.toString());
        }
      }
    }
  }

  /// Wakes what is due in one workspace.
  void wake(WorkspaceId workspace) {
    var woken = transactions.in(Scope.of(workspace), queue::wake);
    if (!woken.isEmpty()) {
      Set<String> ids = woken.stream().map(UUID::toString).collect(Collectors.toSet());
      live.publish(workspace, "conversations", new LiveEvents.Changed(ids));
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
