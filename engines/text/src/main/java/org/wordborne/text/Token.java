package org.wordborne.text;

/// Kinds and marks of the tokens in a [Scan].
final class Token {
  static final byte WORD = 0;
  static final byte HASHTAG = 1;
  static final byte HANDLE = 2;
  static final byte LINK = 3;
  static final byte CASHTAG = 4;
  static final byte EMOJI = 5;
  static final byte NUMBER = 6;
  static final byte MARKS = 7;

  /// A letter stands three times or more in a row.
  static final byte ELONGATED = 1;

  /// Three letters or more, all of them capitals.
  static final byte SHOUTED = 2;

  /// Stands for a link, but is none: `http` as data sets mask it.
  static final byte MASKED = 4;

  private Token() {}
}
