package org.wordborne.server.strategy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.wordborne.server.mention.Mention;
import org.wordborne.server.strategy.WordPairs.Found;
import org.wordborne.server.workspace.Brand;

/// Finds themes in a talk that nobody named yet.
final class ThemeFinder {
  private static final int MOST = 8;
  private static final double KNOWN = .5;
  private static final int FEWEST_POSTS = 200;

  private final List<TalkWord> talk;
  private final Set<String> except;

  ThemeFinder(List<TalkWord> talk, Set<String> except) {
    this.talk = talk;
    this.except = except;
  }

  /// Words that name the brand itself, and so no theme of it.
  static Set<String> except(Brand brand) {
    var words = new HashSet<String>();
    var all = new ArrayList<>(brand.names());
    all.add(brand.name());
    all.add(brand.place());
    for (String name : all) {
      words.addAll(Wordings.of(name, Set.of()));
    }
    return words;
  }

  /// What those who wish, ask or complain speak of more than the others do, without what the known
  /// themes hold already.
  List<Found> asked(PlacedTalk known, List<StrategyTheme> themes) {
    var pairs = new WordPairs();
    for (TalkWord word : talk) {
      if (!word.own()) {
        pairs.hear(word.person(), Wordings.of(word.text(), except), word.asks());
      }
    }
    return pairs.found().stream()
        .filter(found -> themes.stream().noneMatch(one -> holds(known, one, found)))
        .limit(MOST)
        .toList();
  }

  private static boolean holds(PlacedTalk known, StrategyTheme theme, Found found) {
    Set<UUID> persons = known.persons(theme.id());
    long both = found.speakers().stream().filter(persons::contains).count();
    return both >= KNOWN * found.speakers().size();
  }

  /// What we speak of more than they do; each post of ours counts as a speaker.
  List<Found> said() {
    var pairs = new WordPairs();
    long ours = 0;
    for (TalkWord word : talk) {
      Mention mention = word.mention();
      pairs.hear(
          word.own() ? mention.id() : word.person(), Wordings.of(word.text(), except), word.own());
      ours += word.own() ? 1 : 0;
    }
    return ours < FEWEST_POSTS ? List.of() : pairs.found().stream().limit(4).toList();
  }
}
