package org.wordborne.server.campaign;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A campaign, without what its contest, calendar and draw tell by themselves.
///
/// @param state draft, ready (nothing is missing), running or closed
/// @param zone whose clock it runs by
/// @param startsLocal the start on that clock; "" before there is one
/// @param twice which of the two times come twice on that clock; the first is meant
/// @param rulesHash of the rules that hold; "" before there are any
public record CampaignView(
    UUID id,
    String name,
    String state,
    @Nullable CampaignOwner owner,
    String zone,
    @Nullable Instant startsAt,
    String startsLocal,
    @Nullable Instant endsAt,
    String endsLocal,
    List<String> twice,
    Instant madeAt,
    @Nullable Instant startedAt,
    @Nullable Instant closedAt,
    Brief brief,
    List<UUID> topics,
    CampaignMoney money,
    String rulesHash,
    String overridden) {

  /// Who answers for it.
  public record CampaignOwner(UUID id, String name) {}
}
