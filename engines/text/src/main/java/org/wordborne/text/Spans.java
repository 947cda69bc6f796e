package org.wordborne.text;

import java.util.Locale;
import java.util.Set;

/// Where links, handles, hashtags and cashtags begin and end.
final class Spans {
  private static final Set<String> TOP_DOMAINS =
      Set.of(
          "com", "org", "net", "de", "uk", "io", "eu", "fr", "es", "it", "at", "ch", "nl", "pt",
          "info", "app", "dev", "social", "shop", "cafe", "coffee", "br", "us", "ly", "co", "me",
          "tv", "gov", "edu");

  private Spans() {}

  /// Returns the char index behind the link or tag that begins at `at`, or `at` for none.
  static int special(String text, int at, int length) {
    char c = text.charAt(at);
    if (at > 0 && isWord(text.charAt(at - 1))) {
      return at;
    }
    return switch (c) {
      case '#', '\uFF03' -> hashtag(text, at, length);
      case '@', '\uFF20' -> handle(text, at, length);
      case '$' -> cashtag(text, at, length);
      default -> isLetterOrDigit(c) ? link(text, at, length) : at;
    };
  }

  /// Returns the kind of token that [#special] found at `at`.
  static byte kind(String text, int at) {
    return switch (text.charAt(at)) {
      case '#', '\uFF03' -> Token.HASHTAG;
      case '@', '\uFF20' -> Token.HANDLE;
      case '$' -> Token.CASHTAG;
      default -> Token.LINK;
    };
  }

  private static int hashtag(String text, int at, int length) {
    int to = at + 1;
    boolean named = false;
    while (to < length && isTagPart(text.charAt(to))) {
      named |= !Character.isDigit(text.charAt(to)) && text.charAt(to) != '_';
      to++;
    }
    return named ? to : at;
  }

  private static boolean isTagPart(char c) {
    if (c < 0x80) {
      return isLetterOrDigit(c) || c == '_';
    }
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.NON_SPACING_MARK && c != '\uFE0F'
        || type == Character.COMBINING_SPACING_MARK;
  }

  private static int handle(String text, int at, int length) {
    int to = name(text, at + 1, length);
    if (to == at + 1) {
      return at;
    }
    if (to + 1 < length && text.charAt(to) == '@') {
      int host = name(text, to + 1, length);
      to = host > to + 1 ? host : to;
    }
    return to;
  }

  /// Reads letters, digits and underscores; dots and hyphens only between them.
  private static int name(String text, int from, int length) {
    int to = from;
    while (to < length) {
      char c = text.charAt(to);
      boolean inner = (c == '.' || c == '-') && to > from && to + 1 < length;
      boolean joined = inner && isLowerOrDigit(text.charAt(to + 1));
      if (!isLetterOrDigit(c) && c != '_' && !joined) {
        return to;
      }
      to++;
    }
    return to;
  }

  private static int cashtag(String text, int at, int length) {
    int to = at + 1;
    while (to < length && to < at + 7 && isCapital(text.charAt(to))) {
      to++;
    }
    if (to == at + 1 || to < length && isWord(text.charAt(to))) {
      return at;
    }
    boolean share = to + 1 < length && text.charAt(to) == '.' && isCapital(text.charAt(to + 1));
    boolean ends = to + 2 >= length || !isWord(text.charAt(Math.min(to + 2, length - 1)));
    return share && ends ? to + 2 : to;
  }

  private static int link(String text, int at, int length) {
    if (starts(text, at, "http://") || starts(text, at, "https://")) {
      int scheme = text.indexOf("://", at) + 3;
      int to = trimmed(text, scheme, linkEnd(text, scheme, length));
      return to > scheme ? to : at;
    }
    if (starts(text, at, "www.")) {
      int to = trimmed(text, at + 4, linkEnd(text, at + 4, length));
      return to > at + 4 ? to : at;
    }
    return bare(text, at, length);
  }

  /// Reads an address without scheme: `lantern.example/menu` is none, `lantern.com/menu` is.
  private static int bare(String text, int at, int length) {
    int to = at;
    int lastDot = -1;
    while (to < length && (isLetterOrDigit(text.charAt(to)) || isDotOrHyphen(text, to, length))) {
      lastDot = text.charAt(to) == '.' ? to : lastDot;
      to++;
    }
    if (lastDot < 0 || to < length && (text.charAt(to) == '@' || isWord(text.charAt(to)))) {
      return at;
    }
    if (!TOP_DOMAINS.contains(text.substring(lastDot + 1, to).toLowerCase(Locale.ROOT))) {
      return at;
    }
    boolean path = to < length && text.charAt(to) == '/';
    return path ? trimmed(text, to, linkEnd(text, to, length)) : to;
  }

  private static boolean isDotOrHyphen(String text, int at, int length) {
    char c = text.charAt(at);
    return (c == '.' || c == '-') && at + 1 < length && isLetterOrDigit(text.charAt(at + 1));
  }

  private static int linkEnd(String text, int from, int length) {
    int to = from;
    while (to < length
        && text.charAt(to) > ' '
        && "<>\"\u2026\u201D".indexOf(text.charAt(to)) < 0) {
      if (Character.isWhitespace(text.charAt(to))) {
        return to;
      }
      to++;
    }
    return to;
  }

  /// Drops marks that end the sentence rather than the link.
  private static int trimmed(String text, int from, int end) {
    int to = end;
    while (to > from) {
      char last = text.charAt(to - 1);
      boolean closes = last == ')' && isOneTooMany(text, from, to);
      if (!closes && ".,;:!?'\u2019]}*".indexOf(last) < 0) {
        return to;
      }
      to--;
    }
    return to;
  }

  private static boolean isOneTooMany(String text, int from, int to) {
    int open = 0;
    for (int i = from; i < to; i++) {
      open += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
    }
    return open < 0;
  }

  private static boolean starts(String text, int at, String prefix) {
    return text.regionMatches(true, at, prefix, 0, prefix.length());
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isLowerOrDigit(char c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
  }

  private static boolean isLetterOrDigit(char c) {
    return isLowerOrDigit(c) || isCapital(c);
  }
}
