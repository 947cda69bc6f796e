package org.wordborne.text;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// One text at a time, from characters to judgements. Not for two threads at once.
final class Reading {
  private static final double SHOWN = 0.5;
  private static final double STRANGE = -3;
  private static final double IRONY_PRIOR = -2.2;
  private static final double OFFENSIVE_PRIOR = -1.4;
  private static final double SPAM_PRIOR = -2;

  private final Weights weights;
  private final LanguageJudge languages;
  private final TextReader reader = new TextReader();
  private final Judge judge;
  private final Speech speech = new Speech();
  private final double[] four = new double[Columns.EMOTIONS.size()];
  private final double[] seven = new double[Columns.ACTS.size()];

  Reading(Weights weights, LanguageJudge languages) {
    this.weights = weights;
    this.languages = languages;
    judge = new Judge(weights);
  }

  Analysis analyze(String text, String hint) {
    var guess = read(text, hint);
    boolean english = guess.likely().equals("en");
    String language = spoken(guess.likely());
    var sentiment = sentiment(language);
    var signals = english ? signals() : Speech.Signals.NONE;
    var intents = speech.intents(sentiment, signals);
    double spam = spam(english, SPAM_PRIOR - (english ? plaint() : 0));
    double offensive = shifted(offensive(english), OFFENSIVE_PRIOR);
    double irony = english ? shifted(chance("irony", Columns.IRONY), IRONY_PRIOR) : 0;
    var emotions = english ? emotions() : Map.<String, Double>of();
    var reasons = new Reasons(reader, judge);
    moods(reasons, sentiment, language);
    speech.reasons(reasons, intents, english);
    shown(reasons, "spam", spam, Columns.SPAM, english);
    shown(reasons, "offensive", offensive, Columns.OFFENSIVE, english);
    shown(reasons, "irony", irony, Columns.IRONY, english);
    return new Analysis(
        guess.told(),
        guess.confidence(),
        sentiment,
        emotions,
        intents,
        spam,
        offensive,
        irony,
        EntityReader.read(reader.scan),
        reasons.all());
  }

  /// Emoji speak every language: where there is nothing else, the English model reads them.
  private String spoken(String language) {
    boolean emoji = false;
    for (int t = 0; t < reader.scan.count; t++) {
      emoji |= reader.scan.kind[t] == Token.EMOJI;
    }
    return emoji && reader.scripts.letters() == 0 ? "en" : language;
  }

  private LanguageJudge.Guess read(String text, String hint) {
    reader.read(text);
    var guess = languages.guess(reader, hint);
    reader.readWords(guess.likely());
    judge.judge(reader);
    speech.meet(reader);
    return guess;
  }

  String guess(Task task, String text) {
    var guess = read(text, "");
    return switch (task) {
      case LANGUAGE -> guess.told();
      case SENTIMENT -> task.labels().get(Chances.best(moods(guess.likely())));
      case EMOTION -> task.labels().get(Chances.best(choice("emotion", Columns.EMOTION, four)));
      case ACT -> task.labels().get(Chances.best(choice("act.likeliest", Columns.ACT, seven)));
      case IRONY -> yesOrNo(chance("irony", Columns.IRONY));
      case OFFENSIVE -> yesOrNo(offensive(true));
      case COMPLAINT -> yesOrNo(chance("complaint", Columns.COMPLAINT));
      case SPAM -> yesOrNo(spam(true, 0));
    };
  }

  /// Calibration weighs both labels the same; in the stream the label is rarer, by log odds.
  private static double shifted(double chance, double prior) {
    return Chances.sigmoid(StrictMath.log(chance / (1 - chance)) + prior);
  }

  private static String yesOrNo(double chance) {
    return chance >= SHOWN ? "1" : "0";
  }

  private Sentiment sentiment(String language) {
    float[] line = weights.lines().get(Moods.line(language));
    return line == null ? Moods.unmodelled() : Moods.of(moods(language), line);
  }

  /// Chances of the three moods; for a language without a model those of English.
  private double[] moods(String language) {
    boolean modelled = weights.lines().containsKey(Moods.line(language));
    String of = modelled ? language : "en";
    return Moods.chances(judge.odds, Moods.columns(of), weights.line(Moods.line(of)));
  }

  private double chance(String name, int column) {
    return Chances.sigmoid(odds(name, column));
  }

  private double odds(String name, int column) {
    float[] line = weights.line(name);
    return judge.odds[column] / line[0] + line[1];
  }

  private double spam(boolean english, double prior) {
    double cues = speech.strength("spam");
    return Chances.sigmoid((english ? odds("spam", Columns.SPAM) + prior : STRANGE) + cues);
  }

  /// Who complains does not advertise, though a word like "subscription" sounds so.
  private double plaint() {
    return Math.max(0, odds("complaint", Columns.COMPLAINT));
  }

  private double offensive(boolean english) {
    double cues = speech.strength("offensive");
    return Chances.sigmoid((english ? odds("offensive", Columns.OFFENSIVE) : STRANGE) + cues);
  }

  private double[] choice(String name, int first, double[] chances) {
    float[] line = weights.line(name);
    for (int i = 0; i < chances.length; i++) {
      chances[i] = judge.odds[first + i] / line[0] + line[1 + i];
    }
    return Chances.softmax(chances);
  }

  private double feeling(String name) {
    return chance("feeling." + name, Columns.feeling(name));
  }

  private Speech.Signals signals() {
    double[] acts = choice("act", Columns.ACT, seven);
    return new Speech.Signals(
        acts[2] + feeling("curiosity"),
        acts[3] + acts[4],
        odds("complaint", Columns.COMPLAINT),
        feeling("admiration") + feeling("gratitude") + feeling("love") / 2,
        feeling("desire"));
  }

  /// The four emotions share what is not calm; the others stand for themselves.
  private Map<String, Double> emotions() {
    var all = new LinkedHashMap<String, Double>();
    double moved = 1 - feeling("calm");
    double[] chances = choice("emotion", Columns.EMOTION, four);
    for (int i = 0; i < chances.length; i++) {
      all.put(Columns.EMOTIONS.get(i), chances[i] * moved);
    }
    for (String name : new String[] {"fear", "surprise", "disgust", "love"}) {
      all.put(name, feeling(name));
    }
    return Collections.unmodifiableMap(all);
  }

  private void moods(Reasons reasons, Sentiment sentiment, String language) {
    int first = Moods.columns(language);
    var label = sentiment.label();
    if (label == SentimentLabel.POSITIVE || label == SentimentLabel.MIXED) {
      reasons.add("sentiment:positive", first + 2, first);
    }
    if (label == SentimentLabel.NEGATIVE || label == SentimentLabel.MIXED) {
      reasons.add("sentiment:negative", first, first + 2);
    }
  }

  private void shown(Reasons reasons, String name, double chance, int column, boolean english) {
    if (chance < SHOWN) {
      return;
    }
    speech.cues(reasons, name, name);
    if (english) {
      reasons.add(name, column, -1);
    }
  }
}
