package org.wordborne.query;

/// One sign of the written language, and where it stands, in code points.
///
/// @param kind what it is
/// @param text a word, the inside of quotes or slashes, a field's name; with escapes kept in words
/// @param number the distance of NEAR
/// @param start first code point
/// @param end code point behind it
/// @param closeToNext whether the next sign follows without a space
record Lexeme(Kind kind, String text, int number, int start, int end, boolean closeToNext) {
  enum Kind {
    OPEN,
    CLOSE,
    AND,
    OR,
    NOT,
    NEAR,
    ORDERED_NEAR,
    SENTENCE,
    FIELD,
    WORD,
    QUOTED,
    REGEX,
    END
  }

  boolean is(Kind other) {
    return kind == other;
  }

  /// What to throw where it stands wrongly.
  QueryException wrong(String reason, String hint) {
    return new QueryException(reason, start, end, hint);
  }

  /// Says whether it joins what stands on both of its sides.
  boolean joins() {
    return switch (kind) {
      case AND, OR, NEAR, ORDERED_NEAR, SENTENCE -> true;
      default -> false;
    };
  }
}
