package org.wordborne.server.workspace.http;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// A bucket for each rule and whoever it is counted for: full at first, filled again evenly, so
/// that a minute's worth may come at once. Time is monotonic; a clock that is set changes nothing.
final class RateBuckets {
  private static final int REMEMBERED = 50_000;
  private static final double NANOS_A_MINUTE = Duration.ofMinutes(1).toNanos();
  private final LongSupplier nanos;
  private final Map<String, Level> levels =
      new LinkedHashMap<>(16, .75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Level> eldest) {
          return size() > REMEMBERED;
        }
      };

  RateBuckets(LongSupplier nanos) {
    this.nanos = nanos;
  }

  private record Level(double left, long at) {}

  /// What is left after a request.
  ///
  /// @param taken whether there was something left for it
  /// @param left how many more may come at once
  /// @param untilFull after how long as much may come again as at first
  /// @param untilNext after how long one more may come; none if one may
  record Left(boolean taken, int left, Duration untilFull, Duration untilNext) {}

  /// Counts one request of `whose`.
  synchronized Left take(RateRule rule, String whose) {
    String key = rule + " " + whose;
    long now = nanos.getAsLong();
    double each = NANOS_A_MINUTE / rule.aMinute();
    Level old = levels.get(key);
    double level =
        old == null
            ? rule.aMinute()
            : Math.min(rule.aMinute(), old.left() + (now - old.at()) / each);
    boolean taken = level >= 1;
    double left = taken ? level - 1 : level;
    levels.put(key, new Level(left, now));
    return new Left(
        taken,
        (int) left,
        Duration.ofNanos((long) ((rule.aMinute() - left) * each)),
        left >= 1 ? Duration.ZERO : Duration.ofNanos((long) ((1 - left) * each)));
  }
}
