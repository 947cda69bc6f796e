package org.wordborne.server.campaign.contest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a person says of a contest; what is left out keeps its usual value.
///
/// @param tag hashtag, with or without its sign
/// @param opensAt local time in the campaign's zone; its start when left out
/// @param closesAt local time in the campaign's zone; its end when left out
/// @param regions codes of countries or names of places; none for anywhere
record ContestDraft(
    @Nullable String tag,
    @Nullable String question,
    @Nullable String opensAt,
    @Nullable String closesAt,
    @Nullable Integer minAge,
    @Nullable List<String> regions,
    @Nullable Integer perPerson,
    @Nullable Boolean byPost,
    @Nullable Boolean byForm,
    @Nullable Integer referralChances,
    @Nullable Integer alternates,
    @Nullable Integer claimDays,
    @Nullable Integer appealDays) {}
