package org.wordborne.spread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForecasterTest {
  private static final Forecaster STANDARD = Forecaster.standard();
  private static final double[] AGES = {0, 30, 600, 3_600, 21_600, 1e6};

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 5, 8})
  void of_anyCascade_keepsTheLaws(long seed) {
    for (var cascade : SimulatedCascades.of(60, seed)) {
      for (double age : AGES) {
        var forecast = STANDARD.of(cascade.at(age), age);
        double last = forecast.seen();
        for (double each :
            new double[] {
              forecast.band(90).low(),
              forecast.band(80).low(),
              forecast.band(50).low(),
              forecast.median(),
              forecast.band(50).high(),
              forecast.band(80).high(),
              forecast.band(90).high()
            }) {
          assertThat(each).isGreaterThanOrEqualTo(last - 1e-9).isFinite();
          last = each;
        }
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void passes_higherLines_areNeverLikelier(long seed) {
    for (var cascade : SimulatedCascades.of(40, seed)) {
      var forecast = STANDARD.of(cascade.at(600), 600);
      double before = 1;
      for (int line = 1; line < 20_000; line += 1 + line / 3) {
        double chance = forecast.passes(line);
        assertThat(chance).isBetween(0.0, before);
        before = chance;
      }
      assertThat(forecast.passes(forecast.seen())).isEqualTo(1);
      int median = (int) Math.ceil(forecast.median());
      assertThat(median <= forecast.seen() ? .5 : forecast.passes(median))
          .isCloseTo(.5, within(.2));
    }
  }

  @Test
  void of_cascadesNotSeen_arePromisedAsOftenAsSaid() {
    int inside = 0;
    var cascades = SimulatedCascades.of(1_000, 4_711); // not the seed that trained
    for (var cascade : cascades) {
      var band = STANDARD.of(cascade.at(3_600), 3_600).band(90);
      boolean held = cascade.size() >= Math.floor(band.low());
      inside += held && cascade.size() <= Math.ceil(band.high()) ? 1 : 0;
    }

    assertThat(inside).isBetween(860, 990);
  }

  @Test
  void of_noTellingYet_isRefused() {
    assertThatThrownBy(() -> STANDARD.of(new LiveCascade(), 10)).hasMessageContaining("nobody");
    assertThatThrownBy(() -> Forecaster.of(new byte[] {1, 2, 3}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void correction_storiesThatWentFurther_raiseTheNext() {
    var correction = new ForecastCorrection();
    var forecast = STANDARD.of(SimulatedCascades.of(1, 9).getFirst().at(600), 600);
    for (int i = 0; i < 60; i++) {
      correction.ended(forecast, (int) (forecast.band(90).high() * 2));
    }

    assertThat(correction.known(forecast)).isEqualTo(60);
    assertThat(correction.of(forecast).median()).isGreaterThan(forecast.median());
    assertThat(correction.of(forecast).median()).isGreaterThanOrEqualTo(forecast.band(50).high());
  }

  @Test
  void correction_fewStories_changesNothing() {
    var correction = new ForecastCorrection();
    var forecast = STANDARD.of(SimulatedCascades.of(1, 9).getFirst().at(600), 600);
    for (int i = 0; i < 19; i++) {
      correction.ended(forecast, 9_999);
    }

    assertThat(correction.of(forecast)).isSameAs(forecast);
  }

  @Test
  void train_sameSeed_givesTheSameBytesAndBeatsSayingTheSame() {
    var cascades = SimulatedCascades.of(120, 17);

    byte[] one =
        ForecastTrainer.train(
            cascades.subList(0, 80), ForecastTrainer.DOWN_TO_A_64TH, 20, 3, line -> {});
    byte[] other =
        ForecastTrainer.train(
            cascades.subList(0, 80), ForecastTrainer.DOWN_TO_A_64TH, 20, 3, line -> {});

    assertThat(one).isEqualTo(other);
    var row =
        ForecastEvaluation.of(Forecaster.of(one), cascades, new double[] {3_600}, false).getFirst();
    assertThat(row.medianError()).isLessThan(.6 * row.constant());
    assertThat(row.n()).isEqualTo(40);
  }

  @Test
  void evaluation_perfectlyConstantCascades_haveNoErrorToBeat() {
    var same = Cascade.of(new double[] {0, 1, 2, 3}, null);
    var row =
        ForecastEvaluation.of(STANDARD, List.of(same, same, same), new double[] {600}, false)
            .getFirst();

    assertThat(row.constant()).isZero();
    assertThat(row.n()).isEqualTo(1);
    assertThat(row.naive()).isEqualTo(1); // twice three instead of three
  }
}
