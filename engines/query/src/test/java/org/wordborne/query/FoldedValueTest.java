package org.wordborne.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FoldedValueTest {
  private static final String LETTERS = "aZß É\u0301\t\n\u00a0.-_@#9漢👍ﬁＡ";

  @Test
  void foldAll_spacesAndCase_trimmedAndFoldedToOne() {
    assertThat(CharacterRules.foldAll(" \tCafé \n  LANTERN ")).isEqualTo("cafe lantern");
  }

  @Test
  void foldAll_anyText_joinsItsFoldedWords() {
    var random = new Random(17);
    int[] letters = LETTERS.codePoints().toArray();

    for (int i = 0; i < 20_000; i++) {
      String text =
          random
              .ints(random.nextInt(9), 0, letters.length)
              .mapToObj(at -> Character.toString(letters[at]))
              .collect(Collectors.joining());

      assertThat(CharacterRules.foldAll(text)).as("%s", text).isEqualTo(wordByWord(text));
    }
  }

  /* Each word is folded alone, so spaces are not what is tried here but what is known. */
  private static String wordByWord(String text) {
    var folded = new StringBuilder();
    Stream.of(text.strip().split("\\s+"))
        .forEach(
            word -> {
              if (!folded.isEmpty()) {
                folded.append(' ');
              }
              folded.append(CharacterRules.foldAll(word));
            });
    return folded.toString();
  }
}
