package org.wordborne.server.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordPairsTest {
  private final WordPairs pairs = new WordPairs();

  @Test
  void found_oneWishByMany_isNamedAndLookedForByItsOwnWord() {
    crowd(0, 60, false, "warm scones and coffee by the window", "lovely coffee again");
    crowd(100, 30, true, "no oat milk yet, a pity", "would you get oat milk?");
    crowd(200, 30, true, "coffee was cold", "the milk was sour");

    var found = pairs.found().getFirst();

    assertThat(found.name()).isEqualTo("oat milk");
    assertThat(found.alone()).containsExactly("oat");
    assertThat(found.speakers()).hasSize(30);
    assertThat(found.query()).startsWith("oat");
    assertThat(found.chance()).isLessThan(1e-6);
  }

  @Test
  void found_oneLoudPerson_isNoTheme() {
    crowd(0, 60, false, "warm scones and coffee by the window");
    crowd(200, 60, true, "coffee was cold by the window");

    for (int i = 0; i < 500; i++) {
      pairs.hear(speaker(1), Wordings.of("purple umbrella stand " + i, Set.of()), true);
    }

    assertThat(pairs.found()).noneMatch(one -> one.words().contains("umbrella"));
  }

  /// Both sides draw from the same words: with Holm at .05 a list names something once in twenty.
  @Test
  void found_sameTalkOnBothSides_namesNothingNineteenTimesInTwenty() {
    var chance = new SplittableRandom(11);

    long named = IntStream.range(0, 60).filter(_ -> !mereChance(chance).found().isEmpty()).count();

    assertThat(named).isLessThanOrEqualTo(8); // 3 expected, 3 deviations of 1.7 above
  }

  private static WordPairs mereChance(SplittableRandom chance) {
    var talk = new WordPairs();
    for (int person = 0; person < 300; person++) {
      var words =
          IntStream.range(0, 8).mapToObj(_ -> "word" + (char) ('a' + chance.nextInt(12))).toList();
      talk.hear(speaker(person), words, person % 2 == 0);
    }
    return talk;
  }

  private void crowd(int first, int size, boolean asking, String... texts) {
    for (int i = 0; i < size; i++) {
      List<String> words = Wordings.of(texts[i % texts.length], Set.of());
      pairs.hear(speaker(first + i), words, asking);
    }
  }

  private static UUID speaker(int number) {
    return new UUID(0, number);
  }
}
