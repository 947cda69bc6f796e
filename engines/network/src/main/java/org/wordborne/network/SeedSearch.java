package org.wordborne.network;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Finds the people from whom talk gets furthest.
///
/// Two pools of reverse-reachable sets are drawn, one to choose on and one to judge on, and
/// doubled until the choice is certified: what it reaches at least, by what any choice could reach
/// at most, is 1 − 1/e − ε or more (OPIM-C: Tang, Tang, Xiao, Yuan, *Online Processing Algorithms
/// for Influence Maximization*, SIGMOD 2018). The certificate fails with the chance asked for.
///
/// With costs, the better of choosing by gain and choosing by gain for cost is taken (at least
/// half of 1 − 1/e of the best: Leskovec and others, KDD 2007); against a rumour, sets are those of
/// [SetSampler]. The certificate is the same in both, but may stay below 1 − 1/e − ε; then the
/// search ends once its own doubt is below ε.
///
/// ```java
/// PassOn model = new PassOn.WeightedCascade();
/// SeedSet chosen = SeedSearch.choose(graph, model, SeedAsk.of(50), () -> false);
/// ```
///
/// Cost: time and memory grow with the people in all sets; about 6 bytes each with both pools.
public final class SeedSearch {
  private static final double BEST_GREEDY = 1 - 1 / StrictMath.E;

  /*
   * Above the certificate, the choice itself gains from more sets: with few of them greedy follows
   * their noise (docs/formulas.md, Seeds, has the figures). Where sets are large, few suffice.
   */
  private static final int LEAST_MET = 8_000;
  private static final int ENOUGH_ENTRIES = 2_000_000;
  private static final int LEAST_SETS = 1 << 10;
  private static final int MOST_DOUBLINGS = 24;

  private final VoiceGraph graph;
  private final SeedAsk ask;
  private final BooleanSupplier stop;
  private final int people;
  private final int most;
  private final SetPool choosing;
  private final SetPool judging;
  private final Bounds bounds;

  private SeedSearch(VoiceGraph graph, PassOn model, SeedAsk ask, BooleanSupplier stop) {
    this.graph = graph;
    this.ask = ask;
    this.stop = stop;
    this.people = graph.people();
    ask.check(people);
    @Nullable BitSet rumour = ask.rumour();
    if (rumour != null && model instanceof PassOn.LinearThreshold) {
      throw new IllegalArgumentException(
          "against a rumour the model must be wc, uniform, trivalency or arcs, was lt");
    }
    var chances = ArcChances.of(graph, model);
    Supplier<SetSampler> samplers = () -> SetSampler.of(chances, model, rumour);
    this.choosing = new SetPool(samplers, ask.seed(), 0, 2);
    this.judging = new SetPool(samplers, ask.seed(), 1, 2);
    this.most = Math.min(ask.seeds(), allowed());
    this.bounds = new Bounds(ask.failure(people), MOST_DOUBLINGS);
  }

  /// Chooses.
  ///
  /// @param graph who hears whom
  /// @param model how talk passes on
  /// @param ask how many, how sure, within what limits
  /// @param stop asked now and then; once true, the search ends
  /// @return at most as many people as asked for; fewer where limits leave no more
  /// @throws java.util.concurrent.CancellationException if it was stopped
  /// @throws IllegalArgumentException if graph, model and ask do not belong together
  public static SeedSet choose(VoiceGraph graph, PassOn model, SeedAsk ask, BooleanSupplier stop) {
    return new SeedSearch(graph, model, ask, stop).run();
  }

  private int allowed() {
    int count = 0;
    for (int person = 0; person < people; person++) {
      count += ask.allows(person) ? 1 : 0;
    }
    return count;
  }

