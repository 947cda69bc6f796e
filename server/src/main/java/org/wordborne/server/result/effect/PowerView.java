package org.wordborne.server.result.effect;

import org.jspecify.annotations.Nullable;

/// The smallest effect that a campaign of so many days could show.
///
/// @param effect a unit and day; null where it cannot be told
/// @param relative the effect by the mean before; null where it cannot be told
/// @param power share of such campaigns in which it would be shown
/// @param rehearsals stretches of the past that were taken for campaigns
/// @param why the reason, where it cannot be told; else empty
public record PowerView(
    int days,
    @Nullable Double effect,
    @Nullable Double relative,
    double level,
    double power,
    int rehearsals,
    String why) {}
