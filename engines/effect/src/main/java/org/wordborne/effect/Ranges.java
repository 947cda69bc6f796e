package org.wordborne.effect;

import java.util.List;

/* Chooses where the interval comes from. */
final class Ranges {
  private static final int ENOUGH_DONORS = 20;
  private static final int ENOUGH_TIMES = 60;

  private Ranges() {}

  static Range of(
      Split split, Counterpart.Design design, Counterpart fitted, LiftSettings settings) {
    if (design.method() == Method.REGRESSION) {
      return regression(split, fitted, settings);
    }
    return isConformal(split, design, settings)
        ? new ConformalRange(split, design, settings).range(fitted.effect(), fitted.rmspe())
        : PlaceboRange.of(split, design, fitted, settings);
  }

  /* With many times before, time says more than a few dozen donors can: at 105 times the least
   * chance of error is 1/105, at 38 donors 1/39. */
  private static boolean isConformal(
      Split split, Counterpart.Design design, LiftSettings settings) {
    return switch (settings.inference()) {
      case PLACEBO -> false;
      case BLOCKS, EXCHANGE -> true;
      case AUTO ->
          design.method() == Method.GIVEN
              || split.names().size() < ENOUGH_DONORS
              || split.before() >= ENOUGH_TIMES;
    };
  }

  /* The usual interval of a mean that is foretold: s² (1/T₁ + 1/T₀ + leverage), Student's t. */
  private static Range regression(Split split, Counterpart fitted, LiftSettings settings) {
    int before = split.before();
    int after = split.after();
    double freedom = before - split.names().size() - 1;
    if (freedom < 1) {
      return Range.none(
          Double.NaN, List.of(), "There are more series than times before to learn them from.");
    }
    double variance = fitted.rmspe() * fitted.rmspe() * before / freedom;
    double[][] past = new double[split.donors().length][];
    double[] moved = new double[past.length];
    for (int i = 0; i < past.length; i++) {
      double[] row = split.donors()[i];
      past[i] = java.util.Arrays.copyOf(row, before);
      moved[i] =
          java.util.Arrays.stream(row, before, row.length).average().orElse(0)
              - java.util.Arrays.stream(past[i]).average().orElse(0);
    }
    double leverage = new LeastSquares(past, new double[before]).leverage(moved);
    double error = Math.sqrt(variance * (1.0 / after + 1.0 / before + leverage));
    double effect = fitted.effect();
    double reach = StudentT.within(settings.level(), freedom) * error;
    return new Range(
        effect - reach, effect + reach, StudentT.bothTails(effect / error, freedom), List.of(), "");
  }
}
