package org.wordborne.effect;

/// How well the otherwise told the time before.
///
/// @param rmspe root of the mean squared error before, in the unit of the values
/// @param scaled `rmspe` by the standard deviation of the treated before; 0 is perfect
/// @param correlation of the treated and its counterpart before, in [-1, 1]
/// @param before number of times before
/// @param donors number of units that the counterpart could be made of
public record Fit(double rmspe, double scaled, double correlation, int before, int donors) {}
