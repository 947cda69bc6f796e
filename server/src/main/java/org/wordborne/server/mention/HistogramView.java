package org.wordborne.server.mention;

import java.time.Instant;
import java.util.List;

/// Mentions over time, by mood.
///
/// @param bucket "hour" or "day"
public record HistogramView(String bucket, List<MoodPoint> points) {

  /// One stretch of time, beginning at `at`.
  public record MoodPoint(
      Instant at,
      long positive,
      long negative,
      long neutral,
      long mixed,
      long unsure,
      long total) {}
}
