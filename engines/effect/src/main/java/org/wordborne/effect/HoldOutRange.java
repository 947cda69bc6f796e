package org.wordborne.effect;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.wordborne.effect.HoldOut.Sums;

/* The chance of error and the interval of a difference between two sides of clusters. */
final class HoldOutRange {
  private static final int MOST_EXACT = 20_000;
  private static final int SHUFFLES = 19_999;
  private static final int DRAWS = 1_999;

  private final Sums reached;
  private final Sums held;
  private final LiftSettings settings;

  HoldOutRange(Sums reached, Sums held, LiftSettings settings) {
    this.reached = reached;
    this.held = held;
    this.settings = settings;
  }

  double effect() {
    return reached.mean() - held.mean();
  }

  Range range() {
    double ways = ways(reached.size() + held.size(), reached.size());
    double p = ways <= MOST_EXACT ? exact() : shuffled();
    if (reached.size() < 2 || held.size() < 2 || ways < 1 / settings.error() - 1e-9) {
      return Range.none(
          p,
          List.of(),
          Identified.say(
              "There are %d and %d groups of people, too few for an interval of %.0f %%.",
              reached.size(), held.size(), 100 * settings.level()));
    }
    double error = Math.sqrt(reached.variance() + held.variance());
    if (!(error > 0)) {
      return Range.none(
          p, List.of(), "Everybody has the same value: how much it varies by chance is not known.");
    }
    double[] off = studentised();
    double tail = settings.error() / 2;
    double above = quantile(off, 1 - tail);
    double below = quantile(off, tail);
    if (Double.isInfinite(above) || Double.isInfinite(below)) {
      return Range.none(p, List.of(), "Too many people have the same value for an interval.");
    }
    return new Range(effect() - above * error, effect() - below * error, p, List.of(), "");
  }

  private static double ways(int all, int chosen) {
    double ways = 1;
    for (int i = 1; i <= Math.min(chosen, all - chosen); i++) {
      ways = ways * (all - i + 1) / i;
    }
    return Math.rint(ways);
  }

  private double exact() {
    var all = reached.with(held);
    int[] chosen = new int[reached.size()];
    Arrays.setAll(chosen, i -> i);
    double ours = Math.abs(effect()) * (1 - 1e-12);
    long ways = 0;
    long atLeast = 0;
    do {
      ways++;
      atLeast += Math.abs(difference(all, chosen)) >= ours ? 1 : 0;
    } while (next(chosen, all.size()));
    return (double) atLeast / ways;
  }

  /* The next choice in lexicographic order. */
  private static boolean next(int[] chosen, int all) {
    int at = chosen.length - 1;
    while (at >= 0 && chosen[at] == all - chosen.length + at) {
      at--;
    }
    if (at < 0) {
      return false;
    }
    chosen[at]++;
    for (int i = at + 1; i < chosen.length; i++) {
      chosen[i] = chosen[i - 1] + 1;
    }
    return true;
  }

  private double shuffled() {
    var all = reached.with(held);
    int[] order = new int[all.size()];
    Arrays.setAll(order, i -> i);
    double ours = Math.abs(effect()) * (1 - 1e-12);
    var chance = new SplittableRandom(settings.seed());
    long atLeast = 1;
    for (int shuffle = 0; shuffle < SHUFFLES; shuffle++) {
      for (int i = 0; i < reached.size(); i++) {
        int other = i + chance.nextInt(order.length - i);
        int kept = order[i];
        order[i] = order[other];
        order[other] = kept;
      }
      int[] chosen = Arrays.copyOf(order, reached.size());
      atLeast += Math.abs(difference(all, chosen)) >= ours ? 1 : 0;
    }
    return (double) atLeast / (SHUFFLES + 1);
  }

  private static double difference(Sums all, int[] chosen) {
    double sum = 0;
    double whole = 0;
    long people = 0;
    long everybody = 0;
    for (int cluster : chosen) {
      sum += all.totals()[cluster];
      people += all.counts()[cluster];
    }
    for (int i = 0; i < all.size(); i++) {
      whole += all.totals()[i];
      everybody += all.counts()[i];
    }
    return sum / people - (whole - sum) / (everybody - people);
  }

  /* How far bootstrap differences lie from ours, by their own errors, in order. */
  private double[] studentised() {
    var chance = new SplittableRandom(settings.seed());
    double[] off = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      var some = reached.picked(again(reached.size(), chance));
      var others = held.picked(again(held.size(), chance));
      double error = Math.sqrt(some.variance() + others.variance());
      double moved = some.mean() - others.mean() - effect();
      off[draw] = moved == 0 ? 0 : moved / error; // infinite where a draw holds one value only
    }
    Arrays.sort(off);
    return off;
  }

  private static int[] again(int size, SplittableRandom chance) {
    int[] picked = new int[size];
    Arrays.setAll(picked, _ -> chance.nextInt(size));
    return picked;
  }

  private static double quantile(double[] sorted, double share) {
    int at = (int) Math.rint(share * (sorted.length + 1)) - 1;
    return sorted[Math.clamp(at, 0, sorted.length - 1)];
  }
}
