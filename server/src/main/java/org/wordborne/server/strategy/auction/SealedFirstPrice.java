package org.wordborne.server.strategy.auction;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Who wins: the lowest bid that is not above the ceiling, at its own price. Of equal bids the one
/// received first.
public final class SealedFirstPrice {
  private SealedFirstPrice() {}

  /// A bid that stood at the close, opened.
  ///
  /// @param number its place in the order of receipt
  public record OpenedBid(int seller, long minor, long number) {}

  /// The winning bid; none where all are above the ceiling, or there is none.
  public static Optional<OpenedBid> winner(Collection<OpenedBid> bids, long ceiling) {
    return bids.stream()
        .filter(bid -> bid.minor() <= ceiling)
        .min(Comparator.comparingLong(OpenedBid::minor).thenComparingLong(OpenedBid::number));
  }
}
