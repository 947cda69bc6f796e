package org.wordborne.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Draws the lines on held-out texts: how hot log odds run, and from where something is shown.
final class Calibration {
  /// The row of every ten that is held out of sets without a validation split.
  static final int HELD_OUT = 7;

  private static final double RIGHT = 0.80;
  private static final double NEUTRAL_RIGHT = 0.60;
  private static final double LANGUAGE_RIGHT = 0.95;
  private static final float NEUTRAL_LEAST = 0.45f;
  private static final float NEVER = 2;

  private final Weights weights;
  private final Corpus corpus;
  private final Consumer<String> told;
  private final TextReader reader = new TextReader();
  private final Judge judge;

  private Calibration(Weights weights, Corpus corpus, Consumer<String> told) {
    this.weights = weights;
    this.corpus = corpus;
    this.told = told;
    judge = new Judge(weights);
  }

  /// Adds the calibrations to the weights.
  static void draw(Weights weights, Corpus corpus, Consumer<String> told) {
    var calibration = new Calibration(weights, corpus, told);
    calibration.languages();
    calibration.english();
    calibration.others();
    calibration.choices();
    calibration.yesOrNo();
  }

  private void english() {
    var cases = cases("tweeteval/sentiment.val", "en", Columns.SENTIMENT_ENGLISH, 3);
    put(Moods.line("en"), moods(Heat.of(cases, 3), cases, 1.64, "en"));
  }

  private void others() {
    var all = new ArrayList<Case>();
    for (var set : Curriculum.xlmt()) {
      all.addAll(cases(set.getKey() + ".val", set.getValue(), Columns.SENTIMENT_OTHERS, 3));
    }
    float[] heat = Heat.of(all, 3);
    for (var set : Curriculum.xlmt()) {
      var cases = cases(set.getKey() + ".val", set.getValue(), Columns.SENTIMENT_OTHERS, 3);
      put(Moods.line(set.getValue()), moods(heat, cases, 0.6, set.getValue()));
    }
  }

  private float[] moods(float[] heat, List<Case> cases, double errors, String language) {
    float[] line = new float[Moods.SIZE];
    System.arraycopy(heat, 0, line, 0, 4);
    var chances = cases.stream().map(one -> Moods.chances(one.odds, 0, line)).toList();
    line[Moods.POSITIVE_LINE] = line(chances, cases, 2, RIGHT, errors);
    line[Moods.NEGATIVE_LINE] = line(chances, cases, 0, RIGHT, Math.min(errors, 1));
    float neutral = line(chances, cases, 1, NEUTRAL_RIGHT, 0);
    line[Moods.NEUTRAL_LINE] = Math.max(neutral, NEUTRAL_LEAST);
    told.accept(shown(language, chances, cases, line));
    return line;
  }

  private static String shown(
      String language, List<double[]> chances, List<Case> cases, float[] line) {
    int shown = 0;
    int right = 0;
    int neutral = 0;
    for (int i = 0; i < cases.size(); i++) {
      var label = Moods.label(chances.get(i), line);
      boolean good = label == SentimentLabel.POSITIVE;
      if (good || label == SentimentLabel.NEGATIVE) {
        shown++;
        right += cases.get(i).label == (good ? 2 : 0) ? 1 : 0;
      }
      neutral += label == SentimentLabel.NEUTRAL ? 1 : 0;
    }
    return "sentiment %s: of %d held out, %d shown as positive or negative, %d right; %d neutral"
        .formatted(language, cases.size(), shown, right, neutral);
  }

  /// Returns the lowest line above which enough is right, counting `errors` standard errors
  /// (Wilson's interval) against us.
  private static float line(
      List<double[]> chances, List<Case> cases, int label, double right, double errors) {
    var picked = new ArrayList<double[]>();
    for (int i = 0; i < cases.size(); i++) {
      if (Chances.best(chances.get(i)) == label) {
        double holds = cases.get(i).label == label ? 1 : 0;
        picked.add(new double[] {chances.get(i)[label], holds});
      }
    }
    picked.sort((a, b) -> Double.compare(b[0], a[0]));
    double line = NEVER;
    int hits = 0;
    for (int n = 1; n <= picked.size(); n++) {
      hits += (int) picked.get(n - 1)[1];
      if (Evaluation.wilsonLow(hits, n, errors) >= right) {
        line = picked.get(n - 1)[0];
      }
    }
    return (float) line;
  }

  private void choices() {
    put("emotion", Heat.of(cases("tweeteval/emotion.val", "en", Columns.EMOTION, 4), 4));
    var acts = new ArrayList<Case>();
    heldOut(
        "intent/tweet-acts.train",
        (label, text) -> acts.add(read(text, "en", Columns.ACT, 7, Columns.ACTS.indexOf(label))));
    put("act", Heat.of(acts, 7));
    put("act.likeliest", new float[] {Heat.single(acts), 0, 0, 0, 0, 0, 0, 0});
  }

