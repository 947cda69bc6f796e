package org.wordborne.network;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// Sets where all arcs into a person have one chance: the next arc that passes is found by one
/// geometric draw where that is cheaper than a coin for each (Guo, Wang, Wei, Chen, *Influence
/// Maximization Revisited*, SIGMOD 2020, which names the method SUBSIM).
final class EvenSampler extends SetSampler {
  private static final int LEAST_ARCS = 8;
  private static final double MOST_CHANCE = .25;

  /* The line of a coin; or, where arcs are skipped, 1 / ln(1 - chance), which is below 0. */
  private final long[] line;
  private final double[] skip;

  EvenSampler(VoiceGraph graph, double[] chance, @Nullable BitSet rumour) {
    super(graph, rumour);
    line = new long[chance.length];
    skip = new double[chance.length];
    for (int person = 0; person < chance.length; person++) {
      line[person] = Chance.line(chance[person]);
      if (graph.hears(person) >= LEAST_ARCS && chance[person] <= MOST_CHANCE) {
        skip[person] = 1 / StrictMath.log1p(-Math.max(chance[person], Double.MIN_NORMAL));
      }
    }
  }

  @Override
  void expand(int hearer) {
    int begin = graph.start[hearer];
    int end = graph.start[hearer + 1];
    if (skip[hearer] < 0) {
      leap(begin, end, skip[hearer]);
      return;
    }
    long coin = line[hearer];
    for (int arc = begin; arc < end; arc++) {
      if (stream.below(coin)) {
        heardFrom(graph.speaker[arc]);
      }
    }
  }

  private void leap(int begin, int end, double scale) {
    double arc = begin + leap(scale);
    while (arc < end) {
      heardFrom(graph.speaker[(int) arc]);
      arc += 1 + leap(scale);
    }
  }

  /// The number of arcs that fail before the next that passes.
  private double leap(double scale) {
    return Math.floor(StrictMath.log(1 - stream.unit()) * scale);
  }
}
