package org.wordborne.network;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Chooses people one after another, each time the one who meets most sets that nobody chosen
/// meets, and bounds what any other choice could meet.
///
/// The bound after each choice is what is met, plus the most that as many people as may be chosen
/// could add, each counted alone (Tang, Tang, Xiao, Yuan, *Online Processing Algorithms for
/// Influence Maximization*, SIGMOD 2018, section 5); with a budget, the fractional filling of the
/// budget by gain for cost. It holds for every choice, since what a person adds only falls.
final class Greedy {
  private final SetPool pool;
  private final SeedAsk ask;
  private final int most;
  private final double @Nullable [] costs;

  private final int[] start;
  private final int[] setsOf;
  private final int[] gain;
  /* How many people may be chosen and have a gain; index: the gain. */
  private final int[] withGain;
  private int highest;
  private final boolean[] met;

  private int[] chosen = new int[16];
  private int count;
  private long covered;
  private double bound = Double.POSITIVE_INFINITY;

  Greedy(SetPool pool, int people, SeedAsk ask, int most) {
    this.pool = pool;
    this.ask = ask;
    this.most = most;
    this.costs = ask.costs();
    this.start = new int[people + 1];
    this.setsOf = new int[pool.entries()];
    this.gain = new int[people];
    this.met = new boolean[pool.sets()];
    index();
    withGain = countGains();
  }

  private void index() {
    int[] held = pool.people();
    int entries = pool.entries();
    for (int i = 0; i < entries; i++) {
      start[held[i] + 1]++;
    }
    for (int person = 0; person < gain.length; person++) {
      start[person + 1] += start[person];
    }
    int[] next = Arrays.copyOf(start, gain.length);
    for (int set = 0; set < pool.sets(); set++) {
      for (int i = pool.end(set - 1); i < pool.end(set); i++) {
        setsOf[next[held[i]]++] = set;
      }
    }
  }

  private int[] countGains() {
    for (int person = 0; person < gain.length; person++) {
      gain[person] = ask.allows(person) ? start[person + 1] - start[person] : 0;
      highest = Math.max(highest, gain[person]);
    }
    var counts = new int[highest + 1];
    for (int each : gain) {
      counts[each]++;
    }
    return counts;
  }

  /// Chooses by gain, or by gain for cost.
  Greedy run(boolean forCost) {
    var heap = new LazyHeap(gain.length);
    for (int person = 0; person < gain.length; person++) {
      if (gain[person] > 0) {
        heap.add(person, worth(person, forCost));
      }
    }
    heap.order();
    double left = ask.budget();
    tightenBound();
    while (count < most && !heap.isEmpty()) {
      int person = heap.first();
      double worth = worth(person, forCost);
      if (worth <= 0 || costs != null && costs[person] > left) {
        heap.dropFirst();
      } else if (worth < heap.firstValue()) {
        heap.lowerFirst(worth);
      } else {
        heap.dropFirst();
        left -= costs == null ? 0 : costs[person];
        choose(person);
      }
    }
    tightenBound(true);
    return this;
  }

  private double worth(int person, boolean forCost) {
    if (!forCost || costs == null) {
      return gain[person];
    }
    return gain[person] / Math.max(costs[person], Double.MIN_NORMAL);
  }

  private void choose(int person) {
    if (count == chosen.length) {
      chosen = Arrays.copyOf(chosen, count * 2);
    }
    chosen[count++] = person;
    covered += gain[person];
    int[] held = pool.people();
    for (int i = start[person]; i < start[person + 1]; i++) {
      int set = setsOf[i];
      if (!met[set]) {
        met[set] = true;
        for (int j = pool.end(set - 1); j < pool.end(set); j++) {
          lose(held[j]);
        }
      }
    }
    tightenBound();
  }

  private void lose(int person) {
    int before = gain[person];
    if (before > 0) {
      gain[person] = before - 1;
      withGain[before]--;
      withGain[before - 1]++;
    }
  }

  private void tightenBound() {
    /* Filling a budget needs all in order, so it is done after 0, 1, 2, 4, 8 … choices. */
    tightenBound((count & (count - 1)) == 0);
  }

  private void tightenBound(boolean alsoBudget) {
    bound = Math.min(bound, covered + (double) mostAdded());
    if (costs != null && alsoBudget) {
      bound = Math.min(bound, covered + filled(costs));
    }
  }

  /// The sum of the `most` highest gains.
  private long mostAdded() {
    while (highest > 0 && withGain[highest] == 0) {
      highest--;
    }
    long sum = 0;
    int left = most;
    for (int each = highest; each > 0 && left > 0; each--) {
      int taken = Math.min(left, withGain[each]);
      sum += (long) taken * each;
      left -= taken;
    }
    return sum;
  }

  /// The most that the whole budget could add, if people could be had in parts.
  private double filled(double[] each) {
    var order = new LazyHeap(gain.length);
    for (int person = 0; person < gain.length; person++) {
      if (gain[person] > 0) {
        order.add(person, worth(person, true));
      }
    }
    order.order();
    double sum = 0;
    double left = ask.budget();
    while (!order.isEmpty() && left > 0) {
      int person = order.first();
      double share = each[person] <= left ? 1 : left / each[person];
      sum += share * gain[person];
      left -= each[person];
      order.dropFirst();
    }
    return sum;
  }

  int[] chosen() {
    return Arrays.copyOf(chosen, count);
  }

  /// How many sets the chosen meet.
  long covered() {
    return covered;
  }

  /// How many sets any choice within the limits could meet at most.
  double bound() {
    return Math.min(bound, pool.sets());
  }
}
