package org.wordborne.server.conversation;

import org.wordborne.server.mention.Mention;

/// What a conversation is called: the title of its first word, or that word's first sentence.
final class Titles {
  private static final int LONGEST = 90;
  private static final int SHORTEST = 12;

  private Titles() {}

  static String of(Mention mention) {
    return mention.title().isBlank() || !mention.inReplyTo().isEmpty()
        ? ofText(mention.text())
        : cut(mention.title().strip());
  }

  /// The first sentence, or as much of it as has room.
  static String ofText(String text) {
    var flat = text.strip().replaceAll("\\s+", " ");
    for (int at = 0; at < flat.length(); at++) {
      boolean ends = ".?!…。？！".indexOf(flat.charAt(at)) >= 0;
      boolean spaceAfter = at + 1 == flat.length() || !isAsciiEnd(flat, at);
      if (ends && spaceAfter && at >= SHORTEST) {
        return cut(flat.substring(0, at + 1));
      }
    }
    return cut(flat);
  }

  /* "3.5" and "e.g." do not end a sentence; CJK marks need no space behind them. */
  private static boolean isAsciiEnd(String text, int at) {
    return text.charAt(at) < 128 && text.charAt(at + 1) != ' ';
  }

  private static String cut(String title) {
    if (title.codePointCount(0, title.length()) <= LONGEST) {
      return title;
    }
    var head = title.substring(0, title.offsetByCodePoints(0, LONGEST));
    int space = head.lastIndexOf(' ');
    return (space > LONGEST / 2 ? head.substring(0, space) : head) + "…";
  }
}
