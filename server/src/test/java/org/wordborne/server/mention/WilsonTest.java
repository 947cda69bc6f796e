package org.wordborne.server.mention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WilsonTest {
  @Test
  void share_eightOfTen_hasTheIntervalOfTheFormula() {
    // By hand: z = 1.6449, centre (0.8 + z²/20) / (1 + z²/10), half z/(1+z²/10)·√(0.016 + z²/400).
    var share = Wilson.share(8, 10);

    assertThat(share.share()).isEqualTo(0.8);
    assertThat(share.low()).isCloseTo(0.5408, within(0.001));
    assertThat(share.high()).isCloseTo(0.9315, within(0.001));
  }

  @Test
  void share_allOfFew_isNotCertain() {
    assertThat(Wilson.share(3, 3).low()).isLessThan(0.6);
    assertThat(Wilson.share(3, 3).high()).isEqualTo(1);
  }
}
