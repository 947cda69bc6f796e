package org.wordborne.text;

/// Turns the three columns of a sentiment head into a label that abstains.
final class Moods {
  /*
   * A calibration holds: heat, start of negative, neutral and positive, and the lines above which
   * positive, negative and neutral are shown. A language without one of its own is not modelled.
   */
  static final int HEAT = 0;
  static final int START = 1;
  static final int POSITIVE_LINE = 4;
  static final int NEGATIVE_LINE = 5;
  static final int NEUTRAL_LINE = 6;
  static final int SIZE = 7;

  private static final double MIXED_LINE = 0.36;
  private static final double MIXED_NEUTRAL = 0.25;

  private Moods() {}

  static String line(String language) {
    return "sentiment." + language;
  }

  static int columns(String language) {
    return language.equals("en") ? Columns.SENTIMENT_ENGLISH : Columns.SENTIMENT_OTHERS;
  }

  /// Returns chances of negative, neutral, positive.
  static double[] chances(double[] odds, int from, float[] line) {
    double[] three = new double[3];
    for (int i = 0; i < 3; i++) {
      three[i] = odds[from + i] / line[HEAT] + line[START + i];
    }
    return Chances.softmax(three);
  }

  static Sentiment unmodelled() {
    return new Sentiment(SentimentLabel.UNSURE, 1 / 3.0, 1 / 3.0, 1 / 3.0, 0, false);
  }

  static Sentiment of(double[] chances, float[] line) {
    var label = label(chances, line);
    double best = chances[Chances.best(chances)];
    return new Sentiment(label, chances[2], chances[0], chances[1], best, true);
  }

  static SentimentLabel label(double[] chances, float[] line) {
    int best = Chances.best(chances);
    if (best == 2 && chances[2] >= line[POSITIVE_LINE]) {
      return SentimentLabel.POSITIVE;
    }
    if (best == 0 && chances[0] >= line[NEGATIVE_LINE]) {
      return SentimentLabel.NEGATIVE;
    }
    if (best == 1 && chances[1] >= line[NEUTRAL_LINE]) {
      return SentimentLabel.NEUTRAL;
    }
    boolean both = Math.min(chances[0], chances[2]) >= MIXED_LINE;
    return both && chances[1] <= MIXED_NEUTRAL ? SentimentLabel.MIXED : SentimentLabel.UNSURE;
  }
}
