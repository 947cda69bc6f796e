package org.wordborne.effect;

import java.util.Locale;

/* When data cannot tell an effect. The lines are ours, not measured: docs/formulas.md. */
final class Identified {
  private static final int LEAST_BEFORE = 10;
  private static final int LEAST_DONORS = 3;
  private static final double LARGEST_ERROR = .5;
  private static final double LEAST_CORRELATION = .7;

  private Identified() {}

  /// Why not, in one sentence with its number; empty if it can be told.
  static String why(
      Split split, Counterpart.Design design, Fit fit, Range range, LiftSettings settings) {
    if (!settings.confounders().isEmpty()) {
      return "At the same time: " + String.join("; ", settings.confounders()) + ".";
    }
    if (fit.before() < LEAST_BEFORE) {
      return say("There are %d times before; at least 10 are needed.", fit.before());
    }
    boolean mixes = design.method() != Method.REGRESSION && design.method() != Method.GIVEN;
    if (mixes && fit.donors() < LEAST_DONORS) {
      return say("There are %d units to compare with; at least 3 are needed.", fit.donors());
    }
    if (fit.scaled() > LARGEST_ERROR && fit.correlation() < LEAST_CORRELATION) {
      return say(
          "The time before is told badly: the error is %.2f of its spread, the correlation %.2f"
              + " (at most .50 or at least .70 is needed).",
          fit.scaled(), fit.correlation());
    }
    if (Double.isNaN(range.low())) {
      return range.why().isEmpty()
          ? say("%d times do not allow an interval.", split.times())
          : range.why();
    }
    return "";
  }

  static String say(String sentence, Object... values) {
    return String.format(Locale.ROOT, sentence, values);
  }
}
