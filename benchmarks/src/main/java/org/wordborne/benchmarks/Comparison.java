package org.wordborne.benchmarks;

import java.util.Arrays;
import java.util.List;

/// Ours beside the peer's, from runs that took turns in one process.
///
/// @param name what was measured
/// @param peer who the peer is, with its version; empty where there is none
/// @param unit unit of the figures, for example `posts/s`
/// @param ours our figures, one a run
/// @param theirs the peer's figures, one a run; empty where there is no peer
public record Comparison(
    String name, String peer, String unit, List<Double> ours, List<Double> theirs) {
  /// Takes copies, so that a comparison never changes.
  public Comparison {
    ours = List.copyOf(ours);
    theirs = List.copyOf(theirs);
  }

  /// The middle of our figures.
  public double oursMedian() {
    return median(ours);
  }

  /// The middle of the peer's figures; NaN where there is no peer.
  public double peerMedian() {
    return median(theirs);
  }

  /// Our median divided by the peer's; NaN where there is no peer.
  public double ratio() {
    return oursMedian() / peerMedian();
  }

  private static double median(List<Double> runs) {
    if (runs.isEmpty()) {
      return Double.NaN;
    }
    double[] sorted = runs.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
