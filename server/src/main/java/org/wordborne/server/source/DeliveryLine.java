package org.wordborne.server.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.wordborne.channels.webhook.WebhookChannel.Delivery;

/// Keeps deliveries that come at the same time together: whoever is first in line keeps those of
/// all who wait, in the order in which they came, and the disk is waited for once.
///
/// Should keeping them together fail, each is kept by itself, so that one harms no other.
final class DeliveryLine {
  private static final int MOST_AT_ONCE = 500;

  private final Consumer<List<Delivery>> keeper;
  private final ReentrantLock first = new ReentrantLock(true);
  private final Queue<Waiting> waiting = new ArrayDeque<>();

  /// Keeps with `keeper`, which returns when what it was given outlives a crash.
  DeliveryLine(Consumer<List<Delivery>> keeper) {
    this.keeper = keeper;
  }

  private record Waiting(Delivery delivery, CompletableFuture<Boolean> kept) {}

  /// Keeps a delivery; returns when it outlives a crash, and throws what keeping it threw.
  void keep(Delivery delivery) {
    var mine = new Waiting(delivery, new CompletableFuture<>());
    synchronized (waiting) {
      waiting.add(mine);
    }
    first.lock();
    try {
      while (!mine.kept.isDone()) {
        keepTogether(next());
      }
    } finally {
      first.unlock();
    }
    try {
      mine.kept.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private List<Waiting> next() {
    var next = new ArrayList<Waiting>();
    synchronized (waiting) {
      while (!waiting.isEmpty() && next.size() < MOST_AT_ONCE) {
        next.add(waiting.remove());
      }
    }
    return next;
  }

  private void keepTogether(List<Waiting> all) {
    try {
      keeper.accept(all.stream().map(Waiting::delivery).toList());
      all.forEach(one -> one.kept.complete(true));
    } catch (RuntimeException | Error together) {
      for (Waiting one : all) {
        keepAlone(one);
      }
    }
  }

  private void keepAlone(Waiting one) {
    try {
      keeper.accept(List.of(one.delivery));
      one.kept.complete(true);
    } catch (RuntimeException | Error e) {
      one.kept.completeExceptionally(e);
    }
  }
}
