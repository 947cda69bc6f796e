package org.wordborne.server.strategy;

/// Whether two groups say a thing equally often: the log-likelihood ratio of a table of two by two.
///
/// Dunning, *Accurate Methods for the Statistics of Surprise and Coincidence*, 1993: holds for the
/// small counts that words have, where Pearson's chi-square does not.
final class Likelihood {
  private Likelihood() {}

  /// G² of `said` among `all` here, and `otherSaid` among `otherAll` there; 0 when it is not said
  /// more often here.
  static double more(long said, long all, long otherSaid, long otherAll) {
    double total = all + otherAll;
    double expected = (said + otherSaid) * (double) all / total;
    if (said <= expected) {
      return 0;
    }
    double column = said + otherSaid;
    double rest = total - column;
    return 2
        * (term(said, expected)
            + term(otherSaid, column * otherAll / total)
            + term(all - said, rest * all / total)
            + term(otherAll - otherSaid, rest * otherAll / total));
  }

  private static double term(double seen, double expected) {
    return seen == 0 ? 0 : seen * Math.log(seen / expected);
  }

  /// The chance of a G² as large or larger where both groups are alike: chi-square, one degree.
  static double chance(double g2) {
    return g2 <= 0 ? 1 : complement(Math.sqrt(g2 / 2));
  }

  /* erfc: the series below 2, the continued fraction of Lentz above; both to 1e-12. */
  private static double complement(double x) {
    return x < 2 ? 1 - series(x) : fraction(x);
  }

  private static double series(double x) {
    double term = x;
    double sum = x;
    for (int n = 1; n < 200 && Math.abs(term) > 1e-17 * sum; n++) {
      term *= -x * x / n;
      sum += term / (2 * n + 1);
    }
    return 2 / Math.sqrt(Math.PI) * sum;
  }

  private static double fraction(double x) {
    double tail = 0;
    for (int k = 120; k >= 1; k--) {
      tail = k / 2.0 / (x + tail);
    }
    return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + tail);
  }
}
