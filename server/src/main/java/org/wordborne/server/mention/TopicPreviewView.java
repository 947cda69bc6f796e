package org.wordborne.server.mention;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a topic would have heard in what is stored.
///
/// @param normal the query in its normal form, or null where it is wrong
/// @param error where and why it is wrong, or null
/// @param perDay words a day to expect; null where nothing is stored
/// @param sample newest, oddest and least sure first
/// @param neverCounts how many each preset would not collect
/// @param hideCounts how many each preset would hide
public record TopicPreviewView(
    @Nullable String normal,
    @Nullable QueryFault error,
    long count,
    long people,
    @Nullable PerDay perDay,
    List<DayCount> histogram,
    List<MentionView> sample,
    Map<String, Long> neverCounts,
    Map<String, Long> hideCounts,
    double seconds) {

  /// A fault at a place in the query, in code points, `end` exclusive.
  public record QueryFault(String message, int start, int end, String hint) {}

  /// An estimate with its 90 % interval.
  public record PerDay(double estimate, double low, double high) {}

  /// One day's count.
  public record DayCount(Instant at, long total) {}
}
