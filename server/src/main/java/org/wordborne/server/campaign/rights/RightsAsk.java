package org.wordborne.server.campaign.rights;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of `rights_ask`.
///
/// @param uses what was asked for; see [Use]
/// @param until the last day for which it was asked, in UTC
/// @param granted what they ticked
/// @param credit how they want to be named; "" for not at all
record RightsAsk(
    UUID id,
    UUID mention,
    @Nullable UUID campaign,
    List<String> uses,
    LocalDate until,
    UUID link,
    @Nullable UUID reply,
    String askedBy,
    Instant askedAt,
    String termsHash,
    String state,
    List<String> granted,
    String credit,
    @Nullable Instant answeredAt,
    @Nullable Instant withdrawnAt) {

  /// Whether the time for which it was asked is over.
  boolean isOver(Instant now) {
    return !now.isBefore(until.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /// How it stands now: asked, granted, refused, withdrawn or over.
  String stateNow(Instant now) {
    boolean open = state.equals("asked") || state.equals("granted");
    return open && isOver(now) ? "over" : state;
  }

  /// Whether these words may be used so now.
  boolean allows(String use, Instant now) {
    return stateNow(now).equals("granted") && granted.contains(use);
  }
}
