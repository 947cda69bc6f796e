package org.wordborne.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/* Panels whose truth is known: units that share a weekly rhythm and a slow wave, each with a level
 * of its own and noise that remembers a little. */
final class MadePanel {
  private static final double MEMORY = .3;

  private MadePanel() {}

  /// Unit `u0` gains `lift` (a share of its level) from time `before` on.
  static Panel of(long seed, int units, int before, int after, double lift) {
    var chance = new SplittableRandom(seed * 7919 + 13);
    int times = before + after;
    double[] wave = new double[times];
    for (int t = 1; t < times; t++) {
      wave[t] = .9 * wave[t - 1] + normal(chance);
    }
    double[][] values = new double[units][times];
    var names = new ArrayList<String>();
    for (int u = 0; u < units; u++) {
      names.add("u" + u);
      double level = 80 + 40 * chance.nextDouble();
      double pull = .5 + chance.nextDouble();
      double noise = 0;
      for (int t = 0; t < times; t++) {
        noise = MEMORY * noise + 2 * normal(chance);
        double rhythm = 6 * Math.sin(2 * Math.PI * t / 7);
        double gain = u == 0 && t >= before ? lift * level : 0;
        values[u][t] = level + pull * (rhythm + 2 * wave[t]) + noise + gain;
      }
    }
    return Panel.of(names, times(times), values);
  }

  /// The mean of what `u0` gained after.
  static double truth(long seed, int units, int before, int after, double lift) {
    var with = of(seed, units, before, after, lift);
    var without = of(seed, units, before, after, 0);
    return with.value(0, before) - without.value(0, before);
  }

  static List<String> times(int count) {
    var times = new ArrayList<String>();
    for (int t = 0; t < count; t++) {
      times.add("%04d".formatted(t));
    }
    return times;
  }

  static double normal(SplittableRandom chance) {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += chance.nextDouble();
    }
    return sum;
  }
}
