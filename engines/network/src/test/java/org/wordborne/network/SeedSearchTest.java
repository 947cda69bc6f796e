package org.wordborne.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeedSearchTest {
  private static final PassOn ARCS = new PassOn.Arcs();
  private static final double BEST_GREEDY = 1 - 1 / Math.E;

  private static SeedSet choose(VoiceGraph graph, PassOn model, SeedAsk ask) {
    return SeedSearch.choose(graph, model, ask, () -> false);
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @CsvSource({
    "wc, 1",
    "wc, 2",
    "uniform:0.3, 3",
    "trivalency, 4",
    "arcs, 5",
    "arcs, 6",
    "lt, 7",
    "lt, 8"
  })
  void spread_smallGraph_holdsTheCountOfAllWorlds(String model, long seed) {
    var graph = VoiceGraphs.random(seed, 7, 16);
    var passOn = PassOn.parse(model);

    var chosen = choose(graph, passOn, SeedAsk.of(2).withSeed(seed));

    double exact = VoiceGraphs.exact(graph, passOn, chosen.seeds());
    assertThat(exact).isBetween(chosen.spread().lower(), chosen.spread().upper());
    assertThat(chosen.spread().estimate()).isCloseTo(exact, within(.2));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
  void choose_smallGraph_isAsGoodAsGreedyOnExactFigures(long seed) {
    var graph = VoiceGraphs.random(seed, 8, 12);

    var chosen = choose(graph, ARCS, SeedAsk.of(2).withSeed(seed));

    double best = VoiceGraphs.bestPair(graph, ARCS);
    double ours = VoiceGraphs.exact(graph, ARCS, chosen.seeds());
    assertThat(ours)
        .isGreaterThan(BEST_GREEDY * best)
        .isGreaterThan(.99 * VoiceGraphs.greedyPair(graph, ARCS));
    assertThat(ours / best).isGreaterThanOrEqualTo(chosen.guarantee());
  }

  @Test
  void guarantee_twoHundredGraphs_neverExceedsTheTruth() {
    int broken = 0;
    for (long seed = 100; seed < 300; seed++) {
      var graph = VoiceGraphs.random(seed, 6, 9);
      var chosen = choose(graph, ARCS, SeedAsk.of(2).withSeed(seed).withFailure(.01));
      double ours = VoiceGraphs.exact(graph, ARCS, chosen.seeds());
      boolean inside = ours >= chosen.spread().lower() && ours <= chosen.spread().upper();
      boolean good = ours >= chosen.guarantee() * VoiceGraphs.bestPair(graph, ARCS) - 1e-9;
      broken += inside && good ? 0 : 1;
    }

    assertThat(broken).isLessThanOrEqualTo(2); // one in a hundred may fail
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"wc", "uniform:0.1", "trivalency", "arcs", "lt"})
  void choose_anyNumberOfThreads_givesTheSameBits(String model) {
    var graph = VoiceGraphs.random(4, 300, 2_000);
    var ask = SeedAsk.of(10).withSeed(5);

    var one = choose(graph, PassOn.parse(model), ask);
    var three = choose(graph, PassOn.parse(model), ask.withThreads(3));

    assertThat(three.seeds()).containsExactly(one.seeds());
    assertThat(three.gains()).containsExactly(one.gains());
    assertThat(three.guarantee()).isEqualTo(one.guarantee());
  }

  @Test
  void choose_linesInOtherOrder_givesTheSamePeople() throws GraphException {
    var lines = java.util.List.of("0 1 .5", "0 2 .5", "3 4 .9", "2 5 .3", "4 0 .2");

    var one = choose(VoiceGraph.read(lines, false), ARCS, SeedAsk.of(2));
    var other = choose(VoiceGraph.read(lines.reversed(), false), ARCS, SeedAsk.of(2));

    assertThat(other.seeds()).containsExactly(one.seeds());
    assertThat(other.spread()).isEqualTo(one.spread());
  }

  @Test
  void choose_starAndChain_takesTheMiddleFirst() {
    assertThat(choose(VoiceGraphs.star(50, .5f), ARCS, SeedAsk.of(1)).seeds()).containsExactly(0);
    assertThat(choose(VoiceGraphs.chain(9, 1), ARCS, SeedAsk.of(1)).spread().estimate())
        .isEqualTo(9);
  }

  @Test
  void gains_sumUpAndFall() {
    var chosen = choose(VoiceGraphs.random(6, 100, 500), ARCS, SeedAsk.of(8));

    double sum = 0;
    for (var gain : chosen.gains()) {
      sum += gain.estimate();
    }

    assertThat(sum).isCloseTo(chosen.spread().estimate(), within(1e-6));
    assertThat(chosen.gains()[7].estimate()).isLessThan(chosen.gains()[0].estimate());
  }

  @Test
  void choose_morePeopleThanThere_takesAll() {
    var chosen = choose(VoiceGraphs.chain(3, .5f), ARCS, SeedAsk.of(10));

    assertThat(chosen.seeds()).containsExactlyInAnyOrder(0, 1, 2);
    assertThat(chosen.guarantee()).isEqualTo(1);
  }

  @Test
  void choose_withoutSome_leavesThemOut() {
    var chosen = choose(VoiceGraphs.star(50, .5f), ARCS, SeedAsk.of(3).without(0, 7));

    assertThat(chosen.seeds()).hasSize(3).doesNotContain(0, 7);
  }

  @Test
  void choose_budget_isKeptAndSpentWell() {
    var graph = VoiceGraphs.random(3, 8, 11);
    double[] costs = {1, 2, 3, 1, 2, 3, 1, 2};

    var chosen = choose(graph, ARCS, SeedAsk.of(8).withCosts(costs, 4));

    double best = 0;
    for (int some = 0; some < 256; some++) {
      var people = BitSet.valueOf(new long[] {some}).stream().toArray();
      double cost = java.util.Arrays.stream(people).mapToDouble(who -> costs[who]).sum();
      best = Math.max(best, cost <= 4 ? VoiceGraphs.exact(graph, ARCS, people) : 0);
    }
    double ours = VoiceGraphs.exact(graph, ARCS, chosen.seeds());
    assertThat(java.util.Arrays.stream(chosen.seeds()).mapToDouble(who -> costs[who]).sum())
        .isLessThanOrEqualTo(4);
    assertThat(ours).isGreaterThan(.9 * best);
    assertThat(ours / best).isGreaterThanOrEqualTo(chosen.guarantee());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 5})
  void against_aRumour_savesWhatTrialsSee(long seed) {
    var graph = VoiceGraphs.random(seed, 60, 240);
    int[] rumour = {0, 1};

    var chosen = choose(graph, ARCS, SeedAsk.of(3).against(rumour).withSeed(seed));
    var played = new SpreadTrials(graph, ARCS, 20_000, seed, 1).saved(chosen.seeds(), rumour);

    assertThat(chosen.seeds()).doesNotContain(rumour);
    assertThat(played.estimate()).isBetween(chosen.spread().lower(), chosen.spread().upper());
  }

  @Test
  void against_aChain_speaksRightBehindTheRumour() {
    var chain = VoiceGraphs.chain(6, 1);

    var chosen = choose(chain, ARCS, SeedAsk.of(1).against(0));

    assertThat(chosen.seeds()).containsExactly(1);
    assertThat(chosen.spread().estimate()).isCloseTo(5, within(.3));
  }

  @Test
  void choose_stopped_endsWithoutAnAnswer() {
    var graph = VoiceGraphs.random(4, 300, 2_000);

    assertThatThrownBy(() -> SeedSearch.choose(graph, ARCS, SeedAsk.of(5), () -> true))
        .isInstanceOf(CancellationException.class);
  }
}
