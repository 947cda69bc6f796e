package org.wordborne.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  /// By hand: a is right 2 of 3 and guessed 3 times, b right 1 of 2 and guessed twice.
  @Test
  void figures_fiveTexts_areAsWorkedByHand() {
    var figures = new Evaluation(List.of("a", "b", "never"));
    figures.add("a", "a");
    figures.add("a", "a");
    figures.add("a", "b");
    figures.add("b", "b");
    figures.add("b", "a");

    assertThat(figures.accuracy()).isEqualTo(3 / 5.0);
    assertThat(figures.macroRecall()).isCloseTo((2 / 3.0 + 1 / 2.0) / 2, within(1e-12));
    assertThat(figures.macroF1()).isCloseTo((2 / 3.0 + 1 / 2.0) / 2, within(1e-12));
    assertThat(figures.confusion()).isDeepEqualTo(new int[][] {{2, 1, 0}, {1, 1, 0}, {0, 0, 0}});
  }

  @Test
  void intervals_manyTexts_holdTheBinomialOnes() {
    var figures = new Evaluation(List.of("a", "b"));
    for (int i = 0; i < 1_000; i++) {
      figures.add("a", i % 5 == 0 ? "b" : "a");
    }

    double[] interval = figures.intervals(3).get("accuracy");

    double margin = 1.96 * Math.sqrt(0.8 * 0.2 / 1_000); // 0.0248
    assertThat(interval[0]).isCloseTo(0.8 - margin, within(margin / 4));
    assertThat(interval[1]).isCloseTo(0.8 + margin, within(margin / 4));
  }

  /// Wilson (1927) for 8 of 10 at 1.96 errors: 0.490.
  @Test
  void wilsonLow_eightOfTen_isAsPublished() {
    assertThat(Evaluation.wilsonLow(8, 10, 1.96)).isCloseTo(0.490, within(5e-4));
  }
}
