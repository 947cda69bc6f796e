package org.wordborne.server.strategy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Proposes whether a theme fits what we set out to do, conflicts with it, or is beyond us.
///
/// A theme meets a statement that a person tied to it; else one whose query half of the theme's
/// words satisfy; else one that shares a word with it. A word counts as the theme's own when at
/// least half of those who say it speak of the theme: so the words that everybody says of us tie
/// nothing to anything. A refusal that is met outweighs any aim: it was written to say no.
final class Verdicts {
  private static final double OWN_WORD = .5;
  private static final double HALF = .5;
  private static final int STEM = 5;

  private final List<StrategyStatement> statements;
  private final PlacedTalk talk;
  private final Map<String, Set<UUID>> speakers = new HashMap<>();

  /// Of these statements, in this talk.
  ///
  /// @param except words that name the brand itself
  Verdicts(
      List<StrategyStatement> statements,
      PlacedTalk talk,
      Iterable<TalkWord> words,
      Set<String> except) {
    this.statements = statements;
    this.talk = talk;
    for (TalkWord word : words) {
      if (!word.own()) {
        Wordings.of(word.text(), except)
            .forEach(
                one ->
                    speakers.computeIfAbsent(stem(one), _ -> new HashSet<>()).add(word.person()));
      }
    }
  }

  /// What is proposed, and because of which statements.
  record Verdict(String word, List<Meets> because) {}

  /// A statement that is met.
  ///
  /// @param how hand, query, words
  record Meets(StrategyStatement statement, String how, List<String> words) {}

  Verdict of(StrategyTheme theme) {
    var met = new ArrayList<Meets>();
    Set<String> own = ownWords(theme);
    for (var statement : statements) {
      if (statement.kind().equals("spend")) {
        continue;
      }
      Meets meets = meets(theme, statement, own);
      if (meets != null) {
        met.add(meets);
      }
    }
    met.sort(Comparator.comparing(one -> rank(one.statement().kind())));
    String word =
        any(met, "refusal") ? "conflicts" : any(met, "aim", "competence") ? "fits" : "beyond";
    return new Verdict(word, met);
  }

  private static int rank(String kind) {
    return List.of("refusal", "aim", "competence", "promise").indexOf(kind);
  }

  private static boolean any(List<Meets> met, String... kinds) {
    return met.stream().anyMatch(one -> List.of(kinds).contains(one.statement().kind()));
  }

  /// The statement is met, and how; null where it is not.
  @org.jspecify.annotations.Nullable
  Meets meets(StrategyTheme theme, StrategyStatement statement, Set<String> own) {
    if (theme.linked().contains(statement.id())) {
      return new Meets(statement, "hand", List.of());
    }
    int all = talk.words(theme.id()).size();
    if (all > 0 && talk.meeting(theme.id(), statement.id()) >= HALF * all) {
      return new Meets(statement, "query", List.of());
    }
    var shared = new LinkedHashSet<String>();
    for (String word : Wordings.of(statement.text(), Set.of())) {
      if (!word.isEmpty() && own.contains(stem(word))) {
        shared.add(word);
      }
    }
    return shared.isEmpty() ? null : new Meets(statement, "words", List.copyOf(shared));
  }

  /// The stems that belong to a theme more than to anything else.
  Set<String> ownWords(StrategyTheme theme) {
    var own = new HashSet<String>();
    Set<UUID> persons = talk.persons(theme.id());
    var named = new LinkedHashSet<>(theme.words());
    named.addAll(Wordings.of(theme.name(), Set.of()));
    for (String word : named) {
      Set<UUID> say = speakers.getOrDefault(stem(word), Set.of());
      long inside = say.stream().filter(persons::contains).count();
      if (!word.isEmpty() && inside >= OWN_WORD * say.size()) {
        own.add(stem(word));
      }
    }
    return own;
  }

  /* Enough to see delivery in deliveries and in delivers; a person sees what was shared. */
  static String stem(String word) {
    return word.length() <= STEM ? word : word.substring(0, STEM);
  }
}
