package org.wordborne.server.mention;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wordborne.server.workspace.WorkspaceId;

/// A thread that goes on in each workspace that has news, one step at a time, in turn.
///
/// A step that fails, by whatever error, is tried again after a pause that doubles up to a minute,
/// while other workspaces go on.
final class WorkspaceLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorkspaceLoop.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final Duration FAREWELL = Duration.ofSeconds(10);

  private final String name;
  private final Step step;
  private final Runnable idle;
  private final Queue<WorkspaceId> ready = new ArrayDeque<>();
  private final Set<WorkspaceId> waiting = new LinkedHashSet<>();
  private final Map<WorkspaceId, Pause> pauses = new HashMap<>();
  private @Nullable Thread thread;
  private boolean closed;

  /// One step in one workspace.
  interface Step {
    /// Goes on; returns whether there is more to do at once.
    boolean go(WorkspaceId workspace) throws Exception;
  }

  private record Pause(Duration length, long until) {}

  /// A loop that does `idle` whenever nothing was to do for a second.
  WorkspaceLoop(String name, Step step, Runnable idle) {
    this.name = name;
    this.step = step;
    this.idle = idle;
  }

  synchronized void start(Thread.Builder builder) {
    thread = builder.name(name).start(this::run);
  }

  /// Says that there may be something to do.
  synchronized void wake(WorkspaceId workspace) {
    if (waiting.add(workspace)) {
      ready.add(workspace);
      notifyAll();
    }
  }

  @Override
  public void close() {
    Thread running;
    synchronized (this) {
      closed = true;
      running = thread;
      notifyAll();
    }
    if (running != null) {
      try {
        running.join(FAREWELL);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void run() {
    while (!isClosed()) {
      try {
        WorkspaceId next = next();
        if (next != null) {
          go(next);
        } else {
          idle.run();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException | Error e) {
        LOG.warn("{}: {}", name, e.toString());
      }
    }
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  /// The next workspace that is not pausing, or null after a second without any.
  private synchronized @Nullable WorkspaceId next() throws InterruptedException {
    if (ready.isEmpty() && !closed) {
      wait(IDLE.toMillis());
    }
    long now = System.nanoTime();
    for (int i = ready.size(); i > 0; i--) {
      WorkspaceId workspace = ready.remove();
      Pause pause = pauses.get(workspace);
      if (pause == null || pause.until - now <= 0) {
        waiting.remove(workspace);
        return workspace;
      }
      ready.add(workspace);
    }
    if (!ready.isEmpty() && !closed) {
      wait(FIRST_PAUSE.toMillis());
    }
    return null;
  }

  private void go(WorkspaceId workspace) {
    try {
      boolean more = step.go(workspace);
      pauses.remove(workspace);
      if (more) {
        wake(workspace);
      }
    } catch (Exception | Error e) {
      if (isClosed()) {
        return;
      }
      Pause before = pauses.get(workspace);
      Duration length = before == null ? FIRST_PAUSE : before.length.multipliedBy(2);
      length = length.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : length;
      pauses.put(workspace, new Pause(length, System.nanoTime() + length.toNanos()));
      LOG.warn("{} rests for {} in workspace {}: {}", name, length, workspace, e.toString(), e);
      wake(workspace);
    }
  }
}
