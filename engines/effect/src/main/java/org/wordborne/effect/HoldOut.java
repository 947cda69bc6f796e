package org.wordborne.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What difference it made to people some of whom were left out by chance: the surest way to know.
///
/// The effect is the difference in means; where values from before are known it is taken less what
/// they foretell (CUPED: Deng, Xu, Kohavi, Walker, WSDM 2013). People who talk with one another
/// belong to one cluster, and clusters are what chance chose: `p` comes from the other ways chance
/// could have chosen them (all of them up to 20,000, else 19,999 at random), the interval from a
/// studentised bootstrap over clusters (Efron, Tibshirani, 1993, chapter 12; 1,999 draws).
public final class HoldOut {
  private HoldOut() {}

  /// One side of the experiment.
  ///
  /// @param values one a person
  /// @param before one a person, from before the campaign; null where unknown
  /// @param clusters one number a person; null where everybody stands alone
  public record Arm(double[] values, double @Nullable [] before, int @Nullable [] clusters) {
    /// Refuses sides whose parts differ in length.
    public Arm {
      if (values.length == 0
          || before != null && before.length != values.length
          || clusters != null && clusters.length != values.length) {
        throw new IllegalArgumentException(
            "each side needs at least one person, and for each a value from before and a cluster"
                + " where there are any");
      }
    }

    /// People of whom nothing else is known.
    public static Arm of(double... values) {
      return new Arm(values, null, null);
    }

    /// The same people, with their values from before.
    public Arm withBefore(double... known) {
      return new Arm(values, known, clusters);
    }

    /// The same people, with a number for each that those who talk with one another share.
    public Arm withClusters(int... known) {
      return new Arm(values, before, known);
    }
  }

  /// The effect on those reached, against those held out.
  public static Effect of(Arm reached, Arm held, LiftSettings settings) {
    var adjusted = Cuped.adjust(reached, held);
    var treated = Sums.byCluster(adjusted.reached(), reached.clusters());
    var control = Sums.byCluster(adjusted.held(), held.clusters());
    var compared = new HoldOutRange(treated, control, settings);
    double effect = compared.effect();
    var range = compared.range();
    double otherwise = control.mean();
    var why =
        settings.confounders().isEmpty()
            ? range.why()
            : "At the same time: " + String.join("; ", settings.confounders()) + ".";
    return new Effect(
        effect,
        otherwise > 0 ? effect / otherwise : Double.NaN,
        effect * reached.values().length,
        range.low(),
        range.high(),
        settings.level(),
        range.p(),
        Method.HOLD_OUT,
        Map.of(),
        Map.of(),
        new Fit(Double.NaN, Double.NaN, adjusted.correlation(), 0, held.values().length),
        why.isEmpty(),
        why,
        List.of(),
        List.of());
  }

  /* Totals and counts of clusters: all that means and their errors need. */
  record Sums(double[] totals, int[] counts) {
    static Sums byCluster(double[] values, int @Nullable [] clusters) {
      var places = new java.util.TreeMap<Integer, Integer>();
      var totals = new ArrayList<Double>();
      var counts = new ArrayList<Integer>();
      for (int i = 0; i < values.length; i++) {
        int cluster = clusters == null ? i : clusters[i];
        int place = places.computeIfAbsent(cluster, _ -> totals.size());
        if (place == totals.size()) {
          totals.add(0.0);
          counts.add(0);
        }
        totals.set(place, totals.get(place) + values[i]);
        counts.set(place, counts.get(place) + 1);
      }
      return new Sums(
          totals.stream().mapToDouble(Double::doubleValue).toArray(),
          counts.stream().mapToInt(Integer::intValue).toArray());
    }

    int size() {
      return totals.length;
    }

    double mean() {
      double sum = 0;
      long people = 0;
      for (int i = 0; i < totals.length; i++) {
        sum += totals[i];
        people += counts[i];
      }
      return sum / people;
    }

    /* The variance of a mean over clusters of unequal size (Cochran, 1977, section 9A). */
    double variance() {
      double mean = mean();
      double squares = 0;
      long people = 0;
      for (int i = 0; i < totals.length; i++) {
        double off = totals[i] - mean * counts[i];
        squares += off * off;
        people += counts[i];
      }
      return squares * size() / (size() - 1.0) / ((double) people * people);
    }

    Sums picked(int[] clusters) {
      double[] some = new double[clusters.length];
      int[] people = new int[clusters.length];
      for (int i = 0; i < clusters.length; i++) {
        some[i] = totals[clusters[i]];
        people[i] = counts[clusters[i]];
      }
      return new Sums(some, people);
    }

    Sums with(Sums other) {
      double[] both = java.util.Arrays.copyOf(totals, size() + other.size());
      int[] people = java.util.Arrays.copyOf(counts, both.length);
      System.arraycopy(other.totals, 0, both, size(), other.size());
      System.arraycopy(other.counts, 0, people, size(), other.size());
      return new Sums(both, people);
    }
  }
}
