package org.wordborne.server.campaign;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.workspace.Money;

/// How the money of a campaign stands.
///
/// @param budget null until there is one
/// @param planned what is set aside and not spent
/// @param costs what was written down, newest first
public record CampaignMoney(
    String currency,
    @Nullable Money budget,
    List<Brief.PlannedCost> planned,
    Money spent,
    Money left,
    List<Cost> costs) {

  /// Money spent, or work done.
  ///
  /// @param amount null for work
  /// @param minutes null for money
  public record Cost(
      UUID id, String what, @Nullable Money amount, @Nullable Integer minutes, Instant at) {}
}
