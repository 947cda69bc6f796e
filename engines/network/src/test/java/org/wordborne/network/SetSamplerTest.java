package org.wordborne.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SetSamplerTest {
  private static final int SPEAKERS = 20;
  private static final int SETS = 200_000;

  /// 0 hears 1 … 20, with chances of three sizes.
  private static VoiceGraph hearer() {
    var from = new int[SPEAKERS];
    var chances = new float[SPEAKERS];
    for (int i = 0; i < SPEAKERS; i++) {
      from[i] = i + 1;
      chances[i] = i % 3 == 0 ? .2f : i % 3 == 1 ? .04f : .6f;
    }
    return VoiceGraph.of(SPEAKERS + 1, from, new int[SPEAKERS], chances);
  }

  /// How often each speaker is in a set, of all sets.
  private static double[] shares(PassOn model) {
    var graph = hearer();
    var sampler = SetSampler.of(ArcChances.of(graph, model), model, null);
    var shares = new double[SPEAKERS + 1];
    for (int set = 0; set < SETS; set++) {
      int size = sampler.draw(5, set);
      for (int i = 0; i < size; i++) {
        shares[sampler.people()[i]] += 1.0 / SETS;
      }
    }
    return shares;
  }

  private static void areAsLikelyAsTheirArcs(double[] shares, PassOn model) {
    var chances = ArcChances.of(hearer(), model);
    for (int i = 0; i < SPEAKERS; i++) {
      double share = (1 + chances.of(i, 0)) / (SPEAKERS + 1); // as root, or through the arc
      double error = Math.sqrt(share * (1 - share) / SETS);
      assertThat(shares[i + 1]).as("speaker %d", i + 1).isCloseTo(share, within(4.5 * error));
    }
  }

  @Test
  void draw_evenChances_leapsAsCoinsWould() {
    var model = new PassOn.Uniform(.1);

    areAsLikelyAsTheirArcs(shares(model), model);
  }

  @Test
  void draw_mixedChances_leapAsCoinsWould() {
    var model = new PassOn.Arcs();

    areAsLikelyAsTheirArcs(shares(model), model);
  }

  @Test
  void draw_oneNumber_isTheSameSetWheneverDrawn() {
    var model = new PassOn.Uniform(.1);
    var chances = ArcChances.of(hearer(), model);
    var fresh = SetSampler.of(chances, model, null);
    var used = SetSampler.of(chances, model, null);
    for (int set = 0; set < 100; set++) {
      used.draw(5, set);
    }

    int size = fresh.draw(5, 7);

    assertThat(used.draw(5, 7)).isEqualTo(size);
    assertThat(java.util.Arrays.copyOf(used.people(), size))
        .containsExactly(java.util.Arrays.copyOf(fresh.people(), size));
  }
}
