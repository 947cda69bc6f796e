package org.wordborne.effect;

/* Takes from each value what the value before foretells, by the slope within both sides. */
record Cuped(double[] reached, double[] held, double correlation) {
  static Cuped adjust(HoldOut.Arm reached, HoldOut.Arm held) {
    double[] before = reached.before();
    double[] heldBefore = held.before();
    if (before == null || heldBefore == null) {
      return new Cuped(reached.values(), held.values(), Double.NaN);
    }
    double both = product(before, reached.values()) + product(heldBefore, held.values());
    double own = product(before, before) + product(heldBefore, heldBefore);
    double values =
        product(reached.values(), reached.values()) + product(held.values(), held.values());
    double slope = own > 0 ? both / own : 0;
    double mean = mean(before, heldBefore);
    return new Cuped(
        less(reached.values(), before, slope, mean),
        less(held.values(), heldBefore, slope, mean),
        own > 0 && values > 0 ? both / Math.sqrt(own * values) : 0);
  }

  private static double product(double[] a, double[] b) {
    return SimplexFit.dot(SimplexFit.centred(a), SimplexFit.centred(b));
  }

  private static double mean(double[] a, double[] b) {
    double sum = java.util.Arrays.stream(a).sum() + java.util.Arrays.stream(b).sum();
    return sum / (a.length + b.length);
  }

  private static double[] less(double[] values, double[] before, double slope, double mean) {
    double[] adjusted = values.clone();
    for (int i = 0; i < adjusted.length; i++) {
      adjusted[i] -= slope * (before[i] - mean);
    }
    return adjusted;
  }
}
