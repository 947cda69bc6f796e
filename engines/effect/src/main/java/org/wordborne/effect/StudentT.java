package org.wordborne.effect;

/* Student's distribution, by the continued fraction of the incomplete beta function (Lentz's way;
 * Abramowitz and Stegun 26.5.8, 26.7.1). Good to about 12 digits. */
final class StudentT {
  private static final double TINY = 1e-300;
  private static final double[] LANCZOS = {
    676.5203681218851, -1259.1392167224028, 771.32342877765313,
    -176.61502916214059, 12.507343278686905, -0.13857109526572012,
    9.9843695780195716e-6, 1.5056327351493116e-7
  };

  private StudentT() {}

  /// The chance that |t| is at least so large.
  static double bothTails(double t, double freedom) {
    return Double.isNaN(t) ? Double.NaN : beta(freedom / (freedom + t * t), freedom / 2, .5);
  }

  /// The value that |t| stays below with chance `level`.
  static double within(double level, double freedom) {
    double low = 0;
    double high = 1;
    while (bothTails(high, freedom) > 1 - level) {
      high *= 2;
    }
    for (int i = 0; i < 100; i++) {
      double middle = (low + high) / 2;
      if (bothTails(middle, freedom) > 1 - level) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /* The regularised incomplete beta function. */
  private static double beta(double x, double a, double b) {
    if (x <= 0 || x >= 1) {
      return x <= 0 ? 0 : 1;
    }
    double front =
        Math.exp(
            logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
    return x < (a + 1) / (a + b + 2)
        ? front * fraction(x, a, b) / a
        : 1 - front * fraction(1 - x, b, a) / b;
  }

  private static double fraction(double x, double a, double b) {
    double c = 1;
    double d = 1 / nonZero(1 - (a + b) * x / (a + 1));
    double value = d;
    for (int m = 1; m < 1000; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / nonZero(1 + even * d);
      c = nonZero(1 + even / c);
      value *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / nonZero(1 + odd * d);
      c = nonZero(1 + odd / c);
      value *= d * c;
      if (Math.abs(d * c - 1) < 1e-15) {
        break;
      }
    }
    return value;
  }

  private static double nonZero(double value) {
    return Math.abs(value) < TINY ? TINY : value;
  }

  private static double logGamma(double x) {
    double shifted = x - 1;
    double sum = 0.99999999999980993;
    for (int i = 0; i < LANCZOS.length; i++) {
      sum += LANCZOS[i] / (shifted + i + 1);
    }
    double base = shifted + LANCZOS.length - .5;
    return .5 * Math.log(2 * Math.PI) + (shifted + .5) * Math.log(base) - base + Math.log(sum);
  }
}
