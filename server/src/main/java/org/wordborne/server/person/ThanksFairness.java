package org.wordborne.server.person;

import org.jspecify.annotations.Nullable;

/// Whether only the loud are thanked: of the people thanked, and of all who spoke well of us in the
/// same days, how many are quiet, that is heard by at most fifty.
///
/// @param days back from now
/// @param people how many different people were thanked
/// @param quiet how many of them are quiet
/// @param share `quiet / people`; null below 25 people, as low and high are
/// @param low lower end of its 90 % interval
/// @param high upper end
/// @param kind how many different people spoke well of us
/// @param kindQuiet how many of those are quiet
public record ThanksFairness(
    int days,
    long people,
    long quiet,
    @Nullable Double share,
    @Nullable Double low,
    @Nullable Double high,
    long kind,
    long kindQuiet) {}
