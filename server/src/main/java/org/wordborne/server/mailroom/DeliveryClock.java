package org.wordborne.server.mailroom;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.wordborne.server.mailroom.DeliveryBook.Parcel;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.Workspaces;

/// Carries what is due, some at a time, so that a slow mail host delays no webhook.
@Component
class DeliveryClock implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(DeliveryClock.class);
  private static final int AT_ONCE = 8;
  private static final long BREATH_MILLIS = 250;
  private static final Duration PRUNES = Duration.ofHours(6);

  private final Workspaces workspaces;
  private final DeliveryBook book;
  private final Carriers carriers;
  private final InstantSource clock;
  private final boolean listening;
  private final Semaphore hands = new Semaphore(AT_ONCE);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean running;
  private Instant pruned = Instant.EPOCH;

  DeliveryClock(
      Workspaces workspaces,
      DeliveryBook book,
      Carriers carriers,
      InstantSource clock,
      ServerProperties properties) {
    this.workspaces = workspaces;
    this.book = book;
    this.carriers = carriers;
    this.clock = clock;
    this.listening = properties.listening();
  }

  @Override
  public void start() {
    running = true;
    if (listening) {
      Thread.ofVirtual().name("deliveries").start(this::ticks);
    }
  }

  private void ticks() {
    while (running) {
      try {
        round(clock.instant());
        Thread.sleep(BREATH_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        if (running) {
          LOG.warn("Carrying what goes out: {}", e.toString());
          rest();
        }
      }
    }
  }

  /* A database that refuses at once is not asked as fast as it can refuse. */
  private static void rest() {
    try {
      Thread.sleep(20 * BREATH_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void round(Instant now) {
    boolean prunes = pruned.plus(PRUNES).isBefore(now);
    for (WorkspaceId workspace : workspaces.all()) {
      hand(Scope.of(workspace), now);
      if (prunes) {
        book.prune(Scope.of(workspace), now);
      }
    }
    pruned = prunes ? now : pruned;
  }

  private void hand(Scope scope, Instant now) {
    int free = hands.availablePermits();
    if (free == 0) {
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
  public void stop() {
    running = false;
    threads.shutdown();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
