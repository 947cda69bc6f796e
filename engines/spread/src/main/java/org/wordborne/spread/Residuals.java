package org.wordborne.spread;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/// By how many scales the truth lay beside the forecast, as quantiles: split conformal prediction
/// (Lei, G'Sell, Rinaldo, Tibshirani, Wasserman, JASA 2018) in groups by what was seen (Vovk's
/// Mondrian).
final class Residuals {
  static final int POINTS = 99;
  private static final int[] SIZES = {20, 100, 500};
  static final int GROUPS = SIZES.length + 1;

  private Residuals() {}

  static int group(int seen) {
    int group = 0;
    while (group < SIZES.length && seen >= SIZES[group]) {
      group++;
    }
    return group;
  }

  /// Quantiles .01 … .99 of values, each weighing as said; the high ones one step to the safe
  /// side, the low ones too.
  static double[] quantiles(double[] values, double[] weights) {
    var order = new Integer[values.length];
    double total = 0;
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
      total += weights[i];
    }
    Arrays.sort(order, (one, other) -> Double.compare(values[one], values[other]));
    var quantiles = new double[POINTS];
    double sum = 0;
    int point = 0;
    for (Integer i : order) {
      sum += weights[i];
      while (point < POINTS && sum >= total * (point + 1) / (POINTS + 1)) {
        quantiles[point++] = values[i];
      }
    }
    return quantiles;
  }

  /// The value of a share, between the points by straight lines, outside them by the last.
  static double at(double[] quantiles, double share) {
    double place = Math.clamp(share * (POINTS + 1) - 1, 0, POINTS - 1.0);
    int below = Math.min(POINTS - 2, (int) place);
    return quantiles[below] + (place - below) * (quantiles[below + 1] - quantiles[below]);
  }

  /// The chance to lie above `value`; the tails go on as between the last points.
  static double above(double[] quantiles, double value) {
    int last = POINTS - 1;
    if (value >= quantiles[last]) {
      double fall = Math.max(1e-6, quantiles[last] - quantiles[last - 4]);
      return .01 * StrictMath.exp(-(value - quantiles[last]) / fall * StrictMath.log(5));
    }
    if (value <= quantiles[0]) {
      double fall = Math.max(1e-6, quantiles[4] - quantiles[0]);
      return 1 - .01 * StrictMath.exp(-(quantiles[0] - value) / fall * StrictMath.log(5));
    }
    int above = 1;
    while (quantiles[above] < value) {
      above++;
    }
    double width = quantiles[above] - quantiles[above - 1];
    double part = width <= 0 ? 1 : (value - quantiles[above - 1]) / width;
    return 1 - (above + part) / (POINTS + 1);
  }

  static void write(DataOutputStream out, double[] quantiles) throws IOException {
    for (double each : quantiles) {
      out.writeFloat((float) each);
    }
  }

  static double[] read(DataInputStream in) throws IOException {
    var quantiles = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      quantiles[i] = in.readFloat();
    }
    return quantiles;
  }
}
