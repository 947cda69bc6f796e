package org.wordborne.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class PowerTest {
  private static final Set<String> U0 = Set.of("u0");
  private static final LiftSettings USUAL = LiftSettings.usual();

  /* What is promised to be shown in .8 of campaigns is shown in at least 5 of 12 others (binomial, 999 of 1,000). */
  @Test
  void detectable_itsEffectInjected_isShownAboutAsOftenAsPromised() {
    int shown = 0;
    for (int seed = 0; seed < 12; seed++) {
      var past = MadePanel.of(seed, 25, 60, 15, 0).first(60);
      var least = Power.detectable(past, U0, 15, Method.SC_DEMEANED, .8, USUAL);
      var quiet = MadePanel.of(seed, 25, 60, 15, 0);
      double lift = least.effect() / level(seed);
      var settings = USUAL.withInference(Inference.PLACEBO);
      var panel = MadePanel.of(seed, 25, 60, 15, lift);
      var effect = Lift.of(panel, U0, quiet.times().get(60), Method.SC_DEMEANED, settings);
      shown += effect.low() > 0 ? 1 : 0;
    }

    assertThat(shown).isGreaterThanOrEqualTo(5);
  }

  @Test
  void detectable_shorterPast_saysWhatIsMissing() {
    var least = Power.detectable(MadePanel.of(1, 31, 20, 0, 0), U0, 15, Method.AUTO, .8, USUAL);

    assertThat(least.identifiable()).isFalse();
    assertThat(least.why())
        .isEqualTo("There are 20 times; a campaign of 15 needs at least 25 before it.");
  }

  @Test
  void detectable_longerCampaign_showsSmallerEffects() {
    var past = MadePanel.of(2, 25, 80, 0, 0);

    var week = Power.detectable(past, U0, 5, Method.SC_DEMEANED, .8, USUAL);
    var month = Power.detectable(past, U0, 25, Method.SC_DEMEANED, .8, USUAL);

    assertThat(month.effect()).isLessThan(week.effect());
  }

  private static double level(int seed) {
    return MadePanel.truth(seed, 25, 60, 15, 1);
  }
}
