package org.wordborne.text;

import java.util.Arrays;

/// The tokens of one text, in arrays that are used again for the next text.
///
/// Positions are char indices here; they become code points only where something is shown.
final class Scan {
  /*
   * Texts longer than this are read up to here: a judgement of a book's first pages is one of
   * the book, and the arrays stay small.
   */
  static final int LIMIT = 20_000;

  String text = "";
  int length;
  int count;
  int[] start = new int[256];
  int[] end = new int[256];
  int[] hash = new int[256];
  int[] foldStart = new int[256];
  int[] foldEnd = new int[256];
  byte[] kind = new byte[256];
  byte[] flags = new byte[256];
  char[] folded = new char[1024];
  int foldedLength;
  int letters;
  int capitals;

  /// Reads a text.
  void read(String source) {
    text = source;
    length = Math.min(source.length(), LIMIT);
    count = 0;
    foldedLength = 0;
    letters = 0;
    capitals = 0;
    if (folded.length < length + 1) {
      folded = new char[length + 256];
    }
    int at = 0;
    while (at < length) {
      at = next(at);
    }
  }

  private int next(int at) {
    char c = text.charAt(at);
    if (c <= ' ') {
      return at + 1;
    }
    int special = Spans.special(text, at, length);
    if (special > at) {
      byte what = Spans.kind(text, at);
      return add(what, at, special, what == Token.HASHTAG || what == Token.CASHTAG ? at + 1 : -1);
    }
    int emoji = Emoji.end(text, at, length);
    if (emoji > at) {
      return add(Token.EMOJI, at, emoji, -1);
    }
    if (isWordStart(c, at)) {
      return word(at);
    }
    if (Character.isWhitespace(c) || c == '\u200B' || c == '\uFE0F') {
      return at + 1;
    }
    return marks(at);
  }

  private boolean isWordStart(char c, int at) {
    if (c < 0x80) {
      return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
    if (Character.isHighSurrogate(c)) {
      return at + 1 < length && Character.isLetter(text.codePointAt(at));
    }
    return Character.isLetterOrDigit(c);
  }

  private boolean isWordPart(char c, int at) {
    if (isWordStart(c, at) || c == '_') {
      return true;
    }
    if (c < 0x80) {
      return c == '\'' && joins(at);
    }
    if (Character.isLowSurrogate(c)) {
      return Character.isLetter(Character.codePointBefore(text, at + 1));
    }
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK && c != '\uFE0F'
        || type == Character.COMBINING_SPACING_MARK
        || Fold.joinsWords(c) && joins(at);
  }

  private boolean joins(int at) {
    return at + 1 < length && Character.isLetter(text.charAt(at + 1));
  }

  private int word(int at) {
    int to = at + 1;
    boolean digits = Character.isDigit(text.charAt(at));
    while (to < length && isWordPart(text.charAt(to), to)) {
      digits &= Character.isDigit(text.charAt(to));
      to++;
    }
    return add(digits ? Token.NUMBER : Token.WORD, at, to, at);
  }

  private int marks(int at) {
    char c = text.charAt(at);
    if (c == '&') {
      int entity = entityEnd(at);
      if (entity > at) {
        return entity;
      }
    }
    if (c == '!' || c == '?' || c == '.') {
      int to = at + 1;
      while (to < length && isEndMark(text.charAt(to))) {
        to++;
      }
      return add(Token.MARKS, at, to, at);
    }
    int to = Emoticons.end(text, at, length);
    return add(Token.MARKS, at, Math.max(to, at + 1), at);
  }

  private int entityEnd(int at) {
    int semicolon = text.indexOf(';', at, Math.min(length, at + 7));
    return semicolon < 0 || semicolon == at + 1 ? at : semicolon + 1;
  }

  private static boolean isEndMark(char c) {
    return c == '!' || c == '?' || c == '.';
  }

  /// Adds a token; `foldFrom` is where its folded form begins, or -1 for none.
  private int add(byte what, int from, int to, int foldFrom) {
    if (count == start.length) {
      grow();
    }
    start[count] = from;
    end[count] = to;
    kind[count] = what;
    flags[count] = 0;
    foldStart[count] = foldedLength;
    hash[count] = foldFrom < 0 ? plainHash(what, from, to) : fold(foldFrom, to);
    foldEnd[count] = foldedLength;
    if (what == Token.WORD && isMaskedLink()) {
      kind[count] = Token.LINK;
      flags[count] = Token.MASKED;
      hash[count] = plainHash(Token.LINK, from, to);
    } else if (what == Token.NUMBER) {
      hash[count] = Hashes.key(Math.min(to - from, 5), 77);
    }
    count++;
    return to;
  }

  private boolean isMaskedLink() {
    int size = foldedLength - foldStart[count];
    int at = foldStart[count];
    return (size == 4 || size == 5)
        && folded[at] == 'h'
        && folded[at + 1] == 't'
        && folded[at + 2] == 't'
        && folded[at + 3] == 'p';
  }

  private int plainHash(byte what, int from, int to) {
    if (what != Token.EMOJI) {
      return Hashes.key(what, 78);
    }
    int h = Hashes.SEED;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c != '\uFE0F' && !isSkinTone(c, i)) {
        h = Hashes.step(h, c);
      }
    }
    return h;
  }

  private boolean isSkinTone(char c, int at) {
    int point = Character.isHighSurrogate(c) && at + 1 < length ? text.codePointAt(at) : 0;
    boolean low = Character.isLowSurrogate(c);
    int before = low ? Character.codePointBefore(text, at + 1) : 0;
    return point >= 0x1F3FB && point <= 0x1F3FF || before >= 0x1F3FB && before <= 0x1F3FF;
  }

  private int fold(int from, int to) {
    int h = Hashes.SEED;
    char last = 0;
    int run = 0;
    int upper = 0;
    int lower = 0;
    for (int i = from; i < to; i++) {
      char raw = text.charAt(i);
      char c = Fold.of(raw);
      if (c != raw && c != 0) {
        upper++;
      } else if (c >= 'a') {
        lower++;
      }
      run = c == last ? run + 1 : 1;
      last = c;
      if (c == 0 || run > 2 && isRepeatable(c)) {
        continue;
      }
      folded[foldedLength++] = c;
      h = Hashes.step(h, c);
    }
    mark(from, to, upper, lower);
    return h;
  }

  private boolean isRepeatable(char c) {
    boolean letter = Character.isLetter(c);
    if (letter) {
      flags[count] |= Token.ELONGATED;
    }
    return letter || c == '.' || c == '!' || c == '?';
  }

  private void mark(int from, int to, int upper, int lower) {
    letters += upper + lower;
    capitals += upper;
    if (to - from >= 3 && lower == 0 && upper >= 3) {
      flags[count] |= Token.SHOUTED;
    }
  }

  private void grow() {
    int size = count * 2;
    start = Arrays.copyOf(start, size);
    end = Arrays.copyOf(end, size);
    hash = Arrays.copyOf(hash, size);
    foldStart = Arrays.copyOf(foldStart, size);
    foldEnd = Arrays.copyOf(foldEnd, size);
    kind = Arrays.copyOf(kind, size);
    flags = Arrays.copyOf(flags, size);
  }
}
