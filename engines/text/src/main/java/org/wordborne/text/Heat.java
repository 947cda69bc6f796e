package org.wordborne.text;

import java.util.List;

/// Finds the heat and the starts under which chances are honest: the least log loss on held-out
/// texts, each label weighing the same (Guo, Pleiss, Sun, Weinberger, *On Calibration of Modern
/// Neural Networks*, ICML 2017, with a start for each label).
final class Heat {
  private static final int ROUNDS = 60;

  private Heat() {}

  /// Returns the heat and a start for each column.
  static float[] of(List<Calibration.Case> cases, int columns) {
    return of(cases, columns, true);
  }

  static float[] of(List<Calibration.Case> cases, int columns, boolean balanced) {
    double[] found = new double[columns + 1];
    found[0] = 1;
    double[] weight = weights(cases, columns, balanced);
    double step = 0.5;
    double best = loss(cases, found, weight);
    for (int round = 0; round < ROUNDS && !cases.isEmpty(); round++) {
      boolean better = false;
      for (int i = 0; i < found.length; i++) {
        for (int sign = -1; sign <= 1; sign += 2) {
          double old = found[i];
          found[i] = i == 0 ? old * StrictMath.exp(sign * step) : old + sign * step;
          double loss = loss(cases, found, weight);
          better |= loss < best - 1e-9;
          found[i] = loss < best - 1e-9 ? found[i] : old;
          best = Math.min(best, loss);
        }
      }
      step = better ? step : step / 2;
    }
    float[] floats = new float[found.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) found[i];
    }
    return floats;
  }

  /// Returns the heat alone.
  static float single(List<Calibration.Case> cases) {
    if (cases.isEmpty()) {
      return 1;
    }
    int columns = cases.getFirst().odds().length;
    double[] weight = weights(cases, columns, false);
    double best = Double.MAX_VALUE;
    double found = 1;
    for (double heat = 0.1; heat < 4; heat *= 1.05) {
      double[] candidate = new double[columns + 1];
      candidate[0] = heat;
      double loss = loss(cases, candidate, weight);
      found = loss < best ? heat : found;
      best = Math.min(best, loss);
    }
    return (float) found;
  }

  private static double[] weights(List<Calibration.Case> cases, int columns, boolean balanced) {
    double[] weight = new double[columns];
    for (var one : cases) {
      weight[one.label()]++;
    }
    for (int c = 0; c < columns; c++) {
      weight[c] = balanced ? 1 / Math.max(1, weight[c]) : 1;
    }
    return weight;
  }

  private static double loss(List<Calibration.Case> cases, double[] found, double[] weight) {
    double loss = 0;
    double[] odds = new double[found.length - 1];
    for (var one : cases) {
      for (int c = 0; c < odds.length; c++) {
        odds[c] = one.odds()[c] / found[0] + found[c + 1];
      }
      double chance = Chances.softmax(odds)[one.label()];
      loss -= weight[one.label()] * StrictMath.log(Math.max(chance, 1e-12));
    }
    return loss;
  }
}
