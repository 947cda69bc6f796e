package org.wordborne.server.source;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.wordborne.server.source.Source.Standing;
import org.wordborne.server.workspace.Conditions;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.WorkspaceEnded;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.Workspaces;

/// Asks every source at its time, each in a bulkhead of its own.
///
/// A source has one virtual thread, one attempt at a time, and nothing that another waits for but
/// a place among the 50 that may be out at once. Whoever hangs is ended by the client's deadline;
/// those that failed last time have ten of these places, so that they never take all.
@Component
class SourceSchedule implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(SourceSchedule.class);
  private static final int OUT_AT_ONCE = 50;
  private static final int TROUBLED_AT_ONCE = 10;
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);
  private static final Duration LONGEST_SLEEP = Duration.ofMinutes(5);

  private final Sources sources;
  private final Listening listening;
  private final Workspaces workspaces;
  private final ServerProperties properties;
  private final Conditions conditions;
  private final InstantSource clock;
  private final Semaphore out = new Semaphore(OUT_AT_ONCE, true);
  private final Semaphore troubled = new Semaphore(TROUBLED_AT_ONCE, true);
  private final Map<UUID, Bulkhead> bulkheads = new ConcurrentHashMap<>();
  private volatile boolean running;

  SourceSchedule(
      Sources sources,
      Listening listening,
      Workspaces workspaces,
      ServerProperties properties,
      Conditions conditions,
      InstantSource clock) {
    this.sources = sources;
    this.listening = listening;
    this.workspaces = workspaces;
    this.properties = properties;
    this.conditions = conditions;
    this.clock = clock;
  }

  /// Begins to ask a source.
  void add(Scope scope, Source source) {
    var bulkhead = new Bulkhead(Scope.of(scope.workspace()), source.id());
    if (bulkheads.putIfAbsent(source.id(), bulkhead) == null && running) {
      begin(bulkhead);
    }
  }

  /// Ends a source's thread; an attempt that is under way ends by itself.
  void remove(UUID id) {
    Bulkhead bulkhead = bulkheads.remove(id);
    if (bulkhead != null) {
      bulkhead.end();
    }
  }

  /// Lets a source look at its state anew, after it was woken or laid to rest.
  void nudge(UUID id) {
    Bulkhead bulkhead = bulkheads.get(id);
    if (bulkhead != null) {
      bulkhead.nudge();
    }
  }

  /// Asks a source now, and returns when that is done.
  void pollNow(Scope scope, UUID id) throws InterruptedException {
    Bulkhead bulkhead = bulkheads.get(id);
    if (bulkhead == null || !bulkhead.scope.workspace().equals(scope.workspace())) {
      throw Sources.missing(id);
    }
    conditions.requireListening();
    bulkhead.attempt();
    bulkhead.nudge();
  }

  /// The workspace of a source, for those who come from outside with its id alone.
  Optional<WorkspaceId> workspaceOf(UUID id) {
    return Optional.ofNullable(bulkheads.get(id)).map(bulkhead -> bulkhead.scope.workspace());
  }

  @EventListener
  void workspaceEnded(WorkspaceEnded ended) {
    bulkheads
        .values()
        .removeIf(
            bulkhead -> {
              boolean there = bulkhead.scope.workspace().equals(ended.workspace());
              if (there) {
                bulkhead.end();
              }
              return there;
            });
  }

  @Override
  public void start() {
    running = true;
    for (WorkspaceId workspace : workspaces.all()) {
      Scope scope = Scope.of(workspace);
      sources.all(scope).forEach(source -> add(scope, source));
    }
    bulkheads.values().forEach(this::begin);
  }

  @Override
  public void stop() {
    running = false;
    bulkheads.values().forEach(Bulkhead::end);
    bulkheads.clear();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void begin(Bulkhead bulkhead) {
    if (properties.listening()) {
      bulkhead.begin();
    }
  }

  /// One source's own room.
  private final class Bulkhead {
    private final Scope scope;
    private final UUID id;
    private final ReentrantLock attempts = new ReentrantLock();
    private @Nullable Thread thread;
    private boolean ended;
    private boolean nudged;

    Bulkhead(Scope scope, UUID id) {
      this.scope = scope;
      this.id = id;
    }

    synchronized void begin() {
      if (thread == null && !ended) {
        thread = Thread.ofVirtual().name("source-" + id).start(this::run);
      }
    }

    synchronized void end() {
      ended = true;
      notifyAll();
    }

    synchronized void nudge() {
      nudged = true;
      notifyAll();
    }

    private void run() {
      try {
        while (!hasEnded()) {
          step();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void step() throws InterruptedException {
      try {
        Instant next = nextAt();
        if (next == null) {
          end();
        } else if (next.isAfter(clock.instant())) {
          sleepUntil(next);
        } else if (!conditions.listens()) {
          sleepUntil(clock.instant().plus(AFTER_FAILURE));
        } else {
          attempt();
        }
      } catch (RuntimeException e) {
        LOG.warn("Source {}: {}", id, e.toString());
        sleepUntil(clock.instant().plus(AFTER_FAILURE));
      }
    }

    /// Null where the source is gone; far away where it rests.
    private @Nullable Instant nextAt() {
      Standing standing = sources.standing(scope, id).orElse(null);
      if (standing == null) {
        return null;
      }
      boolean rests = standing.source().paused() || Rhythm.isPushed(standing.source());
      return rests ? Instant.MAX : standing.health().nextAt();
    }

    void attempt() throws InterruptedException {
      attempts.lockInterruptibly();
      try {
        var places =
            new ArrayDeque<Semaphore>(isTroubled() ? List.of(troubled, out) : List.of(out));
        attempt(places);
      } finally {
        attempts.unlock();
      }
    }

    private void attempt(Queue<Semaphore> places) throws InterruptedException {
      Semaphore place = places.poll();
      if (place == null) {
        listening.listen(scope, id);
        return;
      }
      place.acquire();
      try {
        attempt(places);
      } finally {
        place.release();
      }
    }

    private boolean isTroubled() {
      return sources
          .standing(scope, id)
          .map(Standing::health)
          .filter(health -> health.failures() > 0)
          .isPresent();
    }

    private synchronized boolean hasEnded() {
      return ended;
    }

    private synchronized void sleepUntil(Instant next) throws InterruptedException {
      if (ended || nudged) {
        nudged = false;
        return;
      }
      Duration left = Duration.between(clock.instant(), limited(next));
      if (left.isPositive()) {
        wait(Math.max(1, left.toMillis()));
      }
      nudged = false;
    }

    private Instant limited(Instant next) {
      Instant latest = clock.instant().plus(LONGEST_SLEEP);
      return next.isAfter(latest) ? latest : next;
    }
  }
}
