package org.wordborne.query;

import static org.wordborne.query.CharacterRules.DIGIT;
import static org.wordborne.query.CharacterRules.LETTER;
import static org.wordborne.query.CharacterRules.MARK;
import static org.wordborne.query.CharacterRules.SPACELESS;

/// What follows `#`, `@` and `$` in a text.
final class SignRules {
  private static final int MOST_CHARACTERS = 256;

  private SignRules() {}

  /// Returns where the sign that begins behind its mark ends, or -1 where there is none.
  static int end(String text, int start, char mark) {
    return switch (mark) {
      case '#' -> hashtag(text, start);
      case '@' -> handle(text, start);
      default -> cashtag(text, start);
    };
  }

  /// Folds a sign's name: as words are folded, all else kept.
  static String fold(String name) {
    var folded = new StringBuilder();
    name.codePoints()
        .forEach(
            codePoint ->
                folded.append(
                    isName(codePoint)
                        ? CharacterRules.fold(codePoint)
                        : Character.toString(codePoint)));
    return folded.toString();
  }

  private static int hashtag(String text, int start) {
    int i = start;
    boolean letter = false;
    while (i < text.length() && i - start < MOST_CHARACTERS) {
      int codePoint = text.codePointAt(i);
      if (!isName(codePoint) && codePoint != '_') {
        break;
      }
      byte kind = CharacterRules.kind(codePoint);
      letter |= kind == LETTER || kind == SPACELESS;
      i += Character.charCount(codePoint);
    }
    return letter ? i : -1;
  }

  private static int handle(String text, int start) {
    int end = name(text, start);
    if (end < 0) {
      return -1;
    }
    if (end < text.length() && text.charAt(end) == '@') {
      int domain = name(text, end + 1);
      return domain < 0 ? end : domain;
    }
    return end;
  }

  private static int name(String text, int start) {
    int i = start;
    int last = -1;
    while (i < text.length() && i - start < MOST_CHARACTERS) {
      int codePoint = text.codePointAt(i);
      boolean inner = codePoint == '.' || codePoint == '-';
      if (!inner && !isName(codePoint) && codePoint != '_') {
        break;
      }
      if (inner && i == start) {
        return -1;
      }
      i += Character.charCount(codePoint);
      if (!inner) {
        last = i;
      }
    }
    return last;
  }

  private static int cashtag(String text, int start) {
    int i = start;
    while (i < text.length() && isAsciiLetter(text.charAt(i))) {
      i++;
    }
    boolean cut = i < text.length() && isName(text.codePointAt(i));
    return i == start || i - start > 6 || cut ? -1 : i;
  }

  private static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isName(int codePoint) {
    byte kind = CharacterRules.kind(codePoint);
    return kind == LETTER || kind == DIGIT || kind == SPACELESS || kind == MARK;
  }
}
