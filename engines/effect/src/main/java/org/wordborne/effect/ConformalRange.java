package org.wordborne.effect;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/* Placebo in time (Chernozhukov, Wüthrich, Zhu, JASA 2021). Under a supposed effect the time after
 * is put back, the counterpart is fitted to all times alike, and the sum of absolute residuals
 * after is compared with that of other times: every block of the same length, cyclically, or 9,999
 * choices of as many times. p = the share that is at least as large, ours included. The interval
 * holds the effects that are not refuted.
 *
 * An effect that grows or wavers refutes every constant one, so that nothing would be left. Then
 * the interval is that of the mean: the absolute sum is compared in place of the sum of absolutes,
 * which some effect always passes. */
final class ConformalRange {
  private static final int HALVINGS = 20;
  private static final int DOUBLINGS = 40;
  private static final int GRID = 20;
  private static final int CHOICES = 9_999;

  private final Split split;
  private final Counterpart.Design design;
  private final LiftSettings settings;
  private final int[][] choices;

  ConformalRange(Split split, Counterpart.Design design, LiftSettings settings) {
    this.split = split;
    this.design = design;
    this.settings = settings;
    choices = isExchange() ? exchanges() : blocks();
  }

  private boolean isExchange() {
    return switch (settings.inference()) {
      case EXCHANGE -> true;
      case BLOCKS, PLACEBO -> false;
      case AUTO -> Math.abs(likeness(residuals(0))) <= 2 / Math.sqrt(split.times());
    };
  }

  /* How much neighbours in time are alike: their correlation. */
  private static double likeness(double[] residuals) {
    double[] centred = SimplexFit.centred(residuals);
    double both = 0;
    for (int t = 1; t < centred.length; t++) {
      both += centred[t] * centred[t - 1];
    }
    double own = SimplexFit.dot(centred, centred);
    return own > 0 ? both / own : 0;
  }

  private int[][] blocks() {
    int[][] blocks = new int[split.times() - 1][split.after()];
    for (int start = 1; start <= blocks.length; start++) {
      for (int i = 0; i < split.after(); i++) {
        blocks[start - 1][i] = (split.before() + start + i) % split.times();
      }
    }
    return blocks;
  }

  private int[][] exchanges() {
    int[][] choices = new int[CHOICES][];
    int[] times = new int[split.times()];
    Arrays.setAll(times, t -> t);
    var chance = new SplittableRandom(settings.seed());
    for (int choice = 0; choice < CHOICES; choice++) {
      for (int i = 0; i < split.after(); i++) {
        int other = i + chance.nextInt(times.length - i);
        int kept = times[i];
        times[i] = times[other];
        times[other] = kept;
      }
      choices[choice] = Arrays.copyOf(times, split.after());
    }
    return choices;
  }

  Range range(double effect, double error) {
    double p = p(0);
    if (choices.length + 1 < 1 / settings.error() - 1e-9) {
      return Range.none(
          p,
          List.of(),
          Identified.say(
              "There are %d times in all; an interval of %.0f %% needs at least %.0f.",
              split.times(), 100 * settings.level(), Math.ceil(1 / settings.error() - 1e-9)));
    }
    double step = error > 0 ? error : Math.max(Math.abs(effect), 1e-9);
    double inside = constant(effect, step);
    boolean ofMean = Double.isNaN(inside);
    double from = ofMean ? levelled(effect, step) : inside;
    double low = end(from, -step, ofMean);
    double high = end(from, step, ofMean);
    return Double.isFinite(low) && Double.isFinite(high)
        ? new Range(low, high, p, List.of(), "")
        : Range.none(p, List.of(), "No effect is so large that these data would refute it.");
  }

  /* A constant effect that is not refuted, near the one found; NaN where there is none. */
  private double constant(double effect, double step) {
    for (int i = 0; i <= GRID; i++) {
      double away = 4 * step * i / GRID;
      if (!isRefuted(effect + away, false)) {
        return effect + away;
      }
      if (!isRefuted(effect - away, false)) {
        return effect - away;
      }
    }
    return Double.NaN;
  }

  /* The effect that leaves nothing of the sum after. The sum falls as the effect rises. */
  private double levelled(double effect, double step) {
    double low = effect - step;
    double high = effect + step;
    for (int i = 0; i < DOUBLINGS && (sum(low) < 0 || sum(high) > 0); i++) {
      low = effect + 2 * (low - effect);
      high = effect + 2 * (high - effect);
    }
    for (int i = 0; i < 2 * HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (sum(middle) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private double sum(double supposed) {
    double[] residuals = residuals(supposed);
    return Arrays.stream(residuals, split.before(), residuals.length).sum();
  }

  /* The end of the interval on one side: first far enough to be refuted, then halved. */
  private double end(double from, double step, boolean ofMean) {
    double inside = from;
    double outside = from + step;
    for (int i = 0; !isRefuted(outside, ofMean); i++) {
      if (i == DOUBLINGS) {
        return Double.POSITIVE_INFINITY;
      }
      inside = outside;
      outside = from + (outside - from) * 2;
    }
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (inside + outside) / 2;
      if (isRefuted(middle, ofMean)) {
        outside = middle;
      } else {
        inside = middle;
      }
    }
    return outside;
  }

  private boolean isRefuted(double effect, boolean ofMean) {
    return p(effect, ofMean) <= settings.error() + 1e-12;
  }

  /// The chance of what was seen if the effect were `supposed` at every time.
  double p(double supposed) {
    return p(supposed, false);
  }

  private double p(double supposed, boolean ofMean) {
    double[] measured = residuals(supposed);
    if (!ofMean) {
      Arrays.setAll(measured, t -> Math.abs(measured[t]));
    }
    double ours = 0;
    for (int t = split.before(); t < measured.length; t++) {
      ours += measured[t];
    }
    int atLeast = 1;
    for (int[] choice : choices) {
      double sum = 0;
      for (int t : choice) {
        sum += measured[t];
      }
      atLeast += Math.abs(sum) >= Math.abs(ours) * (1 - 1e-12) ? 1 : 0;
    }
    return (double) atLeast / (choices.length + 1);
  }

  private double[] residuals(double supposed) {
    double[] put = split.treated().clone();
    for (int t = split.before(); t < put.length; t++) {
      put[t] -= supposed;
    }
    var fitted = new Counterpart(design, put, split.donors(), put.length);
    Arrays.setAll(put, fitted::residual);
    return put;
  }
}
