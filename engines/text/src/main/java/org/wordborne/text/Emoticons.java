package org.wordborne.text;

/// Faces made of marks: `:-)`, `;)`, `:'(`, `<3`.
final class Emoticons {
  private Emoticons() {}

  /// Returns the char index behind the face that begins at `at`, or `at` where none does.
  static int end(String text, int at, int length) {
    char eyes = text.charAt(at);
    if (eyes == '<') {
      return at + 1 < length && text.charAt(at + 1) == '3' ? at + 2 : at;
    }
    if (eyes != ':' && eyes != ';' && eyes != '=') {
      return at;
    }
    int to = at + 1;
    while (to < length && to < at + 3 && "-'^o".indexOf(text.charAt(to)) >= 0) {
      to++;
    }
    boolean mouth = to < length && ")(]D[/\\|pPdoO*3".indexOf(text.charAt(to)) >= 0;
    if (!mouth || isWordBehind(text, to + 1, length)) {
      return at;
    }
    to++;
    while (to < length && text.charAt(to) == text.charAt(to - 1) && text.charAt(to) != '/') {
      to++;
    }
    return to;
  }

  private static boolean isWordBehind(String text, int at, int length) {
    return at < length
        && Character.isLetterOrDigit(text.charAt(at))
        && Character.isLetterOrDigit(text.charAt(at - 1))
        && text.charAt(at) != text.charAt(at - 1);
  }
}
