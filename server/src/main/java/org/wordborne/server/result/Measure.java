package org.wordborne.server.result;

import org.wordborne.server.workspace.BadInputException;

/// What of a campaign is measured, in people a day; in words a person where people were held back.
public enum Measure {
  /// People who spoke gladly.
  GLAD("glad"),
  /// People who spoke.
  PEOPLE("people"),
  /// People who were never heard on it before.
  FIRST("first");

  private final String word;

  Measure(String word) {
    this.word = word;
  }

  /// Its name.
  public String word() {
    return word;
  }

  /// The measure of that name.
  ///
  /// @throws BadInputException if there is none
  public static Measure of(String word) {
    for (Measure measure : values()) {
      if (measure.word.equals(word)) {
        return measure;
      }
    }
    throw new BadInputException("measure", word, "Right are glad, people and first.");
  }
}
