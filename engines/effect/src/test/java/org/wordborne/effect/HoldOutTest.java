package org.wordborne.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.wordborne.effect.HoldOut.Arm;

class HoldOutTest {
  private static final LiftSettings USUAL = LiftSettings.usual();

  /* By hand: of the 20 ways to choose 3 of 6 only this one and its mirror differ by 3. */
  @Test
  void of_threeAgainstThree_isAsByHand() {
    var effect = HoldOut.of(Arm.of(4, 5, 6), Arm.of(1, 2, 3), USUAL);

    assertThat(effect.effect()).isCloseTo(3, within(1e-12));
    assertThat(effect.relative()).isCloseTo(1.5, within(1e-12));
    assertThat(effect.total()).isCloseTo(9, within(1e-12));
    assertThat(effect.p()).isCloseTo(.1, within(1e-12));
  }

  /* Clusters of two say no more than half as many people: 2 of 4 clusters, 6 ways, 2 as far. */
  @Test
  void of_clusters_countAsOne() {
    var reached = new Arm(new double[] {4, 4, 6, 6}, null, new int[] {1, 1, 2, 2});
    var held = new Arm(new double[] {1, 1, 3, 3}, null, new int[] {3, 3, 4, 4});

    var effect = HoldOut.of(reached, held, USUAL);

    assertThat(effect.p()).isCloseTo(2.0 / 6, within(1e-12));
    assertThat(effect.identifiable()).isFalse();
    assertThat(effect.why()).startsWith("There are 2 and 2 groups of people, too few");
  }

  /* Of 1, 2, 3 the mean has variance s2/n = 1/3; of pairs 1 1, 2 2, 3 3 the very same. */
  @Test
  void variance_peopleAndPairs_isAsByHand() {
    var people = HoldOut.Sums.byCluster(new double[] {1, 2, 3}, null);
    var pairs =
        HoldOut.Sums.byCluster(new double[] {1, 2, 3, 3, 2, 1}, new int[] {7, 8, 9, 9, 8, 7});

    assertThat(people.variance()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(pairs.variance()).isCloseTo(1 / 3.0, within(1e-12));
  }

  /* y = 2 x + 1 for those reached, y = 2 x for those held, all give or take .01: CUPED leaves 1. */
  @Test
  void of_valuesThatTheTimeBeforeForetells_leaveTheEffectAlone() {
    double[] before = {1, 5, 2, 8, 3, 9, 4, 7};
    var reached = new Arm(line(before, 1), before, null);
    var held = new Arm(line(before, 0), before, null);

    var effect = HoldOut.of(reached, held, USUAL);

    assertThat(effect.effect()).isCloseTo(1, within(.02));
    assertThat(effect.high() - effect.low()).isLessThan(.05);
    assertThat(effect.fit().correlation()).isCloseTo(1, within(1e-4));
  }

  @Test
  void of_everybodyAlike_hasNoIntervalOfNoWidth() {
    var silent =
        HoldOut.of(new Arm(new double[9], null, null), new Arm(new double[9], null, null), USUAL);
    var apart = HoldOut.of(Arm.of(1, 1, 1, 1), Arm.of(0, 0, 0, 0), USUAL);

    assertThat(silent.identifiable()).isFalse();
    assertThat(silent.why()).startsWith("Everybody has the same value");
    assertThat(apart.identifiable()).isFalse();
  }

  /* 60 intervals of 95 % hold the truth at least 51 times in 999 of 1,000 cases. */
  @Test
  void of_clusteredPeople_areHeldByTheInterval() {
    int held = 0;
    for (int seed = 0; seed < 60; seed++) {
      var chance = new SplittableRandom(seed);
      var effect = HoldOut.of(people(chance, 2), people(chance, 0), USUAL);
      held += effect.low() <= 2 && 2 <= effect.high() ? 1 : 0;
    }

    assertThat(held).isGreaterThanOrEqualTo(51);
  }

  private static Arm people(SplittableRandom chance, double lift) {
    double[] values = new double[90];
    int[] clusters = new int[90];
    for (int i = 0; i < 90; i += 3) {
      double shared = 2 * MadePanel.normal(chance);
      for (int j = i; j < i + 3; j++) {
        values[j] = 10 + lift + shared + MadePanel.normal(chance);
        clusters[j] = i;
      }
    }
    return new Arm(values, null, clusters);
  }

  private static double[] line(double[] before, double more) {
    double[] values = before.clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = 2 * values[i] + more + (i % 2 == 0 ? .01 : -.01);
    }
    return values;
  }
}
