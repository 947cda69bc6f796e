package org.wordborne.server.mention.index;

import java.time.Instant;

/// Mentions of one hour or day, by sentiment.
///
/// @param at where the hour or day begins
/// @param positive how many are positive
/// @param negative how many are negative
/// @param neutral how many are neutral
/// @param mixed how many are both
/// @param unsure how many could not be judged
/// @param total all of them
public record HistogramPoint(
    Instant at, long positive, long negative, long neutral, long mixed, long unsure, long total) {}
