package org.wordborne.spread;

/// What a [BurstDetector] makes of one value.
///
/// @param score how unusual the talk is: −log₁₀ of the chance of as much, corrected for the number
///     of spans looked at; while a burst is on, only what goes beyond its peak
/// @param alarm whether a burst begins here
/// @param burning whether a burst is on, the row of its alarm included
/// @param usualLow lower end of what is usual at that hour (5 %), in words a step
/// @param usualHigh upper end (95 %)
/// @param span over how many steps the talk is most unusual
public record BurstReading(
    double score, boolean alarm, boolean burning, double usualLow, double usualHigh, int span) {}
