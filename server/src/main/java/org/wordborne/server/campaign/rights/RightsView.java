package org.wordborne.server.campaign.rights;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.mention.MentionView;

/// Leave that was asked for, and how it stands.
///
/// @param mention the words; null once they were deleted where they stood
/// @param state asked, granted, refused, withdrawn or over
/// @param granted the uses they ticked
/// @param credit how they want to be named; "" for not at all
/// @param usedIn where the words are used now, in words; empty where nowhere
/// @param link to be sent to them; only when it was just made
public record RightsView(
    UUID id,
    @Nullable MentionView mention,
    @Nullable UUID campaign,
    List<String> uses,
    LocalDate until,
    String state,
    String askedBy,
    Instant askedAt,
    List<String> granted,
    String credit,
    @Nullable Instant answeredAt,
    @Nullable Instant withdrawnAt,
    List<String> usedIn,
    @Nullable String link) {
  /// Copies the lists.
  public RightsView {
    uses = List.copyOf(uses);
    granted = List.copyOf(granted);
    usedIn = List.copyOf(usedIn);
  }

  /// The same with the link in it.
  RightsView with(String made) {
    return new RightsView(
        id,
        mention,
        campaign,
        uses,
        until,
        state,
        askedBy,
        askedAt,
        granted,
        credit,
        answeredAt,
        withdrawnAt,
        usedIn,
        made);
  }
}
