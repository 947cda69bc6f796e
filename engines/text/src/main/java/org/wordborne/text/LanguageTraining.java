package org.wordborne.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Trains the language table: sentences, subtitles and tweets, whole and in pieces of few words.
final class LanguageTraining {
  private static final int BUDGET = 60_000;
  private static final int MOST_PER_SOURCE = 3_000;
  private static final int PIECES = 2;
  private static final LinearTrainer.Settings SETTINGS =
      new LinearTrainer.Settings(5, 0.1, 0.0003, false, true);

  /// Sets of one language each, with their languages.
  static final Map<String, String> TWEETS =
      Map.of(
          "xlmt-sentiment/german", "de",
          "xlmt-sentiment/french", "fr",
          "xlmt-sentiment/spanish", "es",
          "xlmt-sentiment/italian", "it",
          "xlmt-sentiment/portuguese", "pt",
          "xlmt-sentiment/arabic", "ar",
          "xlmt-sentiment/hindi", "hi",
          "tweeteval/sentiment", "en");

  private static final List<String> BY_WRITING = List.of("el", "he", "hi", "ja", "ko", "th", "zh");

  private final Corpus corpus;
  private final SplittableRandom random;
  private final List<String> texts = new ArrayList<>();
  private final List<String> languages = new ArrayList<>();
  private final List<Double> weights = new ArrayList<>();

  private LanguageTraining(Corpus corpus, long seed) {
    this.corpus = corpus;
    random = new SplittableRandom(seed);
  }

  /// The trained table and what its columns stand for.
  record Trained(List<String> names, Packing.Packed packed) {}

  static Trained train(Corpus corpus, long seed, Consumer<String> told) {
    var training = new LanguageTraining(corpus, seed);
    training.gather();
    return training.learn(seed, told);
  }

  private void gather() {
    rows("langid/lingua-sentences-odd.train", "", 1);
    rows("xed/subtitles-13lang.train", "", 0.7);
    TWEETS.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(set -> rows(set.getKey() + ".train", set.getValue(), trust(set.getValue())));
  }

  /// Half of the tweets called Hindi are English.
  private static double trust(String language) {
    return language.equals("hi") ? 0.2 : 0.7;
  }

  private void rows(String set, String language, double weight) {
    var seen = new HashMap<String, Integer>();
    int at = 0;
    for (var row : corpus.rows(set)) {
      boolean shared = language.isEmpty();
      boolean heldOut = shared && at++ % 10 == Calibration.HELD_OUT;
      String code = shared ? row.get(row.size() - 2) : language;
      int met = seen.merge(code, 1, Integer::sum);
      boolean byWriting = shared && BY_WRITING.contains(code);
      if (!heldOut && met <= MOST_PER_SOURCE && !byWriting) {
        add(row.getLast(), code, weight);
      }
    }
  }

  private void add(String text, String language, double weight) {
    put(text, language, weight);
    String[] words = text.split(" ");
    for (int piece = 0; piece < PIECES && words.length > 3; piece++) {
      int size = 1 + random.nextInt(4);
      int from = random.nextInt(words.length - size + 1);
      var some = List.of(words).subList(from, Math.min(words.length, from + size));
      put(String.join(" ", some), language, weight * 0.5);
    }
  }

  private void put(String text, String language, double weight) {
    texts.add(text);
    languages.add(language);
    weights.add(weight);
  }

  private Trained learn(long seed, Consumer<String> told) {
    // A table needs a column, even where no text was given.
    var names = Stream.concat(Stream.of("en"), languages.stream()).distinct().sorted().toList();
    var dictionary = new Dictionary();
    var learner = new Learner(dictionary);
    texts.forEach(learner::meetLanguage);
    int features = dictionary.number(3);
    var problem = problem(learner, names);
    var learned = LinearTrainer.train(problem, features, SETTINGS, seed);
    var chosen = new BitSet();
    Packing.choose(problem, learned.weights(), features, BUDGET, chosen);
    int kept = dictionary.number(Packing.keys(dictionary, chosen));
    learned = LinearTrainer.train(problem(learner, names), kept, SETTINGS, seed);
    told.accept("language: %d texts, %d of %d features".formatted(texts.size(), kept, features));
    int columns = names.size();
    var scales = new Weights.Scales(new float[columns], new float[columns]);
    byte[] table = new byte[kept * Table.COLUMNS];
    Packing.pack(learned, columns, 0, table, scales);
    return new Trained(names, new Packing.Packed(scales, new Table(dictionary.ordered(), table)));
  }

  private Problem problem(Learner learner, List<String> names) {
    var problem = new Problem(names.size());
    for (int i = 0; i < texts.size(); i++) {
      byte[] target = Problem.oneOf(names.size(), names.indexOf(languages.get(i)));
      problem.add(learner.findLanguage(texts.get(i)), target, weights.get(i));
    }
    return problem;
  }
}
