package org.wordborne.server.strategy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.wordborne.query.Judgements;
import org.wordborne.query.Post;
import org.wordborne.query.Query;
import org.wordborne.query.QueryException;
import org.wordborne.query.StandingQueries;
import org.wordborne.server.mention.Mention;

/// A talk, each word of it held against themes and statements.
final class PlacedTalk {
  private static final String STATEMENT = "statement:";

  private final List<StrategyTheme> themes;
  private final Map<UUID, Integer> numbers = new HashMap<>();
  private final Map<UUID, List<TalkWord>> ofTheme = new LinkedHashMap<>();
  private final Map<UUID, Map<UUID, Integer>> meeting = new HashMap<>();
  private final Map<UUID, Set<Integer>> persons = new LinkedHashMap<>();
  private final List<int[]> posts = new ArrayList<>();
  private final Map<UUID, Integer> saidTheme = new HashMap<>();

  /// Places every word of `talk`.
  PlacedTalk(
      Collection<TalkWord> talk, List<StrategyTheme> themes, List<StrategyStatement> statements) {
    this.themes = List.copyOf(themes);
    var queries = new StandingQueries();
    for (int k = 0; k < themes.size(); k++) {
      var theme = themes.get(k);
      numbers.put(theme.id(), k);
      ofTheme.put(theme.id(), new ArrayList<>());
      register(queries, theme.id().toString(), theme.query());
    }
    for (var statement : statements) {
      register(queries, STATEMENT + statement.id(), statement.query());
    }
    talk.forEach(word -> place(word, queries));
  }

  /* A query that a later version no longer reads finds nothing. */
  private static void register(StandingQueries queries, String id, String query) {
    try {
      if (!query.isBlank()) {
        queries.register(id, Query.parse(query));
      }
    } catch (QueryException unreadable) {
      queries.remove(id);
    }
  }

  private void place(TalkWord word, StandingQueries queries) {
    var found = new TreeSet<Integer>();
    var met = new ArrayList<UUID>();
    for (String id : queries.match(post(word.mention()), judged(word.mention()))) {
      if (id.startsWith(STATEMENT)) {
        met.add(UUID.fromString(id.substring(STATEMENT.length())));
      } else {
        found.add(java.util.Objects.requireNonNull(numbers.get(UUID.fromString(id))));
      }
    }
    if (word.own()) {
      posts.add(found.isEmpty() ? new int[] {other()} : numbers(found));
      found.forEach(k -> saidTheme.merge(themes.get(k).id(), 1, Integer::sum));
      return;
    }
    persons.computeIfAbsent(word.person(), _ -> new TreeSet<>()).addAll(found);
    for (int k : found) {
      UUID theme = themes.get(k).id();
      words(theme).add(word);
      var met0 = meeting.computeIfAbsent(theme, _ -> new HashMap<>());
      met.forEach(statement -> met0.merge(statement, 1, Integer::sum));
    }
  }

  private static int[] numbers(Collection<Integer> found) {
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  private static Post post(Mention mention) {
    return Post.of(mention.nativeId(), mention.text())
        .withTitle(mention.title())
        .withLanguage(mention.language())
        .withLinks(mention.links());
  }

  private static Judgements judged(Mention mention) {
    return Judgements.NONE
        .withLanguage(mention.language())
        .withSentiment(mention.understanding().sentiment())
        .withIntents(mention.understanding().intents().keySet());
  }

  /// The number under which what belongs to no theme is counted.
  int other() {
    return themes.size();
  }

  int number(UUID theme) {
    return java.util.Objects.requireNonNull(numbers.get(theme));
  }

  /// What people said of a theme, the newest heard first.
  List<TalkWord> words(UUID theme) {
    return java.util.Objects.requireNonNull(ofTheme.get(theme));
  }

  /// How many words of a theme satisfy a statement's query.
  int meeting(UUID theme, UUID statement) {
    return meeting.getOrDefault(theme, Map.of()).getOrDefault(statement, 0);
  }

  /// How many people speak of a theme.
  Set<UUID> persons(UUID theme) {
    var speakers = new LinkedHashSet<UUID>();
    words(theme).forEach(word -> speakers.add(word.person()));
    return speakers;
  }

  /// How many posts of ours speak of a theme.
  int posts(UUID theme) {
    return saidTheme.getOrDefault(theme, 0);
  }

  int personCount() {
    return persons.size();
  }

  int postCount() {
    return posts.size();
  }

  /// The themes of each person; who speaks of none of them speaks of other things.
  List<int[]> personUnits() {
    return persons.values().stream()
        .map(found -> found.isEmpty() ? new int[] {other()} : numbers(found))
        .toList();
  }

  /// The themes of each post of ours.
  List<int[]> postUnits() {
    return posts;
  }
}
