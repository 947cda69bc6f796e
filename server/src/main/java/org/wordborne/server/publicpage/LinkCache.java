package org.wordborne.server.publicpage;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Remembers which codes lead somewhere and which nowhere, so that guessing costs the database
/// little.
final class LinkCache {
  private static final int MOST = 10_000;
  private final Map<String, ShortLinks.Found> hits = bounded();
  private final Map<String, Boolean> misses = bounded();

  private static <V> Map<String, V> bounded() {
    return new LinkedHashMap<>(16, .75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > MOST;
      }
    };
  }

  synchronized ShortLinks.@Nullable Found get(String code) {
    return hits.get(code);
  }

  synchronized void hit(String code, ShortLinks.Found found) {
    hits.put(code, found);
  }

  synchronized boolean isMiss(String code) {
    return misses.containsKey(code);
  }

  synchronized void miss(String code) {
    misses.put(code, true);
  }

  /// After a new code: what led nowhere may lead somewhere now.
  synchronized void forgetMisses() {
    misses.clear();
  }
}
