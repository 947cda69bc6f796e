package org.wordborne.town;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// What people think of the cafés, and which matters they have heard of and from whom.
final class Hearsay {
  /// How many are remembered of one matter, or in one place.
  static final int REMEMBERED = 400;

  private static final double ADOPTED = 0.3;

  private final Population population;
  private final double[][] opinions;
  private final Map<Theme, Deque<Heard>> heard = new EnumMap<>(Theme.class);

  /// Someone who heard of a matter, and the word that told them.
  record Heard(int person, Word from) {}

  Hearsay(Population population) {
    this.population = population;
    opinions = new double[population.size()][];
    for (int i = 0; i < opinions.length; i++) {
      opinions[i] = population.firstOpinions(i);
    }
  }

  /// Those who listen to its author hear a word.
  void tell(Word word, SplittableRandom by) {
    int tone = word.truth.tone();
    boolean passedOn = word.theme.isCafe() && !word.theme.incident().isEmpty();
    for (int listener : population.get(word.author).listeners()) {
      if (word.theme.isCafe() && tone != 0) {
        shift(listener, word.cafe, 0.012 * tone);
      }
      if (passedOn && by.nextDouble() < ADOPTED) {
        var tellers = heard.computeIfAbsent(word.theme, _ -> new ArrayDeque<>());
        tellers.addFirst(new Heard(listener, word));
        if (tellers.size() > REMEMBERED) {
          tellers.removeLast();
        }
      }
    }
  }

  private void shift(int person, int cafe, double by) {
    opinions[person][cafe] = Math.clamp(opinions[person][cafe] + by, -1, 1);
  }

  /// Changes what someone thinks of the Lantern, as an answer does.
  void persuade(int person, double by) {
    if (person >= 0) {
      shift(person, 0, by);
    }
  }

  /// What someone thinks of the Lantern; of strangers nothing.
  double opinion(int person) {
    return person < 0 ? 0 : opinions[person][0];
  }

  /// What someone thinks of a café.
  double opinion(Person who, int cafe) {
    return opinions[who.id()][cafe];
  }

  /// `person` and the friends of `person` stop passing a matter on.
  void quieten(Theme theme, int person) {
    var tellers = heard.get(theme);
    if (tellers != null && person >= 0) {
      var friends = new HashSet<Integer>();
      for (int friend : population.get(person).listeners()) {
        friends.add(friend);
      }
      tellers.removeIf(one -> one.person() == person || friends.contains(one.person()));
    }
  }

  /// One who heard of a matter and passes it on, or null.
  @Nullable Heard teller(Theme theme, SplittableRandom by) {
    var tellers = heard.get(theme);
    if (tellers == null || tellers.isEmpty() || by.nextDouble() < 0.12) {
      return null;
    }
    int skip = by.nextInt(tellers.size());
    for (Heard one : tellers) {
      if (skip-- == 0) {
        return one;
      }
    }
    return null;
  }
}
