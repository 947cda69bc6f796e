package org.wordborne.spread;

/// Between which ends the final size lies.
///
/// @param low lower end, at least what was seen
/// @param high upper end, at least `low`
public record Band(double low, double high) {}
