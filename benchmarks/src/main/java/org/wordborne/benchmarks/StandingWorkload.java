package org.wordborne.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// Posts and queries for the benchmark of standing queries: from seeds, or from real texts.
///
/// Both sides see the same texts, reduced to letters and digits, so that they must agree on every
/// match. Words have ranks by frequency; queries are drawn from them in a fixed mix.
final class StandingWorkload {
  private static final int VOCABULARY = 50_000;
  private static final double ZIPF = 1.07;

  private final List<String> byRank;
  private final List<String> texts;

  private StandingWorkload(List<String> byRank, List<String> texts) {
    this.byRank = byRank;
    this.texts = texts;
  }

  /// A query as a tree of words: what each side builds its own query from.
  sealed interface Asked {
    record Word(String word) implements Asked {}

    record Pair(String first, String second) implements Asked {}

    record Both(Asked... parts) implements Asked {}

    record Either(Asked... parts) implements Asked {}

    record Without(Asked part, Asked excluded) implements Asked {}
  }

  /// Makes posts of 10 to 30 words, whose frequencies fall as in a language.
  static StandingWorkload made(int posts, long seed) {
    var byRank = vocabulary();
    var shares = new double[VOCABULARY];
    double sum = 0;
    for (int i = 0; i < VOCABULARY; i++) {
      sum += Math.pow(i + 1, -ZIPF);
      shares[i] = sum;
    }
    var random = new Random(seed);
    var texts = new ArrayList<String>();
    for (int i = 0; i < posts; i++) {
      var text = new StringBuilder();
      for (int k = 10 + random.nextInt(21); k > 0; k--) {
        int found = Arrays.binarySearch(shares, random.nextDouble() * sum);
        int rank = Math.min(VOCABULARY - 1, found < 0 ? -found - 1 : found);
        text.append(byRank.get(rank)).append(' ');
      }
      texts.add(text.toString());
    }
    return new StandingWorkload(byRank, texts);
  }

  private static List<String> vocabulary() {
    var random = new Random(7);
    var words = new LinkedHashSet<String>();
    while (words.size() < VOCABULARY) {
      var word = new StringBuilder();
      for (int k = 3 + random.nextInt(8); k > 0; k--) {
        word.append((char) ('a' + random.nextInt(26)));
      }
      words.add(word.toString());
    }
    return List.copyOf(words);
  }

  /// Reads texts, one a line; of a table the last column.
  static StandingWorkload read(Path file) throws IOException {
    var texts = new ArrayList<String>();
    for (var line : Files.readAllLines(file)) {
      var text = line.substring(line.lastIndexOf('\t') + 1).toLowerCase(Locale.ROOT);
      texts.add(text.replaceAll("[^a-z0-9]+", " ").strip());
    }
    return new StandingWorkload(ranked(texts), texts);
  }

  private static List<String> ranked(List<String> texts) {
    Map<String, Integer> counts = new HashMap<>();
    for (var text : texts) {
      for (var word : text.split(" ")) {
        counts.merge(word, 1, Integer::sum);
      }
    }
    counts.remove("");
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  List<String> texts() {
    return texts;
  }

  /// Draws queries: a brand and topics, phrases, rare words.
  List<Asked> queries(int count) {
    var random = new Random(5);
    var queries = new ArrayList<Asked>();
    for (int i = 0; i < count; i++) {
      queries.add(query(random));
    }
    return queries;
  }

  private Asked query(Random random) {
    int kind = random.nextInt(100);
    if (kind < 25) {
      return new Asked.Both(brand(random), topic(random));
    }
    if (kind < 45) {
      return new Asked.Both(brand(random), topics(random));
    }
    if (kind < 60) {
      var brands = new Asked.Either(brand(random), brand(random));
      return new Asked.Without(new Asked.Both(brands, topics(random)), topic(random));
    }
    if (kind < 75) {
      return new Asked.Both(phrase(random), topic(random));
    }
    if (kind < 90) {
      var rare = new Asked[2 + random.nextInt(3)];
      Arrays.setAll(rare, _ -> word(random, 2_000, 50_000));
      return new Asked.Either(rare);
    }
    var either = new Asked.Either(brand(random), phrase(random));
    var some = new Asked.Without(new Asked.Both(either, topic(random)), topics(random));
    return new Asked.Without(some, topic(random));
  }

  private Asked brand(Random random) {
    return word(random, 200, 20_000);
  }

  private Asked topic(Random random) {
    return word(random, 50, 2_000);
  }

  private Asked topics(Random random) {
    return new Asked.Either(topic(random), topic(random));
  }

  private Asked phrase(Random random) {
    return new Asked.Pair(rank(random, 20, 1_000), rank(random, 20, 1_000));
  }

  private Asked word(Random random, int from, int to) {
    return new Asked.Word(rank(random, from, to));
  }

  private String rank(Random random, int from, int to) {
    int most = Math.min(to, byRank.size());
    return byRank.get(Math.min(from + random.nextInt(Math.max(1, most - from)), most - 1));
  }
}
