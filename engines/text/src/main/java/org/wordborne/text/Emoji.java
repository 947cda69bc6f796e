package org.wordborne.text;

/// Where emoji sequences begin and end, after Unicode Technical Standard 51.
final class Emoji {
  private static final int JOINER = 0x200D;
  private static final int PRESENTED = 0xFE0F;
  private static final int KEYCAP = 0x20E3;

  private Emoji() {}

  /// Returns the char index behind the emoji that begins at `at`, or `at` where none does.
  static int end(String text, int at, int length) {
    char first = text.charAt(at);
    if (first < 0x203C && first != '#' && first != '*' && (first < '0' || first > '9')) {
      return at;
    }
    int point = text.codePointAt(at);
    int to = at + Character.charCount(point);
    if (point < 0x80) {
      return keycap(text, at, length);
    }
    if (isRegional(point)) {
      boolean flag = to + 1 < length && isRegional(text.codePointAt(to));
      return flag ? to + 2 : at;
    }
    if (!begins(text, point, to, length)) {
      return at;
    }
    return Math.min(length, rest(text, to, length));
  }

  private static int keycap(String text, int at, int length) {
    int to = at + 1;
    if (to < length && text.charAt(to) == PRESENTED) {
      to++;
    }
    return to < length && text.charAt(to) == KEYCAP ? to + 1 : at;
  }

  private static boolean begins(String text, int point, int to, int length) {
    if (Character.isEmojiPresentation(point)) {
      return true;
    }
    if (!Character.isEmoji(point)) {
      return false;
    }
    boolean presented = to < length && text.charAt(to) == PRESENTED;
    return presented || point >= 0x2600 && point <= 0x27BF || point >= 0x1F000;
  }

  private static int rest(String text, int from, int length) {
    int at = from;
    while (at < length) {
      int point = text.codePointAt(at);
      if (point == PRESENTED || isModifier(point) || isTag(point)) {
        at += Character.charCount(point);
      } else if (point == JOINER && joins(text, at + 1, length)) {
        at += 1 + Character.charCount(text.codePointAt(at + 1));
      } else {
        return at;
      }
    }
    return at;
  }

  private static boolean joins(String text, int at, int length) {
    return at < length && Character.isEmoji(text.codePointAt(at)) && text.charAt(at) >= 0x80;
  }

  private static boolean isRegional(int point) {
    return point >= 0x1F1E6 && point <= 0x1F1FF;
  }

  private static boolean isModifier(int point) {
    return point >= 0x1F3FB && point <= 0x1F3FF;
  }

  private static boolean isTag(int point) {
    return point >= 0xE0020 && point <= 0xE007F;
  }
}
