package org.wordborne.effect;

/// The smallest effect that a campaign could show. Numbers that are not known are NaN.
///
/// @param effect the effect a time and unit
/// @param relative the effect by the mean before; NaN where that is not above 0
/// @param level level of the interval that must leave 0 out
/// @param power share of rehearsals in which an effect of this size is shown
/// @param rehearsals how many stretches of the time before were taken for campaigns
/// @param method how the effect would be found
/// @param identifiable whether it can be told
/// @param why where it cannot: the reason; else empty
public record Smallest(
    double effect,
    double relative,
    double level,
    double power,
    int rehearsals,
    Method method,
    boolean identifiable,
    String why) {}
