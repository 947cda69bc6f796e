package org.wordborne.server.mention;

import org.jspecify.annotations.Nullable;

/// What corrections tell of the model, on this workspace's own words.
///
/// @param count corrections that stand
/// @param right share of judged mentions on which the model was right; null where none was judged
public record CorrectionSummary(long count, @Nullable Share right) {

  /// A share with its interval (Wilson, 90 %).
  public record Share(double share, double low, double high, long n) {}
}
