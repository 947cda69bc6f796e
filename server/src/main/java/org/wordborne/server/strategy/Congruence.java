package org.wordborne.server.strategy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// How far what a brand speaks of and what its people speak of are the same.
///
/// Both sides are shares over the same themes, the last of which is "other". A unit (a post of
/// ours, a person) counts one, spread evenly over its themes. The distance is the Jensen-Shannon
/// divergence in bits; agreement is one minus its root.
///
/// The divergence of two samples is too large by about (K - 1) / (8 ln 2) (1/n + 1/m), which is
/// taken off; a resample of a sample is so twice. The interval holds 90 % of 400 resamples of both
/// sides, drawn by a fixed seed: the same talk gives the same figure.
final class Congruence {
  /// From so many units on each side an agreement is told.
  static final int FEWEST = 200;

  private static final int RESAMPLES = 400;
  private static final long SEED = 20_261_122;
  private static final double TAIL = .05;

  private final int themes;
  private final double[] money;
  private final double moneyWeight;

  /// Of `themes` themes, of which the last is "other".
  ///
  /// @param money shares of what is spent, all 0 where nothing is known
  /// @param moneyWeight how much the money counts beside the words, in `[0, 1)`
  Congruence(int themes, double[] money, double moneyWeight) {
    this.themes = themes;
    this.money = money.clone();
    this.moneyWeight = moneyWeight;
  }

  /// How far two sides agree, with its 90 % interval.
  record Agreement(double value, double low, double high, int posts, int persons) {}

  /// The agreement; none with fewer than [#FEWEST] on either side.
  ///
  /// @param posts the themes of each post of ours, none of them empty
  /// @param persons the themes of each person, none of them empty
  Optional<Agreement> of(List<int[]> posts, List<int[]> persons) {
    if (posts.size() < FEWEST || persons.size() < FEWEST) {
      return Optional.empty();
    }
    double[] brand = brand(shares(posts));
    double[] people = shares(persons);
    double bias = bias(brand, people, posts.size(), persons.size());
    double found = divergence(brand, people);
    var chance = new SplittableRandom(SEED);
    double[] drawn = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      double again = divergence(brand(resampled(posts, chance)), resampled(persons, chance));
      drawn[i] = agreement(again - 2 * bias);
    }
    Arrays.sort(drawn);
    int cut = (int) (TAIL * RESAMPLES);
    double value = agreement(found - bias);
    return Optional.of(
        new Agreement(
            value,
            Math.min(value, drawn[cut]),
            Math.max(value, drawn[RESAMPLES - 1 - cut]),
            posts.size(),
            persons.size()));
  }

  /// The shares of units over the themes.
  double[] shares(List<int[]> units) {
    double[] sum = new double[themes];
    for (int[] unit : units) {
      add(sum, unit);
    }
    return scaled(sum, units.size());
  }

  /// Our shares: of words, and of money where there is any.
  double[] brand(double[] words) {
    double[] both = new double[themes];
    for (int k = 0; k < themes; k++) {
      both[k] = (1 - moneyWeight) * words[k] + moneyWeight * money[k];
    }
    return both;
  }

  private double[] resampled(List<int[]> units, SplittableRandom chance) {
    double[] sum = new double[themes];
    for (int i = 0; i < units.size(); i++) {
      add(sum, units.get(chance.nextInt(units.size())));
    }
    return scaled(sum, units.size());
  }

  private static void add(double[] sum, int[] unit) {
    for (int theme : unit) {
      sum[theme] += 1.0 / unit.length;
    }
  }

  private static double[] scaled(double[] sum, int n) {
    for (int k = 0; k < sum.length; k++) {
      sum[k] /= Math.max(1, n);
    }
    return sum;
  }

  private double bias(double[] brand, double[] people, int posts, int persons) {
    int used = 0;
    for (int k = 0; k < themes; k++) {
      used += brand[k] + people[k] > 0 ? 1 : 0;
    }
    double words = 1 - moneyWeight;
    return (used - 1) / (8 * Math.log(2)) * (words * words / posts + 1.0 / persons);
  }

  private static double agreement(double divergence) {
    return 1 - Math.sqrt(Math.clamp(divergence, 0, 1));
  }

  /// The Jensen-Shannon divergence in bits, in `[0, 1]`.
  static double divergence(double[] one, double[] other) {
    double sum = 0;
    for (int k = 0; k < one.length; k++) {
      double middle = (one[k] + other[k]) / 2;
      sum += half(one[k], middle) + half(other[k], middle);
    }
    return sum;
  }

  private static double half(double share, double middle) {
    return share <= 0 ? 0 : share * Math.log(share / middle) / (2 * Math.log(2));
  }
}
