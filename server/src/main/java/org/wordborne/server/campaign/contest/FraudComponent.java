package org.wordborne.server.campaign.contest;

import java.util.List;

/// Entries that share what strangers do not share.
///
/// @param entries by their numbers, at least one
/// @param score sum of the reasons' log-odds
/// @param reasons heaviest first
record FraudComponent(List<FraudEntry> entries, double score, List<FraudReason> reasons) {
  /// From here on a person looks.
  static final double LINE = 2;

  boolean isFlagged() {
    return score > LINE;
  }
}
