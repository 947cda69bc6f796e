package org.wordborne.server.strategy.wish;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A call for offers, as its table knows it.
///
/// @param winner number of the winning seller; null before the close, or where none was low enough
/// @param taken whether the wisher took the offer; null until settled
record CallRecord(
    UUID id,
    UUID wish,
    String terms,
    String currency,
    byte[] ceiling,
    Instant openedAt,
    Instant endsAt,
    @Nullable Instant closedAt,
    @Nullable Integer winner,
    @Nullable Long priceMinor,
    @Nullable Instant settledAt,
    @Nullable Boolean taken) {

  boolean isOver(Instant now) {
    return !now.isBefore(endsAt);
  }
}
