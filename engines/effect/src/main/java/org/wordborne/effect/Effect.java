package org.wordborne.effect;

import java.util.List;
import java.util.Map;

/// What difference it made, and how sure that is. Numbers that are not known are NaN.
///
/// @param effect mean difference a time and unit, actual less otherwise
/// @param relative the effect by the mean of the otherwise; NaN where that is not above 0
/// @param total the effect times treated units times times after
/// @param low low end of the interval of the effect
/// @param high high end of the interval
/// @param level share of such intervals that hold the truth
/// @param p chance of an effect at least as large where there is none
/// @param method how it was found
/// @param weights what the counterpart is made of; those of 0 are left out
/// @param timeWeights which times before count (`sdid`); those of 0 are left out
/// @param fit how well the time before was told
/// @param identifiable whether the data can tell the effect at all
/// @param why where they cannot: the reason, a sentence with its number; else empty
/// @param path what was and what would have been
/// @param placebos what is found where there was nothing
public record Effect(
    double effect,
    double relative,
    double total,
    double low,
    double high,
    double level,
    double p,
    Method method,
    Map<String, Double> weights,
    Map<String, Double> timeWeights,
    Fit fit,
    boolean identifiable,
    String why,
    List<Point> path,
    List<Placebo> placebos) {
  /// Takes copies of the lists.
  public Effect {
    path = List.copyOf(path);
    placebos = List.copyOf(placebos);
  }
}
