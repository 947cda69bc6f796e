package org.wordborne.server.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitlesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Is Lantern closing? My daughter asks. | Is Lantern closing?
          Third sour espresso since Saturday. The grinder is broken. | Third sour espresso since Saturday.
          It cost 3.50 yesterday and 3.80 today. Why? | It cost 3.50 yesterday and 3.80 today.
          Hm. Hm. Is that so? | Hm. Hm. Is that so?
          オーツミルクはありますか？乳アレルギーの子どもと行きます。 | オーツミルクはありますか？
          no end in sight | no end in sight
          """)
  void ofText_anyText_isItsFirstSentence(String text, String title) {
    assertThat(Titles.ofText(text)).isEqualTo(title);
  }

  @org.junit.jupiter.api.Test
  void ofText_longWithoutEnd_isCutAtAWord() {
    assertThat(Titles.ofText("many words ".repeat(30))).endsWith("…").hasSizeLessThanOrEqualTo(91);
  }
}
