package org.wordborne.spread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegativeBinomialTest {
  @ParameterizedTest(name = "x {0}, mean {1}, over {2}")
  @CsvSource({"1, 3, 2", "5, 3, 2", "12, 3, 4", "40, 10, 1.5", "3, 0.2, 3", "60, 80, 6"})
  void logTail_anyLaw_isTheSumOfItsChances(double x, double mean, double over) {
    double r = mean / (over - 1);
    double below = 0; // P(X = k) by its recurrence, added up to x - 1
    double chance = Math.pow(over, -r);
    for (int k = 0; k < x; k++) {
      below += chance;
      chance *= (r + k) / (k + 1) * (over - 1) / over;
    }

    double log = NegativeBinomial.logTail(x, mean, over);

    assertThat(Math.exp(log)).isCloseTo(1 - below, within(1e-9));
  }

  @Test
  void logTail_overOne_isNearlyPoisson() {
    double poisson = 1 - Math.exp(-2) * (1 + 2 + 2 + 8 / 6.0); // P(X >= 4), mean 2

    assertThat(Math.exp(NegativeBinomial.logTail(4, 2, 1))).isCloseTo(poisson, within(1e-3));
  }

  @Test
  void logGamma_wholeNumbers_isTheFactorial() {
    assertThat(NegativeBinomial.logGamma(11)).isCloseTo(Math.log(3_628_800), within(1e-10));
    assertThat(NegativeBinomial.logGamma(.5)).isCloseTo(Math.log(Math.PI) / 2, within(1e-10));
  }

  @Test
  void quantile_poissonOfFour_isTheTabledOne() {
    assertThat(NegativeBinomial.quantile(.95, 4, 1)).isEqualTo(8); // P(X <= 7) .9489, <= 8 .9786
    assertThat(NegativeBinomial.quantile(.05, 4, 1)).isEqualTo(1); // P(X = 0) .0183, <= 1 .0916
  }
}
