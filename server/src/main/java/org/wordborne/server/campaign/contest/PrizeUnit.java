package org.wordborne.server.campaign.contest;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One piece of a prize.
///
/// @param entry whose it is or may become; null for nobody's
/// @param place of the draw; 0 for one who stood by; null for nobody's
/// @param claimBy until when its winner may answer; null before they were told
/// @param suspended whether an appeal about it waits
record PrizeUnit(
    UUID id,
    UUID contest,
    UUID prize,
    int no,
    ClaimState state,
    @Nullable UUID entry,
    @Nullable Integer place,
    @Nullable Instant notifiedAt,
    @Nullable Instant claimBy,
    @Nullable Instant claimedAt,
    @Nullable Instant verifiedAt,
    boolean suspended) {

  /// The same piece elsewhere; what was told to one who no longer has it is forgotten.
  PrizeUnit to(ClaimState next, @Nullable UUID whose, @Nullable Integer drawn) {
    boolean same = whose != null && whose.equals(entry);
    return new PrizeUnit(
        id,
        contest,
        prize,
        no,
        next,
        whose,
        drawn,
        same ? notifiedAt : null,
        same ? claimBy : null,
        same ? claimedAt : null,
        same ? verifiedAt : null,
        suspended);
  }
}