  private SeedSet run() {
    int sets = Math.min(LEAST_SETS, ask.mostSets());
    for (int doubling = 0; ; doubling++, sets *= 2) {
      choosing.drawTo(sets, ask.threads(), stop);
      judging.drawTo(sets, ask.threads(), stop);
      var greedy = chosen();
      int[] seeds = filledUp(greedy.chosen());
      long[] met = met(seeds);
      long all = Arrays.stream(met).sum();
      double lower = bounds.lower(all, sets);
      double upper = bounds.upper(greedy.bound(), sets);
      double certified = upper == 0 ? 1 : Math.min(1, lower / upper);
      boolean sure = certified >= BEST_GREEDY - ask.epsilon() || isSettled(all, greedy, sets);
      boolean last =
          doubling == MOST_DOUBLINGS - 1 || !choosing.mayDouble() || sets > ask.mostSets() / 2;
      boolean settled = all >= LEAST_MET || choosing.entries() >= ENOUGH_ENTRIES;
      if (sure && settled || last || everybody(seeds)) {
        return new SeedSet(
            seeds,
            gains(met, sets),
            spread(all, sets, seeds.length),
            everybody(seeds) ? 1 : certified,
            2L * sets,
            (long) choosing.entries() + judging.entries());
      }
    }
  }

  private boolean everybody(int[] seeds) {
    return seeds.length == people;
  }

  private Greedy chosen() {
    var byGain = new Greedy(choosing, people, ask, most).run(false);
    if (ask.costs() == null) {
      return byGain;
    }
    var forCost = new Greedy(choosing, people, ask, most).run(true);
    return forCost.covered() >= byGain.covered() ? forCost : byGain;
  }

  /// With costs or against a rumour: whether what is left of doubt is the choice's, not chance's.
  private boolean isSettled(long met, Greedy greedy, int sets) {
    if (ask.costs() == null && ask.rumour() == null) {
      return false;
    }
    double low = bounds.lower(met, sets) * sets / Math.max(1.0, met);
    double high = bounds.upper(greedy.bound(), sets) * sets / Math.max(1.0, greedy.bound());
    return low / high >= 1 - ask.epsilon();
  }

  /// Where too few meet any set, those with most followers take the places left.
  private int[] filledUp(int[] seeds) {
    if (seeds.length == most || ask.costs() != null || ask.rumour() != null) {
      return seeds;
    }
    var taken = new BitSet();
    Arrays.stream(seeds).forEach(taken::set);
    for (int person = 0; person < people; person++) {
      if (!ask.allows(person)) {
        taken.set(person);
      }
    }
    int[] others = Choices.mostFollowed(graph, most - seeds.length, taken);
    int[] full = Arrays.copyOf(seeds, seeds.length + others.length);
    System.arraycopy(others, 0, full, seeds.length, others.length);
    return full;
  }

  /// How many judging sets each seed is the first to meet.
  private long[] met(int[] seeds) {
    var rank = new int[people];
    Arrays.fill(rank, Integer.MAX_VALUE);
    for (int i = 0; i < seeds.length; i++) {
      rank[seeds[i]] = i;
    }
    var met = new long[seeds.length];
    int[] held = judging.people();
    for (int set = 0; set < judging.sets(); set++) {
      int first = Integer.MAX_VALUE;
      for (int i = judging.end(set - 1); i < judging.end(set); i++) {
        first = Math.min(first, rank[held[i]]);
      }
      if (first < Integer.MAX_VALUE) {
        met[first]++;
      }
    }
    return met;
  }

  private Spread[] gains(long[] met, int sets) {
    var gains = new Spread[met.length];
    for (int i = 0; i < met.length; i++) {
      gains[i] = spread(met[i], sets, 0);
    }
    return gains;
  }

  private Spread spread(long met, int sets, int least) {
    double floor = ask.rumour() == null ? least : 0;
    double scale = people;
    double estimate = Math.max(floor, scale * met / sets);
    return new Spread(
        estimate,
        Math.min(estimate, Math.max(floor, scale * bounds.lower(met, sets))),
        Math.max(estimate, Math.min(people, scale * bounds.upper(met, sets))));
  }
}
