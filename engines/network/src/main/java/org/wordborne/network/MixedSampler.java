package org.wordborne.network;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// Sets where each arc has a chance of its own: arcs into a person lie from the highest chance to
/// the lowest, so that the chance of the arc at hand bounds all that follow. A geometric draw with
/// that bound finds the next candidate, which passes with its chance by the bound.
final class MixedSampler extends SetSampler {
  private static final int LEAST_ARCS = 4;
  private static final double MOST_CHANCE = .25;

  private final int[] speaker;
  private final float[] chance;
  private final double[] skip;

  MixedSampler(ArcChances chances, @Nullable BitSet rumour) {
    super(chances.graph(), rumour);
    speaker = graph.speaker.clone();
    chance = new float[speaker.length];
    skip = new double[speaker.length];
    for (int person = 0; person < graph.people(); person++) {
      arrange(chances, person);
    }
  }

  private void arrange(ArcChances chances, int person) {
    int begin = graph.start[person];
    int count = graph.hears(person);
    var keys = new long[count];
    for (int i = 0; i < count; i++) {
      /* Chances are not negative, so their bits are in order; equal ones stay in their places. */
      long bits = Float.floatToIntBits((float) chances.of(begin + i, person));
      keys[i] = -(bits << 32) + i;
    }
    java.util.Arrays.sort(keys);
    for (int i = 0; i < count; i++) {
      int place = (int) keys[i];
      int arc = begin + i;
      speaker[arc] = graph.speaker[begin + place];
      chance[arc] = (float) chances.of(begin + place, person);
      skip[arc] = 1 / StrictMath.log1p(-Math.max(chance[arc], Double.MIN_NORMAL));
    }
  }

  @Override
  void expand(int hearer) {
    int arc = graph.start[hearer];
    int end = graph.start[hearer + 1];
    while (arc < end) {
      float bound = chance[arc];
      if (bound == 0) {
        return;
      }
      int candidate = arc;
      if (bound <= MOST_CHANCE && end - arc >= LEAST_ARCS) {
        double leap = StrictMath.log(1 - stream.unit()) * skip[arc];
        if (leap >= end - arc) {
          return;
        }
        candidate = arc + (int) leap;
        if (chance[candidate] == bound || stream.unit() * bound < chance[candidate]) {
          heardFrom(speaker[candidate]);
        }
      } else if (stream.unit() < bound) {
        heardFrom(speaker[arc]);
      }
      arc = candidate + 1;
    }
  }
}
