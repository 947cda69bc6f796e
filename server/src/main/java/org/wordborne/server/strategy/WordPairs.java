package org.wordborne.server.strategy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Finds what one side speaks of more than the other: pairs of words near each other, counted by
/// who says them, never by how often.
///
/// Each pair is tested by [Likelihood]; the chances are corrected after Holm for the number of
/// pairs that were tried, so that of many lists of mere chance at most one in twenty names any.
/// Pairs said by the same speakers (half of the smaller group at least) are one theme, and a word
/// that hardly anybody says outside of it (a fifth at most) stands for it alone.
final class WordPairs {
  private static final int WINDOW = 3;
  private static final int FEWEST_SPEAKERS = 5;
  private static final double LEVEL = .05;
  private static final double SAME = .5;
  private static final double ALONE = .8;
  private static final int MOST_PAIRS = 400;

  private final Map<String, Set<UUID>> here = new HashMap<>();
  private final Map<String, Set<UUID>> there = new HashMap<>();
  private final Map<String, Set<UUID>> speakers = new HashMap<>();
  private final Set<UUID> allHere = new HashSet<>();
  private final Set<UUID> allThere = new HashSet<>();

  /// A theme that stands out.
  ///
  /// @param pairs its pairs as they are said, the most telling first
  /// @param alone words that stand for it by themselves
  /// @param g2 of its most telling pair
  /// @param chance corrected for all pairs tried
  record Found(
      List<String> pairs, List<String> alone, Set<UUID> speakers, double g2, double chance) {
    /// As people say it most.
    String name() {
      return pairs.getFirst();
    }

    /// The words by which a statement can meet it.
    Set<String> words() {
      var words = new LinkedHashSet<String>(alone);
      pairs.forEach(pair -> words.addAll(List.of(pair.split(" "))));
      return words;
    }

    /// What to look for, in the query language.
    String query() {
      var parts = new ArrayList<String>(alone);
      for (String pair : pairs) {
        String[] two = pair.split(" ");
        if (!alone.contains(two[0]) && !alone.contains(two[1])) {
          parts.add("(" + two[0] + " NEAR/" + WINDOW + " " + two[1] + ")");
        }
      }
      return String.join(" OR ", parts);
    }
  }

  /// Takes in what a speaker said.
  ///
  /// @param asking whether it belongs to the side whose themes are sought
  void hear(UUID speaker, List<String> words, boolean asking) {
    (asking ? allHere : allThere).add(speaker);
    Map<String, Set<UUID>> side = asking ? here : there;
    for (int i = 0; i < words.size(); i++) {
      String first = words.get(i);
      if (first.isEmpty()) {
        continue;
      }
      speakers.computeIfAbsent(first, _ -> new HashSet<>()).add(speaker);
      for (int j = i + 1; j < Math.min(words.size(), i + 1 + WINDOW); j++) {
        String second = words.get(j);
        if (!second.isEmpty() && !second.equals(first)) {
          side.computeIfAbsent(first + " " + second, _ -> new HashSet<>()).add(speaker);
        }
      }
    }
  }

  /// The themes that stand out, the most telling first.
  List<Found> found() {
    var told = new ArrayList<Found>();
    for (Found pair : standing()) {
      int same = same(told, pair);
      if (same < 0) {
        told.add(pair);
      } else {
        told.set(same, joined(told.get(same), pair));
      }
    }
    return told.stream().map(this::withWordsAlone).toList();
  }

  private List<Found> standing() {
    var tried =
        new ArrayList<>(
            here.entrySet().stream()
                .filter(pair -> pair.getValue().size() >= FEWEST_SPEAKERS)
                .map(pair -> tried(pair.getKey(), pair.getValue()))
                .toList());
    tried.sort(Comparator.comparingDouble(Found::g2).reversed().thenComparing(Found::name));
    var standing = new ArrayList<Found>();
    double held = 0;
    for (Found pair : tried) {
      held = Math.max(held, Math.min(1, pair.chance() * (tried.size() - standing.size())));
      if (held > LEVEL || standing.size() == MOST_PAIRS) {
        break;
      }
      standing.add(new Found(pair.pairs(), List.of(), pair.speakers(), pair.g2(), held));
    }
    return standing;
  }

  private Found tried(String pair, Set<UUID> said) {
    int others = there.getOrDefault(pair, Set.of()).size();
    double g2 = Likelihood.more(said.size(), allHere.size(), others, allThere.size());
    return new Found(List.of(pair), List.of(), said, g2, Likelihood.chance(g2));
  }

  private static int same(List<Found> told, Found pair) {
    for (int i = 0; i < told.size(); i++) {
      var known = told.get(i);
      long both = pair.speakers().stream().filter(known.speakers()::contains).count();
      long least = Math.min(pair.speakers().size(), known.speakers().size());
      if (both >= SAME * least && sharesWord(known, pair)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean sharesWord(Found known, Found pair) {
    return pair.words().stream().anyMatch(known.words()::contains);
  }

  private static Found joined(Found known, Found pair) {
    var pairs = new ArrayList<>(known.pairs());
    pairs.addAll(pair.pairs());
    var all = new HashSet<>(known.speakers());
    all.addAll(pair.speakers());
    return new Found(pairs, List.of(), all, known.g2(), known.chance());
  }

  /// Two words at most: a query stays one that a person can read.
  private Found withWordsAlone(Found theme) {
    var first = List.of(theme.name().split(" "));
    List<String> alone = first.stream().filter(word -> isAlone(word, theme)).toList();
    var pairs = theme.pairs().stream().limit(6).toList();
    return new Found(pairs, alone, theme.speakers(), theme.g2(), theme.chance());
  }

  private boolean isAlone(String word, Found theme) {
    Collection<UUID> all = speakers.getOrDefault(word, Set.of());
    long inside = all.stream().filter(theme.speakers()::contains).count();
    return inside >= ALONE * all.size();
  }
}
