package org.wordborne.network;

/// Sets under the linear threshold model: each person has it from at most one of those he hears,
/// chosen by weight, so that a set is a walk backwards until it stops or meets itself (Kempe,
/// Kleinberg, Tardos 2003, claim 2.6).
final class WalkSampler extends SetSampler {
  private final boolean even;
  private final double[] upTo;

  WalkSampler(ArcChances chances) {
    super(chances.graph(), null);
    even = chances.ofHearer() != null;
    upTo = new double[even ? 0 : graph.arcs()];
    for (int person = 0; person < graph.people() && !even; person++) {
      double sum = 0;
      for (int arc = graph.start[person]; arc < graph.start[person + 1]; arc++) {
        sum += chances.of(arc, person);
        upTo[arc] = sum;
      }
    }
  }

  @Override
  void expand(int hearer) {
    int begin = graph.start[hearer];
    int count = graph.hears(hearer);
    if (count == 0) {
      return;
    }
    int arc = even ? begin + stream.whole(count) : chosen(begin, begin + count);
    if (arc < begin + count) {
      heardFrom(graph.speaker[arc]);
    }
  }

  /// The first arc whose running sum is above a draw; `end` where none is.
  private int chosen(int begin, int end) {
    double drawn = stream.unit();
    int low = begin;
    int high = end;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (upTo[middle] > drawn) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
