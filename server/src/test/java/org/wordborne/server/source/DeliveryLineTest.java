package org.wordborne.server.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wordborne.channels.webhook.WebhookChannel.Delivery;

class DeliveryLineTest {
  private final CountDownLatch go = new CountDownLatch(1);
  private final DeliveryLine line = new DeliveryLine(this::keep);

  /* The first waits, so that others gather behind it; what is called "deep" cannot be kept. */
  private void keep(List<Delivery> all) {
    if (all.stream().anyMatch(one -> one.id().equals("first"))) {
      await();
    }
    if (all.stream().anyMatch(one -> one.id().equals("deep"))) {
      throw new StackOverflowError("too deep");
    }
  }

  private void await() {
    try {
      go.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void keep_oneThatFailsByAnError_harmsNoOther() throws Exception {
    try (var threads = Executors.newCachedThreadPool()) {
      var first = CompletableFuture.runAsync(() -> line.keep(delivery("first")), threads);
      TimeUnit.MILLISECONDS.sleep(100);
      var deep = CompletableFuture.runAsync(() -> line.keep(delivery("deep")), threads);
      var good = CompletableFuture.runAsync(() -> line.keep(delivery("good")), threads);
      TimeUnit.MILLISECONDS.sleep(200);
      go.countDown();

      first.get();
      good.get();
      assertThat(deep.handle((_, fault) -> fault).get()).hasRootCauseMessage("too deep");
    } catch (ExecutionException e) {
      throw new AssertionError("a delivery beside the bad one was not kept", e);
    }
  }

  private static Delivery delivery(String id) {
    return new Delivery(200, id, "", List.of(), List.of());
  }
}
