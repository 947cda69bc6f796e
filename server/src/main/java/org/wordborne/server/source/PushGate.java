package org.wordborne.server.source;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.TooManyException;

/// Lets so many deliveries of one webhook be under way at a time; those beyond are told to come
/// again rather than kept waiting, so that a burst costs bounded memory and harms no other source.
@Component
class PushGate {
  static final int MOST = 128;
  private static final Duration AGAIN = Duration.ofSeconds(2);
  private final Map<UUID, AtomicInteger> underWay = new ConcurrentHashMap<>();

  /// A delivery that is under way until it is closed.
  interface Passage extends AutoCloseable {
    @Override
    void close();
  }

  /// Lets a delivery of `source` in.
  ///
  /// @throws TooManyException if as many as may are under way
  Passage enter(UUID source) {
    var count = underWay.computeIfAbsent(source, _ -> new AtomicInteger());
    if (count.incrementAndGet() > MOST) {
      count.decrementAndGet();
      throw new TooManyException(
          "More is pushed here than can be stored at once; push it again in a moment.", AGAIN);
    }
    return count::decrementAndGet;
  }
}
