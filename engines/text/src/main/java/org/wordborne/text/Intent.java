package org.wordborne.text;

import java.util.Locale;

/// What a writer wants with a text. A text may have several.
public enum Intent {
  /// Asks something.
  QUESTION,
  /// Asks for something to be done, or suggests it.
  REQUEST,
  /// Says that something fell short of what was expected.
  COMPLAINT,
  /// Thanks or admires.
  PRAISE,
  /// Wishes for something that is not there.
  DESIRE,
  /// Is about to buy or visit, or asks where to buy.
  PURCHASE,
  /// Is about to leave, cancel or go elsewhere.
  LEAVING;

  private final String word = name().toLowerCase(Locale.ROOT);

  /// Returns the word that scripts and queries use: the name in lower case.
  public String word() {
    return word;
  }
}
