package org.wordborne.server.spread;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wordborne.network.Choices;
import org.wordborne.network.PassOn;
import org.wordborne.network.SeedAsk;
import org.wordborne.network.SeedSearch;
import org.wordborne.network.SeedSet;
import org.wordborne.network.SpreadTrials;
import org.wordborne.server.person.PersonRow;
import org.wordborne.server.spread.SeedPlanView.SeedComparison;
import org.wordborne.server.spread.SeedPlanView.SeedReach;
import org.wordborne.server.spread.VoiceGraphs.NamedGraph;
import org.wordborne.server.workspace.ConflictException;

/// Chooses seeds on a graph, and tells what they and other choices would reach.
///
/// The choice is certified by sets that go backwards; what it reaches is told by trials that go
/// forward, so neither judges itself. The ends of a reach hold nine in ten trials.
final class SeedSearches {
  private static final PassOn MODEL = new PassOn.Arcs();
  private static final int TRIALS = 2_000;
  private static final double TAIL = .05;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final NamedGraph graph;
  private final BitSet without = new BitSet();
  private final long seed;
  private final SpreadTrials trials;

  SeedSearches(NamedGraph graph, Set<UUID> allowed, long seed) {
    this.graph = graph;
    this.seed = seed;
    for (int i = 0; i < graph.people().size(); i++) {
      without.set(i, !allowed.contains(graph.people().get(i)));
    }
    this.trials = new SpreadTrials(graph.graph(), MODEL, TRIALS, seed, 1);
  }

  /// The best `count` people.
  SeedSet choose(int count) {
    var ask = SeedAsk.of(count).withSeed(seed).without(without.stream().toArray());
    long until = System.nanoTime() + PATIENCE.toNanos();
    try {
      return SeedSearch.choose(graph.graph(), MODEL, ask, () -> System.nanoTime() > until);
    } catch (CancellationException tooLong) {
      throw new ConflictException(
          "Choosing took longer than five seconds; look back fewer days, or ask fewer people.");
    }
  }

  /// How many hear from these, in the middle and in nine of ten trials.
  SeedReach reach(int... seeds) {
    int[] outcomes = trials.outcomes(seeds);
    double mean = Arrays.stream(outcomes).average().orElse(0);
    return new SeedReach(
        mean,
        outcomes[(int) (TAIL * outcomes.length)],
        outcomes[(int) ((1 - TAIL) * outcomes.length)]);
  }

  /// What others would choose.
  List<SeedComparison> compared(int[] chosen, SeedReach reach, Map<UUID, PersonRow> rows) {
    var compared = new ArrayList<SeedComparison>();
    compared.add(new SeedComparison("chosen", reach));
    compared.add(
        new SeedComparison("most-followed", reach(first(chosen.length, rows, PersonRow::hear))));
    compared.add(
        new SeedComparison("loudest", reach(first(chosen.length, rows, PersonRow::words))));
    compared.add(
        new SeedComparison(
            "random", reach(Choices.random(graph.graph(), chosen.length, without, seed))));
    return compared;
  }

  private int[] first(int count, Map<UUID, PersonRow> rows, ToLongFunction<PersonRow> most) {
    return IntStream.range(0, graph.people().size())
        .filter(i -> !without.get(i))
        .boxed()
        .sorted(
            Comparator.comparingLong((Integer i) -> -value(rows, i, most)).thenComparing(i -> i))
        .limit(count)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private long value(Map<UUID, PersonRow> rows, int person, ToLongFunction<PersonRow> most) {
    PersonRow row = rows.get(graph.people().get(person));
    return row == null ? 0 : most.applyAsLong(row);
  }

  /// Of each seed the one before with whom most hearers are shared, and how many.
  static List<SeedPlanBook.Shared> shared(NamedGraph graph, int... seeds) {
    var hearers = new ArrayList<Set<UUID>>();
    var shared = new ArrayList<SeedPlanBook.Shared>();
    for (int seed : seeds) {
      UUID person = graph.people().get(seed);
      var mine = new HashSet<UUID>();
      graph.arcs().stream()
          .filter(arc -> arc.from().equals(person))
          .forEach(arc -> mine.add(arc.to()));
      @Nullable UUID with = null;
      int most = 0;
      for (int before = 0; before < hearers.size(); before++) {
        int both = (int) mine.stream().filter(hearers.get(before)::contains).count();
        if (both > most) {
          most = both;
          with = graph.people().get(seeds[before]);
        }
      }
      hearers.add(mine);
      shared.add(new SeedPlanBook.Shared(with, most));
    }
    return shared;
  }
}
