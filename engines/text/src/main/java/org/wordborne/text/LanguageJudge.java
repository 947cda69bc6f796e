package org.wordborne.text;

/// Tells the language of a text from its writing and its grams, or abstains.
final class LanguageJudge {
  /// No language is told.
  static final String UNKNOWN = "und";

  /// The language in the calibrations: its heat and the line under which it is not told.
  static final String LINE = "language";

  private static final double HINT = 1.5;
  private static final double CLEAR_SHARE = 0.6;

  private final Weights weights;
  private final int[] scripts;

  LanguageJudge(Weights weights) {
    this.weights = weights;
    scripts = weights.languages().stream().mapToInt(Scripts::of).toArray();
  }

  /// A guess.
  ///
  /// @param told the language to show, or [#UNKNOWN]
  /// @param likely the language to read with, [#UNKNOWN] only where nothing was modelled
  /// @param confidence chance that `likely` is right
  record Guess(String told, String likely, double confidence) {}

  private static final Guess NOTHING = new Guess(UNKNOWN, UNKNOWN, 0);

  Guess guess(TextReader reader, String hint) {
    if (reader.scripts.letters() == 0) {
      return NOTHING;
    }
    int script = reader.scripts.main();
    String only = Scripts.language(script);
    if (!only.isEmpty()) {
      double share = reader.scripts.share(script);
      return new Guess(share >= CLEAR_SHARE ? only : UNKNOWN, only, share);
    }
    double[] odds = odds(reader);
    return choose(odds, script, hint);
  }

  /// Returns the log odds of each modelled language.
  double[] odds(TextReader reader) {
    int[] sums = new int[Table.COLUMNS];
    weights.language().sum(reader.grams.key, reader.grams.tellingLong(), sums, reader.rows);
    weights.language().sum(reader.grams.shortKey, reader.grams.tellingShort(), sums, reader.rows);
    double[] odds = new double[weights.languageHead().columns()];
    float value = reader.languageValue();
    for (int c = 0; c < odds.length; c++) {
      odds[c] =
          sums[c] * (double) (weights.languageHead().scale[c] * value)
              + weights.languageHead().start[c];
    }
    return odds;
  }

  private Guess choose(double[] odds, int script, String hint) {
    float[] line = weights.line(LINE);
    for (int c = 0; c < odds.length; c++) {
      odds[c] /= line[0];
      if (scripts[c] != script) {
        odds[c] = -1000;
      } else if (weights.languages().get(c).equals(hint)) {
        odds[c] += HINT;
      }
    }
    double[] chances = Chances.softmax(odds);
    int best = Chances.best(chances);
    String likely = weights.languages().get(best);
    return new Guess(chances[best] >= line[1] ? likely : UNKNOWN, likely, chances[best]);
  }
}
