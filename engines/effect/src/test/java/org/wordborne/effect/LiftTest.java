package org.wordborne.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LiftTest {
  private static final LiftSettings USUAL = LiftSettings.usual();
  private static final Set<String> U0 = Set.of("u0");

  /* By hand: treated 10, 12 | 20; others' mean 4, 6 | 8: (20 - 11) - (8 - 5) = 6. */
  @Test
  void of_differenceInDifferences_isAsByHand() {
    var panel =
        Panel.of(
            List.of("a", "b", "c"),
            List.of("1", "2", "3"),
            new double[][] {{10, 12, 20}, {3, 5, 6}, {5, 7, 10}});

    var effect = Lift.of(panel, Set.of("a"), "3", Method.DID, USUAL);

    assertThat(effect.effect()).isCloseTo(6, within(1e-12));
    assertThat(effect.relative()).isCloseTo(6.0 / 14, within(1e-12));
    assertThat(effect.weights()).containsOnly(Map.entry("b", .5), Map.entry("c", .5));
    assertThat(effect.identifiable()).isFalse();
    assertThat(effect.why()).isEqualTo("There are 2 times before; at least 10 are needed.");
  }

  /* The treated is .75 of one donor and .25 of another; only these weights fit. */
  @Test
  void of_treatedIsAMixture_findsTheMixture() {
    var made = MadePanel.of(1, 6, 40, 10, 0);
    double[][] values = new double[6][50];
    for (int t = 0; t < 50; t++) {
      for (int u = 1; u < 6; u++) {
        values[u][t] = made.value(u, t);
      }
      values[0][t] = .75 * values[2][t] + .25 * values[4][t] + (t < 40 ? 0 : 5);
    }
    var panel = Panel.of(made.units(), made.times(), values);

    var effect = Lift.of(panel, U0, "0040", Method.SC, USUAL);

    assertThat(effect.effect()).isCloseTo(5, within(.02));
    assertThat(effect.weights().get("u2")).isCloseTo(.75, within(.01));
    assertThat(effect.weights().get("u4")).isCloseTo(.25, within(.01));
  }

  /* Where every unit is its level plus the same course, each levelled method is exact. */
  @ParameterizedTest
  @EnumSource(
      value = Method.class,
      names = {"DID", "SC_DEMEANED", "SDID", "REGRESSION", "AUTO"})
  void of_levelsAndOneCourse_isExact(Method method) {
    double[][] values = new double[5][40];
    for (int u = 0; u < 5; u++) {
      for (int t = 0; t < 40; t++) {
        values[u][t] = 10 * u + 20 + Math.sin(t) + (u == 0 && t >= 30 ? 3 : 0);
      }
    }
    var panel = Panel.of(List.of("u0", "b", "c", "d", "e"), MadePanel.times(40), values);

    var effect = Lift.of(panel, U0, "0030", method, USUAL);

    assertThat(effect.effect()).isCloseTo(3, within(1e-9));
    assertThat(effect.total()).isCloseTo(30, within(1e-8));
  }

  @Test
  void of_strangerAmongDonors_isNotIdentifiable() {
    double[][] values = new double[5][30];
    for (int u = 0; u < 5; u++) {
      var chance = new java.util.SplittableRandom(u);
      for (int t = 0; t < 30; t++) {
        values[u][t] = 50 + 10 * MadePanel.normal(chance);
      }
    }
    var panel = Panel.of(List.of("u0", "b", "c", "d", "e"), MadePanel.times(30), values);

    var effect = Lift.of(panel, U0, "0020", Method.SC_DEMEANED, USUAL);

    assertThat(effect.identifiable()).isFalse();
    assertThat(effect.why()).startsWith("The time before is told badly: the error is");
  }

  @Test
  void of_twoDonors_isNotIdentifiable() {
    var effect = Lift.of(MadePanel.of(3, 3, 40, 10, 0), U0, "0040", Method.SC_DEMEANED, USUAL);

    assertThat(effect.why()).isEqualTo("There are 2 units to compare with; at least 3 are needed.");
  }

  @Test
  void of_tooFewTimesForTheLevel_tellsPButNoInterval() {
    var panel = MadePanel.of(4, 8, 14, 2, .3);

    var settings = USUAL.withInference(Inference.BLOCKS);
    var effect = Lift.of(panel, U0, "0014", Method.SC_DEMEANED, settings);

    assertThat(effect.why())
        .isEqualTo("There are 16 times in all; an interval of 95 % needs at least 20.");
    assertThat(effect.p()).isCloseTo(1.0 / 16, within(1e-9));
    assertThat(effect.low()).isNaN();
  }

  @Test
  void of_somethingElseHappened_isNotIdentifiable() {
    var settings = USUAL.withConfounders(List.of("half-marathon on 3 May"));

    var effect = Lift.of(MadePanel.of(5, 30, 40, 10, .1), U0, "0040", Method.SDID, settings);

    assertThat(effect.why()).isEqualTo("At the same time: half-marathon on 3 May.");
  }

  /* Some constant effect fits none of 0 to 28 that the campaign brought one after another. */
  @ParameterizedTest
  @EnumSource(
      value = Inference.class,
      names = {"BLOCKS", "EXCHANGE"})
  void of_effectThatGrows_hasTheIntervalOfItsMean(Inference inference) {
    var made = MadePanel.of(8, 12, 60, 15, 0);
    double[][] values = new double[12][75];
    for (int u = 0; u < 12; u++) {
      for (int t = 0; t < 75; t++) {
        values[u][t] = made.value(u, t) + (u == 0 && t >= 60 ? 2 * (t - 60) : 0);
      }
    }
    var panel = Panel.of(made.units(), made.times(), values);

    var effect = Lift.of(panel, U0, "0060", Method.DID, USUAL.withInference(inference));

    assertThat(effect.low()).isLessThan(effect.effect() - 1).isLessThan(14);
    assertThat(effect.high()).isGreaterThan(effect.effect() + 1).isGreaterThan(14);
  }

  @Test
  void of_unknownUnitOrTime_saysWhichThereAre() {
    var panel = MadePanel.of(6, 3, 5, 5, 0);

    assertThatThrownBy(() -> Lift.of(panel, Set.of("x"), "0005", Method.DID, USUAL))
        .hasMessage("there is no unit 'x'; there are 3, among them u0, u1, u2");
    assertThatThrownBy(() -> Lift.of(panel, U0, "2026", Method.DID, USUAL))
        .hasMessage("there is no time '2026'; they go from 0000 to 0009");
    assertThatThrownBy(() -> Method.of("bsts")).hasMessage("bsts is not built; regression is");
  }

  @Test
  void of_panelWithAHole_namesUnitAndTime() {
    double[][] holed = {{1, 2}, {3, Double.NaN}};

    assertThatThrownBy(() -> Panel.of(List.of("a", "b"), List.of("mon", "tue"), holed))
        .hasMessage("unit 'b' has no value at 'tue'");
  }

  @Test
  void of_sameInput_givesTheSameBits() {
    var panel = MadePanel.of(7, 25, 60, 10, .05);

    var once = Lift.of(panel, Set.of("u0", "u1"), "0060", Method.SDID, USUAL);

    assertThat(Lift.of(panel, Set.of("u0", "u1"), "0060", Method.SDID, USUAL)).isEqualTo(once);
  }
}
