package org.wordborne.server.campaign.contest;

import java.util.Locale;
import java.util.Set;

/// Where a piece of a prize is; each is an account of the ledger.
enum ClaimState {
  /// In the shop, for no contest yet.
  STOCK,
  /// Kept for the contest; nobody's.
  RESERVED,
  /// Somebody's who was drawn, and who has not answered.
  AWARDED,
  /// Claimed by its winner.
  CLAIMED,
  /// On its way.
  SHIPPED,
  /// With its winner.
  DELIVERED,
  /// Nobody wanted it.
  EXPIRED,
  /// Came back.
  RETURNED;

  /// Where it may go from here.
  Set<ClaimState> next() {
    return switch (this) {
      case STOCK -> Set.of(RESERVED);
      case RESERVED -> Set.of(AWARDED, EXPIRED, STOCK);
      case AWARDED -> Set.of(CLAIMED, RESERVED);
      case CLAIMED -> Set.of(SHIPPED, RESERVED);
      case SHIPPED -> Set.of(DELIVERED, RETURNED);
      case RETURNED -> Set.of(SHIPPED, EXPIRED);
      case DELIVERED, EXPIRED -> Set.of();
    };
  }

  String account() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ClaimState of(String account) {
    return valueOf(account.toUpperCase(Locale.ROOT));
  }
}
