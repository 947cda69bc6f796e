package org.wordborne.text;

import java.util.Locale;

/// What is shown as the mood of a text.
public enum SentimentLabel {
  /// The writer is pleased.
  POSITIVE,
  /// The writer is displeased.
  NEGATIVE,
  /// A fact or a question without a mood.
  NEUTRAL,
  /// Both positive and negative are above their line.
  MIXED,
  /// The margin is below the calibrated line, or no model knows the language.
  UNSURE;

  private final String word = name().toLowerCase(Locale.ROOT);

  /// Returns the word that scripts see: the name in lower case.
  public String word() {
    return word;
  }
}
