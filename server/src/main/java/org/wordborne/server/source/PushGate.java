package org.wordborne.server.source;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.TooManyException;

/// Lets so many deliveries of one webhook be under way at a time, and so many bytes of all; those
/// beyond are told to come again rather than kept waiting, so that a burst costs bounded memory.
@Component
class PushGate {
  static final int MOST = 128;

  /// What a delivery counts that does not say how long it is: as much as one may be.
  private static final long LONGEST = 10 << 20;

  private static final Duration AGAIN = Duration.ofSeconds(2);
  private final Map<UUID, AtomicInteger> underWay = new ConcurrentHashMap<>();

  /// An eighth of the memory, in KB: bodies are copied and read while they are held.
  private final Semaphore room = new Semaphore((int) (Runtime.getRuntime().maxMemory() / 8 >> 10));

  /// A delivery that is under way until it is closed.
  interface Passage extends AutoCloseable {
    @Override
    void close();
  }

  /// Lets a delivery of `source` in, before it is read.
  ///
  /// @param length its bytes; negative if it does not say
  /// @throws TooManyException if as many as may are under way
  Passage enter(UUID source, long length) {
    int kilobytes = Math.toIntExact(((length < 0 ? LONGEST : length) >> 10) + 1);
    var count = underWay.computeIfAbsent(source, _ -> new AtomicInteger());
    if (count.incrementAndGet() > MOST || !room.tryAcquire(kilobytes)) {
      count.decrementAndGet();
      throw new TooManyException(
          "More is pushed here than can be stored at once; push it again in a moment.", AGAIN);
    }
    return () -> {
      room.release(kilobytes);
      count.decrementAndGet();
    };
  }
}
