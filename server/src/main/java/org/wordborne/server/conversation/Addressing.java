package org.wordborne.server.conversation;

import java.util.Locale;
import java.util.regex.Pattern;

/// Whether a word speaks to one person by name.
final class Addressing {
  private static final int SHORTEST = 3;
  private static final Pattern OPENS_WITH_HANDLE = Pattern.compile("^\\s*@\\S");

  private Addressing() {}

  /// Whether `text`, which answers somebody called `name`, speaks to them: it opens with a handle,
  /// or calls them by the first part of their name.
  static boolean calls(String text, String name) {
    if (name.isEmpty()) {
      return false;
    }
    var first = name.split("[\\s._\\-]+")[0].toLowerCase(Locale.ROOT);
    return OPENS_WITH_HANDLE.matcher(text).find()
        || first.length() >= SHORTEST && holds(text.toLowerCase(Locale.ROOT), first);
  }

  private static boolean holds(String text, String word) {
    int at = text.indexOf(word);
    while (at >= 0) {
      int end = at + word.length();
      boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
      boolean ends = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
      if (begins && ends) {
        return true;
      }
      at = text.indexOf(word, end);
    }
    return false;
  }
}