  private void yesOrNo() {
    put("irony", yesOrNo(cases("tweeteval/irony.val", "en", Columns.IRONY, 1), true));
    put("offensive", yesOrNo(cases("tweeteval/offensive.val", "en", Columns.OFFENSIVE, 1), true));
    var complaints = new ArrayList<Case>();
    heldOut(
        "intent/complaints.train",
        (label, text) ->
            complaints.add(read(text, "en", Columns.COMPLAINT, 1, Integer.parseInt(label))));
    put("complaint", yesOrNo(complaints, true));
    var spam = new ArrayList<Case>();
    for (var set : List.of("spam/youtube-3videos.train", "spam/sms.train")) {
      heldOut(
          set,
          (label, text) -> spam.add(read(text, "en", Columns.SPAM, 1, Integer.parseInt(label))));
    }
    cases("tweeteval/sentiment.val", "en", Columns.SPAM, 1)
        .forEach(one -> spam.add(new Case(one.odds, 0)));
    put("spam", yesOrNo(spam, true));
    for (int f = 0; f < Columns.FEELINGS.size(); f++) {
      put("feeling." + Columns.FEELINGS.get(f), yesOrNo(feelings(f), false));
    }
  }

  private List<Case> feelings(int feeling) {
    var cases = new ArrayList<Case>();
    for (var row : corpus.rows("goemotions/original.val")) {
      int holds = Feelings.targets(row.getFirst())[feeling];
      cases.add(read(row.getLast(), "en", Columns.FEELING + feeling, 1, holds));
    }
    return cases;
  }

  /// Calibrates one column, as the second of two of which the first stays at 0.
  private static float[] yesOrNo(List<Case> cases, boolean balanced) {
    var two = cases.stream().map(one -> new Case(new double[] {0, one.odds[0]}, one.label));
    float[] heat = Heat.of(two.toList(), 2, balanced);
    return new float[] {heat[0], heat[2] - heat[1]};
  }

  private void languages() {
    var languageJudge = new LanguageJudge(weights);
    var chances = new ArrayList<double[]>();
    var cases = new ArrayList<Case>();
    heldOut(
        "langid/lingua-sentences-odd.train",
        (label, text) -> {
          for (String some : List.of(text, words(text, 2), words(text, 4))) {
            int known = weights.languages().indexOf(label);
            reader.read(some);
            if (known >= 0 && !label.equals("hi") && reader.scripts.letters() > 0) {
              cases.add(new Case(languageJudge.odds(reader), known));
            }
          }
        });
    float heat = Heat.single(cases);
    cases.forEach(
        one -> {
          double[] cooled = one.odds.clone();
          for (int i = 0; i < cooled.length; i++) {
            cooled[i] /= heat;
          }
          chances.add(Chances.softmax(cooled));
        });
    float line = line(chances, cases);
    told.accept("language: heat %.2f, line %.2f on %d texts".formatted(heat, line, cases.size()));
    put(LanguageJudge.LINE, new float[] {heat, line});
  }

  private static float line(List<double[]> chances, List<Case> cases) {
    var best = new ArrayList<double[]>();
    for (int i = 0; i < cases.size(); i++) {
      int guess = Chances.best(chances.get(i));
      best.add(new double[] {1 - chances.get(i)[guess], chances.get(i)[guess]});
    }
    var two = new ArrayList<Case>();
    for (int i = 0; i < cases.size(); i++) {
      boolean right = Chances.best(chances.get(i)) == cases.get(i).label;
      two.add(new Case(best.get(i), right ? 1 : 0));
    }
    return Math.clamp(line(best, two, 1, LANGUAGE_RIGHT, 0), 0.5f, 0.9f);
  }

  private static String words(String text, int count) {
    String[] words = text.split(" ");
    int from = Math.max(0, words.length / 2 - count / 2);
    return String.join(" ", List.of(words).subList(from, Math.min(words.length, from + count)));
  }

  /// One held-out text: the log odds of some columns, and the true one.
  @SuppressWarnings("ArrayRecordComponent")
  record Case(double[] odds, int label) {}

  private List<Case> cases(String set, String language, int first, int columns) {
    var cases = new ArrayList<Case>();
    for (var row : corpus.rows(set)) {
      cases.add(read(row.getLast(), language, first, columns, Curriculum.label(row)));
    }
    return cases;
  }

  private Case read(String text, String language, int first, int columns, int label) {
    reader.read(text);
    reader.readWords(language);
    judge.judge(reader);
    double[] odds = new double[columns];
    System.arraycopy(judge.odds, first, odds, 0, columns);
    return new Case(odds, label);
  }

  private void heldOut(String set, java.util.function.BiConsumer<String, String> each) {
    int at = 0;
    for (var row : corpus.rows(set)) {
      if (at++ % 10 == HELD_OUT) {
        each.accept(row.getFirst(), row.getLast());
      }
    }
  }

  private void put(String name, float[] line) {
    weights.lines().put(name, line);
  }
}
