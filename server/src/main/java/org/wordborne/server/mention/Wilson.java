package org.wordborne.server.mention;

import org.wordborne.server.mention.CorrectionSummary.Share;

/// The interval of a share that was counted.
///
/// Wilson, *Probable Inference, the Law of Succession, and Statistical Inference*, JASA 1927: stays
/// within `[0, 1]` and is honest for few cases, where the usual one is not.
public final class Wilson {
  /// 90 % of a normal distribution lie within this many deviations.
  private static final double Z = 1.6448536269514722;

  private Wilson() {}

  /// The share `good / n` with its 90 % interval.
  ///
  /// @param n at least 1
  public static Share share(long good, long n) {
    return share((double) good / n, n);
  }

  /// The same of a share `p` of `n`, which need not be a whole number of them.
  ///
  /// @param n at least 1
  public static Share share(double p, long n) {
    double spread = Z * Z / n;
    double middle = (p + spread / 2) / (1 + spread);
    double half = Z / (1 + spread) * Math.sqrt(p * (1 - p) / n + spread / (4 * n));
    return new Share(p, Math.max(0, middle - half), Math.min(1, middle + half), n);
  }
}
