package org.wordborne.query;

import static org.wordborne.query.CharacterRules.EMOJI;
import static org.wordborne.query.CharacterRules.OTHER;

/// How far a piece with wildcards reaches in what was written: as far as letters do.
final class WildcardPiece {
  private WildcardPiece() {}

  static boolean isWildcard(char c, boolean bare) {
    return c == '*' || (bare && c == '?');
  }

  static int start(String text, int at, int least) {
    int i = at;
    while (i > least) {
      int before = text.codePointBefore(i);
      if (!isInPiece(before)) {
        break;
      }
      i -= Character.charCount(before);
    }
    return i;
  }

  static int end(String text, int at, boolean bare) {
    int i = at;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (!isInPiece(c) && !(c < 128 && isWildcard((char) c, bare))) {
        break;
      }
      i += Character.charCount(c);
    }
    return i;
  }

  static boolean isInPiece(int codePoint) {
    byte kind = CharacterRules.kind(codePoint);
    return (kind != OTHER && kind != EMOJI) || codePoint == '_';
  }
}
