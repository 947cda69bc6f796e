package org.wordborne.benchmarks;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.ListenerNotFoundException;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/// Watches this process's heap while something runs: the most that was used, garbage and all, and
/// the most that a full collection left.
final class HeapWatch implements AutoCloseable {
  private static final double MEGA = 1 << 20;
  private static final long BETWEEN_LOOKS = 20;

  private final AtomicLong used = new AtomicLong();
  private final AtomicLong live = new AtomicLong();
  private final NotificationListener listener = (note, _) -> collected(note.getUserData());
  private final List<NotificationEmitter> emitters = new ArrayList<>();
  private final Set<String> pools =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .map(MemoryPoolMXBean::getName)
          .collect(Collectors.toSet());
  private final Thread looking = Thread.ofPlatform().daemon().name("heap").unstarted(this::look);

  private HeapWatch() {}

  static HeapWatch begin() {
    var watch = new HeapWatch();
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      if (collector instanceof NotificationEmitter emitter) {
        emitter.addNotificationListener(watch.listener, null, null);
        watch.emitters.add(emitter);
      }
    }
    watch.looking.start();
    return watch;
  }

  /// The most that was in use at once, in MB, with what a collection would have freed.
  double mostUsed() {
    return used.get() / MEGA;
  }

  /// The most that a full collection left, in MB; one is made now.
  double mostLive() {
    System.gc();
    keep(live, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    return live.get() / MEGA;
  }

  private void collected(Object data) {
    var info = GarbageCollectionNotificationInfo.from((CompositeData) data);
    var after = info.getGcInfo().getMemoryUsageAfterGc();
    long left =
        after.entrySet().stream()
            .filter(pool -> pools.contains(pool.getKey()))
            .mapToLong(pool -> pool.getValue().getUsed())
            .sum();
    if (info.getGcAction().contains("major")) {
      keep(live, left);
    }
  }

  private void look() {
    try {
      while (!Thread.interrupted()) {
        keep(used, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        Thread.sleep(BETWEEN_LOOKS);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static void keep(AtomicLong most, long now) {
    most.accumulateAndGet(now, Math::max);
  }

  @Override
  public void close() {
    looking.interrupt();
    for (NotificationEmitter emitter : emitters) {
      try {
        emitter.removeNotificationListener(listener);
      } catch (ListenerNotFoundException gone) {
        // Then it no longer listens, which is all that is wanted.
      }
    }
  }
}
