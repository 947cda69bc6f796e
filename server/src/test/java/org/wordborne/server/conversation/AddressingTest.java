package org.wordborne.server.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Which chain then, Leila? Where does it say so? | Leila Mansour | true
          @Sarah was that before the ferry? | Sarah Pell | true
          Could we have a high chair at the Lantern? | Leila Mansour | false
          The annals of the town say nothing. | Ann Marsh | false
          quietkettle, did you ask them? | quietkettle | true
          Did anybody ask them? | Jo Pell | false
          """)
  void calls_textThatAnswers_isSpokenToThem(String text, String name, boolean calls) {
    assertThat(Addressing.calls(text, name)).isEqualTo(calls);
  }
}
