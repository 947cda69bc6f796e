package org.wordborne.text;

/// Folds characters so that spellings of one word meet: case, Arabic forms, apostrophes.
final class Fold {
  private Fold() {}

  /// Returns the folded character, or 0 where it is dropped.
  static char of(char c) {
    if (c < 0x80) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
    if (c >= 0x610 && c <= 0x6D6) {
      return arabic(c);
    }
    return c == '\u2019' || c == '\u02BC' ? '\'' : Character.toLowerCase(c);
  }

  private static char arabic(char c) {
    if (c >= 0x64B && c <= 0x65F || c == 0x640 || c == 0x670 || c <= 0x61A) {
      return 0;
    }
    return switch (c) {
      case '\u0622', '\u0623', '\u0625' -> '\u0627';
      case '\u0649' -> '\u064A';
      case '\u0629' -> '\u0647';
      default -> c;
    };
  }

  /// Is this a mark that may stand inside a word?
  static boolean joinsWords(char c) {
    return c == '\'' || c == '\u2019' || c == '\u02BC';
  }
}
