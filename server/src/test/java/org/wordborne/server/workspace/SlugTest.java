package org.wordborne.server.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "The Lantern, the-lantern",
    "Café Löwe & Söhne, cafe-loewe-soehne",
    "' --x-- ', x",
    "東京, workspace",
    "'a/../b', a-b",
  })
  void of_aName_isWhatAnAddressTakes(String name, String slug) {
    assertThat(Slug.of(name)).isEqualTo(slug);
  }
}
