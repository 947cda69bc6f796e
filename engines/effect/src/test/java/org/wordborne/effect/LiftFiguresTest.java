package org.wordborne.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Figures that others published, on their own data. The data are theirs and not here:
/// `WORDBORNE_DATA` names the folder in which `spread/lift` lies.
class LiftFiguresTest {
  private static final LiftSettings USUAL = LiftSettings.usual();

  @BeforeAll
  static void findData() {
    if (!PublishedPanel.isThere()) {
      System.err.println(
          "NOT RUN: published lift figures. WORDBORNE_DATA names no folder with spread/lift");
    }
    assumeTrue(PublishedPanel.isThere());
  }

  /* Arkhangelsky and others, AER 2021, table 1: -27.3, -19.6, -15.6. */
  @ParameterizedTest
  @CsvSource({"did, -27.349, .05", "sc, -19.620, .05", "sdid, -15.604, .05"})
  void of_proposition99_isAsPublished(String method, double published, double tolerance) {
    var panel =
        PublishedPanel.read("california_prop99.csv", ';', "State", "Year", "PacksPerCapita");

    var effect = Lift.of(panel, Set.of("California"), "1989", Method.of(method), USUAL);

    assertThat(effect.effect()).isCloseTo(published, within(tolerance));
  }

  /* The same table's errors are the spread of 500 random placebos; ours is that of all 38. Three
   * standard errors of a spread of 500 draws follow from the fourth moment. */
  @ParameterizedTest
  @CsvSource({"did, 17.7", "sc, 9.9", "sdid, 8.4"})
  void of_proposition99_placebosSpreadAsPublished(String method, double published) {
    var panel =
        PublishedPanel.read("california_prop99.csv", ';', "State", "Year", "PacksPerCapita");

    var effect = Lift.of(panel, Set.of("California"), "1989", Method.of(method), USUAL);

    double[] effects = effect.placebos().stream().mapToDouble(Placebo::effect).toArray();
    double[] centred = SimplexFit.centred(effects);
    double[] squares = Arrays.stream(centred).map(off -> off * off).toArray();
    double variance = Arrays.stream(squares).average().orElseThrow();
    double fourth = SimplexFit.dot(squares, squares) / squares.length;
    double relative = Math.sqrt((fourth / (variance * variance) - 1) / 500) / 2;
    assertThat(Math.sqrt(variance)).isCloseTo(published, within(3 * relative * published));
  }

  /* Abadie, Diamond, Hainmueller, AJPS 2015, table 1. */
  @Test
  void weighted_germanReunification_isAsPublished() {
    var panel = PublishedPanel.read("german_reunification.csv", ',', "country", "year", "gdp");
    var weights =
        Map.of("Austria", .42, "USA", .22, "Japan", .16, "Switzerland", .11, "Netherlands", .09);

    var effect = Lift.weighted(panel, Set.of("West Germany"), "1990", weights, USUAL);

    assertThat(effect.effect()).isCloseTo(-1585, within(15.0));
  }

  /* GeoLift's walkthrough: 155.556 a day and city, 5.4 %, 4,667 in all, p .01. */
  @Test
  void of_geoLiftWalkthrough_isAsPublished() {
    var panel = PublishedPanel.read("geolift_test.csv.gz", ',', "location", "date", "Y");
    var from = panel.times().get(90);

    var effect = Lift.of(panel, Set.of("chicago", "portland"), from, Method.SC_DEMEANED, USUAL);

    assertThat(effect.effect()).isCloseTo(155.556, within(1.5));
    assertThat(effect.relative()).isCloseTo(.054, within(.0005));
    assertThat(effect.total()).isCloseTo(4667, within(46.0));
    assertThat(effect.p()).isCloseTo(.01, within(.005)) /* printed with two digits */;
    assertThat(effect.low()).isLessThan(150);
    assertThat(effect.high()).isGreaterThan(160);
  }

  /* CausalImpact's vignette: the truth is 10. */
  @Test
  void of_causalImpactVignette_holdsTheTruth() {
    var wide = PublishedPanel.wide("causalimpact_vignette.csv", List.of("y", "x1"));

    var effect = Lift.of(wide, Set.of("y"), "71", Method.REGRESSION, USUAL);

    assertThat(effect.effect()).isCloseTo(10, within(.6));
    assertThat(effect.low()).isCloseTo(9.884, within(.001)); // by a second program
    assertThat(effect.high()).isCloseTo(11.027, within(.001));
  }
}
