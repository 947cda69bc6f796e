package org.wordborne.query;

/// Where one sentence ends and the next begins.
///
/// A sentence ends at a line's end, at a full-width stop, at `! ? …` before a space, and at a
/// point before a space unless the next word begins in lower case ("approx. ten").
final class SentenceBreaks {
  private static final int NONE = 0;
  private static final int POINT = 1;
  private static final int STRONG = 2;
  private static final int HARD = 3;

  private int pending = NONE;
  private boolean spaced;

  void clear() {
    pending = NONE;
    spaced = false;
  }

  void separator(int codePoint) {
    switch (codePoint) {
      case '\n', 0x2028, 0x2029, 0x85, '。', '！', '？', '｡' -> pending = HARD;
      case '!', '?', '…', '؟', '۔', '।', '॥' -> end(STRONG);
      case '.' -> end(POINT);
      default -> spaced |= Character.isWhitespace(codePoint) || codePoint == 0xA0;
    }
  }

  private void end(int strength) {
    if (pending <= strength || strength == STRONG) {
      pending = Math.max(pending, strength);
      spaced = false;
    }
  }

  /// Takes note of a word, and says whether it begins a new sentence.
  boolean word(String text, int start) {
    int ended = pending;
    boolean apart = spaced;
    clear();
    return switch (ended) {
      case HARD -> true;
      case STRONG -> apart;
      case POINT -> apart && !Character.isLowerCase(text.codePointAt(start));
      default -> false;
    };
  }
}
