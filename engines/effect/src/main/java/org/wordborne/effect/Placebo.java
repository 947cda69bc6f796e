package org.wordborne.effect;

/// The effect that is found where there was none.
///
/// @param unit the donor, or the donors, taken for treated
/// @param effect mean difference after
/// @param rmspe its error before
public record Placebo(String unit, double effect, double rmspe) {}
