package org.wordborne.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Where errors stand; positions were counted by hand.
class QueryErrorTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "coffee AND folowers:>10 | 11 | 19 | Did you mean followers:?",
        "language:en | 0 | 8 | Did you mean lang:?",
        "coffee AND | 7 | 10 | Write what it joins, or put it in lower case to mean the word.",
        "OR coffee | 0 | 2 | Write what it joins, or put it in lower case to mean the word.",
        "(a OR b | 0 | 1 | Put a ) behind its group.",
        "a) b | 1 | 2 | Take it out, or put a ( before its group.",
        "a () | 3 | 4 | Write a word in them.",
        "tea \"red wine | 4 | 13 | Put a \" behind the last word of the phrase.",
        "a NEAR b | 2 | 6 | Write it like this: one NEAR/5 other. In lower case it is a word.",
        "🔥🔥 is:qestion | 6 | 13 | Did you mean is:question?",
        "likes:many | 6 | 10 | For example: likes:>1000 or likes:10..100",
        "author: ines | 0 | 7 | For example: author:lantern",
        "a NEAR/3 (b AND c) | 9 | 18 | Put it outside: (one NEAR/3 other) AND …",
        "x /a(b/ | 4 | 5 | A regular expression judges one word."
      })
  void parse_wrongQuery_namesPlaceAndMend(String text, int start, int end, String hint) {
    var error = catchThrowableOfType(QueryException.class, () -> Query.parse(text));

    assertThat(error.start()).isEqualTo(start);
    assertThat(error.end()).isEqualTo(end);
    assertThat(error.hint()).isEqualTo(hint);
  }

  @Test
  void parse_unknownField_saysSoPlainly() {
    assertThatThrownBy(() -> Query.parse("folowers:>10"))
        .hasMessage("There is no field folowers: here.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "-",
        "NOT ",
        "a NEAR/5 ",
        "\"",
        "a OR ",
        "(a OR ",
        "~1 ",
        "a* ",
        "*a",
        "/(a*)*",
        ":",
        "\\"
      })
  void parse_sameSignAThousandTimes_endsSoon(String sign) {
    var text = sign.repeat(10_000 / sign.length());

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          try {
            Query.parse(text);
          } catch (QueryException expected) {
            assertThat(expected.reason()).isNotBlank();
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"/(a|b)*a(a|b){60}/", "/((a{50}){50}){50}/", "*a????????????????????"})
  void parse_patternThatWouldExplode_isRefused(String pattern) {
    assertThatThrownBy(() -> Query.parse(pattern)).isInstanceOf(QueryException.class);
  }

  @Test
  void parse_randomSigns_neverFailsOtherwise() {
    var signs = "ab ()\"-*?~/:#@\\[]{}|.,1京é🔥ANDORNEAR/5 ".codePoints().toArray();
    var random = new SplittableRandom(7);
    for (int i = 0; i < 6_000; i++) {
      var text = new StringBuilder();
      for (int k = random.nextInt(16); k >= 0; k--) {
        text.appendCodePoint(signs[random.nextInt(signs.length)]);
      }
      assertReadsOrNamesAPlace(text.toString());
    }
  }

  private static void assertReadsOrNamesAPlace(String text) {
    try {
      var query = Query.parse(text);
      assertThat(Query.parse(query.normal()).root()).as(text).isEqualTo(query.root());
    } catch (QueryException wrong) {
      assertThat(wrong.start()).as(text).isBetween(0, wrong.end());
      assertThat(wrong.end()).as(text).isLessThanOrEqualTo(text.codePointCount(0, text.length()));
    }
  }
}
