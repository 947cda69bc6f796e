package org.wordborne.server.person;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Ties words that answer one another into threads, in any order of arrival.
///
/// Every native id that is seen or only named belongs to a thread. A word names its own id, the
/// one it answers and the root of its thread: all three become one thread. So an answer that comes
/// before the word it answers waits in the right thread for it.
final class ThreadTies {
  private final Map<Key, UUID> threads = new HashMap<>();
  private final Map<UUID, UUID> joined = new LinkedHashMap<>();
  private final Supplier<UUID> ids;

  ThreadTies(Supplier<UUID> ids) {
    this.ids = ids;
  }

  /// An id in the place where it is unique.
  record Key(String place, String nativeId) {}

  /// Says that `key` was in `thread` before.
  void known(Key key, UUID thread) {
    threads.put(key, thread);
  }

  /// Ties the ids to one thread and returns it. Of several, the oldest stays.
  UUID tie(List<Key> keys) {
    UUID thread =
        keys.stream()
            .flatMap(key -> Stream.ofNullable(threads.get(key)))
            .map(this::current)
            .min(UUID::compareTo)
            .orElseGet(ids);
    for (var key : keys) {
      join(threads.put(key, thread), thread);
    }
    return thread;
  }

  private void join(@Nullable UUID before, UUID thread) {
    if (before == null) {
      return;
    }
    UUID old = current(before);
    if (!old.equals(thread)) {
      joined.put(old, thread);
    }
  }

  /// The thread in which `thread` now is.
  UUID current(UUID thread) {
    UUID now = thread;
    while (joined.containsKey(now)) {
      now = joined.get(now);
    }
    return now;
  }

  /// Threads that are no more, each with the one into which it finally went.
  Map<UUID, UUID> joined() {
    var last = new LinkedHashMap<UUID, UUID>();
    joined.keySet().forEach(old -> last.put(old, current(old)));
    return last;
  }
}
