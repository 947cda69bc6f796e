package org.wordborne.effect;

import java.util.List;

/* An interval and a chance of error; ends that cannot be told are NaN, and why says so. */
record Range(double low, double high, double p, List<Placebo> placebos, String why) {
  static Range none(double p, List<Placebo> placebos, String why) {
    return new Range(Double.NaN, Double.NaN, p, placebos, why);
  }
}
