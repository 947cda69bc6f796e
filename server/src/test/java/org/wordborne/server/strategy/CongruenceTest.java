package org.wordborne.server.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CongruenceTest {
  private static final double[] NO_MONEY = new double[5];

  @Test
  void of_sidesThatShareNoTheme_isNothing() {
    var agreement = new Congruence(5, NO_MONEY, 0).of(all(0, 300), all(1, 300)).orElseThrow();

    assertThat(agreement.value()).isCloseTo(0, within(.01));
  }

  @Test
  void of_halfAgainstOneTheme_isTheClosedForm() {
    // b = (1/2, 1/2), p = (1, 0): m = (3/4, 1/4), H(m) = .811278, H(b) = 1, so JSD = .311278
    var half = Stream.concat(all(0, 5_000).stream(), all(1, 5_000).stream()).toList();

    var agreement = new Congruence(5, NO_MONEY, 0).of(half, all(0, 10_000)).orElseThrow();

    assertThat(agreement.value()).isCloseTo(1 - Math.sqrt(.311278), within(.002));
    assertThat(agreement.low()).isLessThan(agreement.value());
  }

  @Test
  void of_onePersonTooFew_isRefused() {
    var congruence = new Congruence(5, NO_MONEY, 0);

    assertThat(congruence.of(all(0, 200), all(0, 199))).isEmpty();
    assertThat(congruence.of(all(0, 199), all(0, 200))).isEmpty();
    assertThat(congruence.of(all(0, 200), all(0, 200))).isPresent();
  }

  @Test
  void of_moneyElsewhere_movesTheBrandsShare() {
    double[] money = {0, 1, 0, 0, 0};

    var shares = new Congruence(5, money, .5).brand(new double[] {1, 0, 0, 0, 0});

    assertThat(shares).containsExactly(.5, .5, 0, 0, 0);
  }

  /// 90 % of 90 % intervals hold the truth; 200 of them miss it by more than 3 deviations rarely.
  @Test
  void of_knownSides_intervalHoldsTheTruth() {
    double[] brand = {.4, .3, .1, .1, .1};
    double[] people = {.1, .2, .3, .2, .2};
    double truth = 1 - Math.sqrt(Congruence.divergence(brand, people));
    var chance = new SplittableRandom(7);

    long held =
        IntStream.range(0, 200)
            .mapToObj(
                _ ->
                    new Congruence(5, NO_MONEY, 0)
                        .of(drawn(brand, 400, chance), drawn(people, 600, chance))
                        .orElseThrow())
            .filter(one -> one.low() <= truth && truth <= one.high())
            .count();

    assertThat(held / 200.0).isBetween(.9 - .065, .9 + .065);
  }

  @Test
  void chance_knownQuantiles_isTheTables() {
    assertThat(Likelihood.chance(3.841459)).isCloseTo(.05, within(1e-7));
    assertThat(Likelihood.chance(10.827566)).isCloseTo(.001, within(1e-9));
    assertThat(Likelihood.chance(50)).isCloseTo(1.5374597944e-12, within(1e-18));
  }

  @Test
  void more_workedTable_isTheSumOfItsFourTerms() {
    // 10 of 100 against 2 of 100: 2 (10 ln 10/6 + 2 ln 2/6 + 90 ln 90/94 + 98 ln 98/94) = 6.162592
    assertThat(Likelihood.more(10, 100, 2, 100)).isCloseTo(6.162592, within(1e-5));
    assertThat(Likelihood.more(2, 100, 10, 100)).isZero();
  }

  private static List<int[]> all(int theme, int n) {
    return IntStream.range(0, n).mapToObj(_ -> new int[] {theme}).toList();
  }

  private static List<int[]> drawn(double[] shares, int n, SplittableRandom chance) {
    return IntStream.range(0, n).mapToObj(_ -> new int[] {draw(shares, chance)}).toList();
  }

  private static int draw(double[] shares, SplittableRandom chance) {
    double left = chance.nextDouble();
    int k = 0;
    while (k < shares.length - 1 && left > shares[k]) {
      left -= shares[k++];
    }
    return k;
  }
}
