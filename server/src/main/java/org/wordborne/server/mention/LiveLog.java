package org.wordborne.server.mention;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.mention.LiveEvents.Changed;
import org.wordborne.server.mention.LiveEvents.Words;

/// What happened lately in one workspace, numbered, so that a page whose line broke goes on where
/// it was. The last thousand events are kept; who was away for longer reads everything anew.
final class LiveLog {
  static final int KEPT = 1_000;
  private final Deque<Entry> entries = new ArrayDeque<>(KEPT);
  private long last;

  private record Entry(long number, String event, Object data) {}

  /// What a page is told at once.
  ///
  /// @param upTo the number of the last event in it
  /// @param events one an event, whatever happened meanwhile
  record Told(long upTo, Map<String, Object> events) {}

  /// Adds what happened.
  synchronized void add(String event, Object data) {
    if (entries.size() == KEPT) {
      entries.removeFirst();
    }
    entries.addLast(new Entry(++last, event, data));
    notifyAll();
  }

  /// The number of what happened last.
  synchronized long last() {
    return last;
  }

  /// What happened after `number`, put together; waits for something for at most `patience`, then
  /// returns nothing. Empty if not all of it is known any more, or `number` was never given.
  synchronized Optional<Told> after(long number, Duration patience) throws InterruptedException {
    if (number == last) {
      wait(patience.toMillis());
    }
    if (number > last || number < last - entries.size()) {
      return Optional.empty();
    }
    Map<String, Object> together = new LinkedHashMap<>();
    entries.stream()
        .filter(entry -> entry.number() > number)
        .forEach(entry -> together.merge(entry.event(), entry.data(), LiveLog::together));
    return Optional.of(new Told(last, together));
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
