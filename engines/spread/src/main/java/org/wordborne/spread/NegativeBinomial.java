package org.wordborne.spread;

/// Tails of the negative binomial law with mean m and variance φ·m, φ above 1, which becomes
/// Poisson's as φ falls to 1: counts of talk vary more than Poisson allows.
///
/// P(X ≥ x) = I(m / (r + m); x, r) with r = m / (φ − 1), the regularised incomplete beta function
/// by its continued fraction (Lentz; DLMF 8.17.22). All logarithms are strict, so that the bits
/// are the same on every machine.
final class NegativeBinomial {
  private static final double LEAST_OVER = 1e-3;
  private static final double TINY = 1e-300;
  private static final double CLOSE = 1e-12;
  private static final int MOST_STEPS = 2_000;
  private static final double[] LANCZOS = {
    .99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
    -176.61502916214059, 12.507343278686905, -.13857109526572012, 9.9843695780195716e-6,
    1.5056327351493116e-7
  };

  private NegativeBinomial() {}

  /// ln P(X ≥ x); 0 for x of 0 or less.
  static double logTail(double x, double mean, double over) {
    if (x <= 0) {
      return 0;
    }
    double r = mean / Math.max(LEAST_OVER, over - 1);
    return logBeta(mean / (r + mean), x, r);
  }

  /// The smallest x with P(X ≤ x) of at least `share`.
  static double quantile(double share, double mean, double over) {
    double low = -1;
    double high = Math.max(4, 2 * mean + 10 * Math.sqrt(over * mean));
    while (1 - StrictMath.exp(logTail(high + 1, mean, over)) < share) {
      high *= 2;
    }
    while (high - low > 1) {
      double middle = Math.floor((low + high) / 2);
      if (1 - StrictMath.exp(logTail(middle + 1, mean, over)) >= share) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return Math.max(0, Math.floor(high));
  }

  private static double logBeta(double x, double a, double b) {
    double front =
        logGamma(a + b)
            - logGamma(a)
            - logGamma(b)
            + a * StrictMath.log(x)
            + b * StrictMath.log1p(-x);
    if (x < (a + 1) / (a + b + 2)) {
      return Math.min(0, front + StrictMath.log(fraction(x, a, b) / a));
    }
    double other = StrictMath.exp(front) * fraction(1 - x, b, a) / b;
    return StrictMath.log(Math.max(TINY, 1 - other));
  }

  private static double fraction(double x, double a, double b) {
    double c = 1;
    double d = 1 / away(1 - (a + b) * x / (a + 1));
    double value = d;
    for (int m = 1; m < MOST_STEPS; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / away(1 + even * d);
      c = away(1 + even / c);
      value *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / away(1 + odd * d);
      c = away(1 + odd / c);
      double step = d * c;
      value *= step;
      if (Math.abs(step - 1) < CLOSE) {
        break;
      }
    }
    return value;
  }

  private static double away(double value) {
    return Math.abs(value) < TINY ? TINY : value;
  }

  /// ln Γ for numbers above 0 (Lanczos, g 7; small numbers by Γ(x) = Γ(x + 1) / x).
  static double logGamma(double x) {
    if (x < .5) {
      return logGamma(x + 1) - StrictMath.log(x);
    }
    double sum = LANCZOS[0];
    for (int i = 1; i < LANCZOS.length; i++) {
      sum += LANCZOS[i] / (x - 1 + i);
    }
    double t = x + 6.5;
    return .5 * StrictMath.log(2 * Math.PI)
        + (x - .5) * StrictMath.log(t)
        - t
        + StrictMath.log(sum);
  }
}
