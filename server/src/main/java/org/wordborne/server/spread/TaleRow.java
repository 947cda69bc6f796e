package org.wordborne.server.spread;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A word on the move, as a line of a list.
///
/// @param topic null for a tale that is known by its wording alone
/// @param told how many people told it so far
/// @param forecast null once it is quiet
/// @param truth `open`, `true` or `false`, as a person judged it
/// @param spark how many had told it, at twelve moments from its beginning to its last telling
public record TaleRow(
    UUID id,
    @Nullable UUID topic,
    String title,
    int told,
    int line,
    @Nullable TaleForecast forecast,
    String truth,
    List<Integer> spark,
    Instant begunAt,
    Instant lastAt,
    @Nullable Instant quietAt) {

  /// How far it will go, in people who told it in the end.
  ///
  /// @param naive what one would guess without looking: as many again
  /// @param passes the chance that the line is passed
  public record TaleForecast(
      double median, TaleBand b50, TaleBand b80, TaleBand b90, double naive, double passes) {}

  /// The ends of a band.
  public record TaleBand(double low, double high) {}
}
