package org.wordborne.server.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccentTest {
  /* Figures of the WCAG working group's own examples and of two calculators of others. */
  @ParameterizedTest(name = "{0} on {1}")
  @CsvSource({"000000, ffffff, 21.0", "777777, ffffff, 4.48", "ff0000, ffffff, 4.0"})
  void contrast_ofTwoColours_isTheKnownOne(String one, String other, double ratio) {
    assertThat(Accent.contrast(Integer.parseInt(one, 16), Integer.parseInt(other, 16)))
        .isCloseTo(ratio, within(0.01));
  }

  @Test
  void checked_ofAColourOnBothPages_keepsIt() {
    assertThat(Accent.checked(" #1A7F5A ")).isEqualTo("#1a7f5a");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "#ffff00, on light pages its contrast is 1.0 to 1; 3 to 1 is needed",
    "#000080, on dark pages its contrast is 1.0 to 1; 3 to 1 is needed",
    "red, a colour as #1a7f5a is needed",
    "#1a7f5, a colour as #1a7f5a is needed",
  })
  void checked_ofAnother_isRefused(String sent, String why) {
    assertThatThrownBy(() -> Accent.checked(sent))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(why);
  }
}
