package org.wordborne.server.mention;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.mention.LiveEvents.Changed;
import org.wordborne.server.mention.LiveEvents.Words;

/// What waits to be told to one open page: one entry an event, whatever happened meanwhile.
final class LiveListener {
  private final Map<String, Object> waiting = new LinkedHashMap<>();

  /// Adds something to tell.
  synchronized void offer(String event, Object data) {
    waiting.merge(event, data, LiveListener::together);
    notifyAll();
  }

  /// Takes all that waits; waits for something for at most `patience`, then returns nothing.
  synchronized Map<String, Object> take(Duration patience) throws InterruptedException {
    if (waiting.isEmpty()) {
      wait(patience.toMillis());
    }
    var all = new LinkedHashMap<>(waiting);
    waiting.clear();
    return all;
  }

  private static @Nullable Object together(Object before, Object after) {
    if (before instanceof Words(_, long count, _)
        && after instanceof Words(long seq, long more, var at)) {
      return new Words(seq, count + more, at);
    }
    if (before instanceof Changed(var first) && after instanceof Changed(var second)) {
      var both = new LinkedHashSet<>(first);
      both.addAll(second);
      return new Changed(both);
    }
    return after;
  }
}
