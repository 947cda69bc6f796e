package org.wordborne.server.campaign.contest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A contest as its people see it.
///
/// @param state waiting, open, closed, sealed, drawn
/// @param closesLocal the close as a clock of the zone shows it
/// @param publicUrl the page for everybody
/// @param ways how many entries came each way
/// @param undecided flagged entries nobody decided yet
record ContestView(
    UUID id,
    String state,
    String tag,
    String question,
    Instant opensAt,
    Instant closesAt,
    String opensLocal,
    String closesLocal,
    String zone,
    int minAge,
    List<String> regions,
    int perPerson,
    boolean byPost,
    boolean byForm,
    int referralChances,
    int alternates,
    int claimDays,
    int appealDays,
    String publicUrl,
    int entries,
    int valid,
    Map<String, Integer> ways,
    int undecided,
    @Nullable Instant sealedAt,
    @Nullable Instant drawnAt) {}
