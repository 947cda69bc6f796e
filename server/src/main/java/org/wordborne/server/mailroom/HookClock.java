package org.wordborne.server.mailroom;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Clockwork;
import org.wordborne.server.workspace.Conditions;
import org.wordborne.server.workspace.Rounds;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.Workspaces;

/// Tells programs what is due, each in a lane of its own: whoever is slow delays nobody else.
@Component
class HookClock extends Clockwork {
  private static final Logger LOG = LoggerFactory.getLogger(HookClock.class);

  /// So many deliveries are under way to one webhook; each holds one answer at most.
  static final int LANE = 4;

  private static final Duration BREATH = Duration.ofMillis(250);
  private static final Duration AFTER_FAULT = Duration.ofSeconds(5);
  private static final Duration PRUNES = Duration.ofHours(6);

  private final Workspaces workspaces;
  private final HookHappenings happenings;
  private final HookBook book;
  private final HookCarrier carrier;
  private final Conditions conditions;
  private final InstantSource clock;
  private final Map<UUID, Integer> underWay = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private Instant pruned = Instant.EPOCH;

  HookClock(
      Workspaces workspaces,
      HookHappenings happenings,
      HookBook book,
      HookCarrier carrier,
      Conditions conditions,
      InstantSource clock,
      ServerProperties properties) {
    super(new Rounds("webhooks", BREATH, AFTER_FAULT), properties.listening());
    this.workspaces = workspaces;
    this.happenings = happenings;
    this.book = book;
    this.carrier = carrier;
    this.conditions = conditions;
    this.clock = clock;
  }

  @Override
  protected void round() {
    Instant now = clock.instant();
    boolean prunes = pruned.plus(PRUNES).isBefore(now);
    for (WorkspaceId workspace : workspaces.all()) {
      Scope scope = Scope.of(workspace);
      part("what happened", () -> happenings.tell(scope));
      if (conditions.sends()) {
        part("what is due", () -> hand(scope, now));
      }
      if (prunes) {
        part("what is let go", () -> book.prune(scope, now));
      }
    }
    pruned = prunes ? now : pruned;
  }

  private void hand(Scope scope, Instant now) {
    for (var due : book.due(scope, now, LANE)) {
      for (int i = 0; i < due.count() && enters(due.hook()); i++) {
        threads.submit(() -> lead(scope, due.hook()));
      }
    }
  }

  private boolean enters(UUID hook) {
    int before = underWay.getOrDefault(hook, 0);
    return before < LANE && underWay.merge(hook, 1, Integer::sum) <= LANE;
  }

  /* Goes on until nothing is due or something fails; the next round looks again. */
  private void lead(Scope scope, UUID hook) {
    try {
      while (isRunning()) {
        var next = book.take(scope, hook, clock.instant());
        if (next.isEmpty() || !carrier.carry(scope, next.get())) {
          return;
        }
      }
    } catch (RuntimeException e) {
      LOG.warn("Webhook {}: {}", hook, e.toString());
    } finally {
      underWay.computeIfPresent(hook, (_, count) -> count == 1 ? null : count - 1);
    }
  }

  @Override
  protected void after() {
    threads.shutdown();
  }
}
