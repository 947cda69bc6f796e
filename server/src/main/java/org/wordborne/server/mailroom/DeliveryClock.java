package org.wordborne.server.mailroom;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.wordborne.server.mailroom.DeliveryBook.Parcel;
import org.wordborne.server.workspace.Clockwork;
import org.wordborne.server.workspace.Conditions;
import org.wordborne.server.workspace.Rounds;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.Workspaces;

/// Carries letters that are due, some at a time.
@Component
class DeliveryClock extends Clockwork {
  private static final Logger LOG = LoggerFactory.getLogger(DeliveryClock.class);
  private static final int AT_ONCE = 8;
  private static final Duration BREATH = Duration.ofMillis(250);
  private static final Duration AFTER_FAULT = Duration.ofSeconds(5);
  private static final Duration PRUNES = Duration.ofHours(6);

  private final Workspaces workspaces;
  private final DeliveryBook book;
  private final Carriers carriers;
  private final Conditions conditions;
  private final InstantSource clock;
  private final Semaphore hands = new Semaphore(AT_ONCE);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private Instant pruned = Instant.EPOCH;

  DeliveryClock(
      Workspaces workspaces,
      DeliveryBook book,
      Carriers carriers,
      Conditions conditions,
      InstantSource clock,
      ServerProperties properties) {
    super(new Rounds("deliveries", BREATH, AFTER_FAULT), properties.listening());
    this.workspaces = workspaces;
    this.book = book;
    this.carriers = carriers;
    this.conditions = conditions;
    this.clock = clock;
  }

  @Override
  protected void round() {
    Instant now = clock.instant();
    boolean prunes = pruned.plus(PRUNES).isBefore(now);
    for (WorkspaceId workspace : workspaces.all()) {
      Scope scope = Scope.of(workspace);
      part("what is due", () -> hand(scope, now));
      if (prunes) {
        part("what is let go", () -> book.prune(scope, now));
      }
    }
    pruned = prunes ? now : pruned;
  }

  /// Takes what is due, while things are sent, and carries it beside.
  void hand(Scope scope, Instant now) {
    int free = hands.availablePermits();
    if (free == 0 || !conditions.sends()) {
      return;
    }
    for (Parcel parcel : book.take(scope, now, free)) {
      hands.acquireUninterruptibly();
      threads.submit(
          () -> {
            try {
              carriers.carry(scope, parcel);
            } catch (RuntimeException e) {
              LOG.warn("Delivery {}: {}", parcel.id(), e.toString());
            } finally {
              hands.release();
            }
          });
    }
  }

  @Override
  protected void after() {
    threads.shutdown();
  }
}
