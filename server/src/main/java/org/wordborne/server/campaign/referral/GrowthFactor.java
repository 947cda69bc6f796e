package org.wordborne.server.campaign.referral;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How many new people each one who joined brings in the end.
///
/// K = Σ referrals ÷ Σ F(now − joined). Who joined yesterday had no time yet to bring anybody; F,
/// the chance that a referral has come so long after joining, counts each by the time they had. F
/// is estimated from the lags themselves; a lag can only be seen if it is shorter than the time
/// its advocate had, so they are truncated on the right, and the estimator is Lynden-Bell's.
///
/// The interval is a bootstrap over trees: people who came by one another are drawn together.
///
/// Source: Lynden-Bell, *A method of allowing for known observational selection*, MNRAS 1971.
///
/// Cost: O(n log n) a draw.
final class GrowthFactor {
  /// Fewer advocates say nothing.
  static final int LEAST = 20;

  static final double LEVEL = .9;
  private static final int DRAWS = 1_000;

  private GrowthFactor() {}

  /// Somebody who joined.
  ///
  /// @param age days since they joined
  /// @param root the first of their tree
  /// @param parent who told them; null for nobody
  record Joined(UUID id, UUID root, @Nullable UUID parent, double age) {}

  /// What was reckoned.
  record Estimate(double value, double low, double high, int n) {}

  /// An advocate with the lags of those they brought.
  private record Advocate(UUID root, double age, double[] lags) {}

  /// The estimate; null where fewer than twenty joined, or nobody brought anybody.
  static @Nullable Estimate of(List<Joined> joined, long seed) {
    var advocates = advocates(joined);
    if (advocates.size() < LEAST || advocates.stream().noneMatch(one -> one.lags().length > 0)) {
      return null;
    }
    double value = factor(advocates);
    double[] drawn = bootstrap(advocates, seed);
    double tail = (1 - LEVEL) / 2;
    return new Estimate(value, quantile(drawn, tail), quantile(drawn, 1 - tail), advocates.size());
  }

  private static List<Advocate> advocates(List<Joined> joined) {
    Map<UUID, List<Double>> lags = new HashMap<>();
    Map<UUID, Double> ages = new HashMap<>();
    joined.forEach(one -> ages.put(one.id(), one.age()));
    for (Joined one : joined) {
      Double before = one.parent() == null ? null : ages.get(one.parent());
      if (one.parent() != null && before != null) {
        lags.computeIfAbsent(one.parent(), _ -> new ArrayList<>()).add(before - one.age());
      }
    }
    return joined.stream()
        .map(
            one ->
                new Advocate(
                    one.root(),
                    one.age(),
                    lags.getOrDefault(one.id(), List.of()).stream()
                        .mapToDouble(lag -> Math.max(lag, 0))
                        .toArray()))
        .toList();
  }

  private static double[] bootstrap(List<Advocate> advocates, long seed) {
    var trees = new LinkedHashMap<UUID, List<Advocate>>();
    advocates.forEach(one -> trees.computeIfAbsent(one.root(), _ -> new ArrayList<>()).add(one));
    var all = List.copyOf(trees.values());
    var random = new SplittableRandom(seed);
    double[] drawn = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      var sample = new ArrayList<Advocate>();
      for (int i = 0; i < all.size(); i++) {
        sample.addAll(all.get(random.nextInt(all.size())));
      }
      drawn[draw] = factor(sample);
    }
    Arrays.sort(drawn);
    return drawn;
  }

  private static double quantile(double[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  }

  private static double factor(List<Advocate> advocates) {
    var lags = Lags.of(advocates);
    double exposure = 0;
    for (Advocate one : advocates) {
      exposure += lags.within(one.age());
    }
    return exposure == 0 ? 0 : lags.count() / exposure;
  }

  /// The distribution of lags, each seen only if it is no longer than its advocate's age.
  private record Lags(double[] lag, double[] chance) {

    static Lags of(List<Advocate> advocates) {
      var seen = new ArrayList<double[]>();
      for (Advocate one : advocates) {
        for (double lag : one.lags()) {
          seen.add(new double[] {lag, one.age()});
        }
      }
      double[] lags = seen.stream().mapToDouble(one -> one[0]).sorted().toArray();
      double[] ages = seen.stream().mapToDouble(one -> one[1]).sorted().toArray();
      double[] chance = new double[lags.length];
      double left = 1;
      for (int i = lags.length - 1; i >= 0; i--) {
        chance[i] = left;
        if (i > 0 && lags[i - 1] == lags[i]) {
          continue;
        }
        // At risk: no longer than this one, and of an advocate who had at least this long.
        int atRisk = above(lags, lags[i]) - below(ages, lags[i]);
        int same = above(lags, lags[i]) - below(lags, lags[i]);
        left *= atRisk > same ? 1 - (double) same / atRisk : i == 0 ? 0 : 1;
      }
      return new Lags(lags, chance);
    }

    int count() {
      return lag.length;
    }

    /// The chance that a lag is at most `age`.
    double within(double age) {
      int upto = above(lag, age);
      return upto == 0 ? 0 : chance[upto - 1];
    }

    /* How many are at most `value`. */
    private static int above(double[] sorted, double value) {
      int low = 0;
      int high = sorted.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (sorted[middle] <= value) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }

    /* How many are less than `value`. */
    private static int below(double[] sorted, double value) {
      int low = 0;
      int high = sorted.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (sorted[middle] < value) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }
  }
}
