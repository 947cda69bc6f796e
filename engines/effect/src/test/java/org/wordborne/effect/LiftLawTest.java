package org.wordborne.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What intervals promise, counted on campaigns whose truth is known.
class LiftLawTest {
  private static final Set<String> U0 = Set.of("u0");

  /* 200 draws of a chance of .05 lie within 2 and 19 in 999 of 1,000 cases (binomial). */
  @ParameterizedTest(name = "{0}, {1} before, {2} others")
  @CsvSource({"did, 40, 39", "did, 85, 12"})
  void of_campaignsThatDidNothing_areSeldomFound(String method, int before, int others) {
    assertThat(found(method, before, others, 200)).isBetween(2, 19);
  }

  /* 60 intervals of 95 % hold the truth at least 51 times in 999 of 1,000 cases. */
  @Test
  void of_campaignsThatDidSomething_areHeldByTheInterval() {
    assertThat(held("asc", 40, 39, 60, .05)).isGreaterThanOrEqualTo(51);
  }

  /* So what covers at one size of effect covers at every size. */
  @ParameterizedTest(name = "lift {0}")
  @ValueSource(doubles = {.02, .05, .10})
  void of_moreLift_movesTheIntervalByJustThat(double lift) {
    var none = effect(3, "asc", 40, 39, 0);
    var some = effect(3, "asc", 40, 39, lift);
    double truth = MadePanel.truth(3, 40, 40, 15, lift);

    assertThat(some.effect() - none.effect()).isCloseTo(truth, within(1e-9));
    assertThat(some.low() - none.low()).isCloseTo(truth, within(1e-9));
    assertThat(some.high() - none.high()).isCloseTo(truth, within(1e-9));
  }

  @Tag("second-stage")
  @ParameterizedTest(name = "{0}, {1} before, {2} others")
  @CsvSource({"asc, 40, 39", "sdid, 40, 39", "asc, 85, 12"})
  void of_aThousandThatDidNothing_areFoundInFiveOfAHundred(String method, int before, int others) {
    int found = found(method, before, others, 1000);

    System.err.printf("A/A %s, %d before, %d others: %d of 1000%n", method, before, others, found);
    assertThat(found).isBetween(35, 65);
  }

  @Tag("second-stage")
  @ParameterizedTest(name = "{0}, {1} before, {2} others, lift {3}")
  @CsvSource({"asc, 40, 39, .05", "asc, 85, 12, .02", "asc, 85, 12, .10"})
  void of_aThousandThatDidSomething_areHeldInNinetyFiveOfAHundred(
      String method, int before, int others, double lift) {
    int held = held(method, before, others, 1000, lift);

    System.err.printf(
        "lift %.2f %s, %d before, %d others: held in %d of 1000%n",
        lift, method, before, others, held);
    assertThat(held).isBetween(930, 970);
  }

  private static int found(String method, int before, int others, int campaigns) {
    int found = 0;
    for (int seed = 0; seed < campaigns; seed++) {
      var effect = effect(seed, method, before, others, 0);
      found += effect.p() <= .05 ? 1 : 0;
    }
    return found;
  }

  private static int held(String method, int before, int others, int campaigns, double lift) {
    int held = 0;
    for (int seed = 0; seed < campaigns; seed++) {
      var effect = effect(seed, method, before, others, lift);
      double truth = MadePanel.truth(seed, others + 1, before, 15, lift);
      held += effect.low() <= truth && truth <= effect.high() ? 1 : 0;
    }
    return held;
  }

  private static Effect effect(int seed, String method, int before, int others, double lift) {
    var panel = MadePanel.of(seed, others + 1, before, 15, lift);
    return Lift.of(panel, U0, panel.times().get(before), Method.of(method), LiftSettings.usual());
  }
}
