package org.wordborne.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTTest {
  /* From the printed tables. */
  @ParameterizedTest
  @CsvSource({".95, 1, 12.706", ".95, 10, 2.228", ".90, 30, 1.697", ".99, 68, 2.650"})
  void within_tabled_isTheTable(double level, double freedom, double value) {
    assertThat(StudentT.within(level, freedom)).isCloseTo(value, within(.0006));
  }

  @Test
  void bothTails_oneDegree_isTheArcTangent() {
    assertThat(StudentT.bothTails(2, 1)).isCloseTo(1 - 2 / Math.PI * Math.atan(2), within(1e-12));
  }
}
