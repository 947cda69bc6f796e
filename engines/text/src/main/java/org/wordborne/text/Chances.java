package org.wordborne.text;

/// Log odds to chances. Strict mathematics, so that every machine gives the same bits.
final class Chances {
  private Chances() {}

  static double sigmoid(double odds) {
    return 1 / (1 + StrictMath.exp(-odds));
  }

  static double[] softmax(double[] odds) {
    double best = Double.NEGATIVE_INFINITY;
    for (double value : odds) {
      best = Math.max(best, value);
    }
    double sum = 0;
    double[] chances = new double[odds.length];
    for (int i = 0; i < odds.length; i++) {
      chances[i] = StrictMath.exp(odds[i] - best);
      sum += chances[i];
    }
    for (int i = 0; i < odds.length; i++) {
      chances[i] /= sum;
    }
    return chances;
  }

  static int best(double[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return best;
  }
}
