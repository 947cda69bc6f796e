package org.wordborne.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadTrialsTest {
  private static final int TRIALS = 40_000;

  @Test
  void of_chain_isGeometricSum() {
    var chain = VoiceGraphs.chain(4, .5f); // closed form: 1 + 1/2 + 1/4 + 1/8

    var spread = SpreadTrials.of(chain, new PassOn.Arcs(), new int[] {0}, TRIALS, 42);

    assertThat(spread.estimate()).isCloseTo(1.875, within(1.5 * (spread.upper() - 1.875) + .01));
    assertThat(spread.upper() - spread.lower()).isLessThan(.03);
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
  void of_smallGraph_meetsTheCountOfAllWorlds(String model, long seed) {
    var graph = VoiceGraphs.random(seed, 7, 16);
    var passOn = PassOn.parse(model);

    var spread = SpreadTrials.of(graph, passOn, new int[] {0, 3}, TRIALS, seed);

    double error = (spread.upper() - spread.lower()) / (2 * 1.96);
    assertThat(spread.estimate())
        .isCloseTo(VoiceGraphs.exact(graph, passOn, 0, 3), within(4 * error + 1e-9));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"wc", "lt"})
  void of_twoThreads_givesTheSameBits(String model) {
    var graph = VoiceGraphs.random(9, 200, 900);
    var passOn = PassOn.parse(model);

    var one = new SpreadTrials(graph, passOn, 501, 7, 1).of(1, 2, 3);
    var two = new SpreadTrials(graph, passOn, 501, 7, 2).of(1, 2, 3);

    assertThat(two).isEqualTo(one);
  }

  @Test
  void of_nobodyAndCertainArcs_areExact() {
    var star = VoiceGraphs.star(5, 1);

    assertThat(SpreadTrials.of(star, new PassOn.Arcs(), new int[0], 9, 1)).isEqualTo(Spread.NONE);
    assertThat(SpreadTrials.of(star, new PassOn.Arcs(), new int[] {0, 0}, 9, 1))
        .isEqualTo(new Spread(5, 5, 5));
  }

  @Test
  void of_strangerToTheGraph_isRefused() {
    var star = VoiceGraphs.star(5, 1);

    assertThatThrownBy(() -> SpreadTrials.of(star, new PassOn.Arcs(), new int[] {5}, 9, 1))
        .hasMessageContaining("below 5, was 5");
  }
}
