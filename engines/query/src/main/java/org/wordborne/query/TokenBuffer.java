package org.wordborne.query;

import static org.wordborne.query.CharacterRules.DIGIT;
import static org.wordborne.query.CharacterRules.EMOJI;
import static org.wordborne.query.CharacterRules.LETTER;
import static org.wordborne.query.CharacterRules.MARK;
import static org.wordborne.query.CharacterRules.OTHER;
import static org.wordborne.query.CharacterRules.SPACELESS;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;

/// The words of one text in flat arrays that are used again for the next: the tokenizer itself.
///
/// Not safe for several threads.
final class TokenBuffer {
  /// Words behind this many are not read: no honest post is longer than a thick book.
  static final int MOST_TOKENS = 200_000;

  /// A run of letters longer than this is cut: it is no word of any language.
  static final int LONGEST_WORD = 255;

  private static final int MOST_JOINED = 32;

  /// A sentence without an end is cut behind this many words, so that no work grows with the
  /// square of a text's length.
  static final int LONGEST_SENTENCE = 300;

  /// The token stands directly behind another of a script without spaces.
  static final byte GLUED = 1;

  /// Folding may have changed the token: case, accent, width.
  static final byte ALTERED = 2;

  private static final byte[] ASCII_KINDS = new byte[128];
  private static final char[] ASCII_LOWER = new char[128];

  static {
    for (int c = 0; c < 128; c++) {
      ASCII_KINDS[c] = CharacterRules.kind(c);
      ASCII_LOWER[c] = (char) Character.toLowerCase(c);
    }
  }

  /// Folded characters of all tokens and signs, one behind the other.
  char[] chars = new char[512];

  int size;
  int[] from = new int[64];
  int[] to = new int[64];
  int[] begin = new int[64];
  int[] end = new int[64];
  int[] sentence = new int[64];
  int[] hash = new int[64];
  byte[] flags = new byte[64];

  int signs;
  int[] signToken = new int[8];
  int[] signFrom = new int[8];
  int[] signTo = new int[8];

  private int used;
  private int sentenceFrom;
  private final SentenceBreaks breaks = new SentenceBreaks();
  private String text = "";

  /// Reads a text, in place of what was read before.
  void read(String text) {
    this.text = text;
    size = 0;
    signs = 0;
    used = 0;
    breaks.clear();
    int i = 0;
    while (i < text.length() && size < MOST_TOKENS) {
      i = step(i);
    }
    dropSignsBehindTheLastToken();
  }

  /// Returns the word as written in the text that was read, in composed form.
  String raw(int i) {
    return Normalizer.normalize(text.substring(begin[i], end[i]), Form.NFC);
  }

  private int step(int i) {
    char c = text.charAt(i);
    if (c < 128) {
      if (ASCII_KINDS[c] != OTHER) {
        return word(i);
      }
      return separator(i, c, 1);
    }
    int codePoint = text.codePointAt(i);
    return switch (CharacterRules.kind(codePoint)) {
      case LETTER, DIGIT -> word(i);
      case SPACELESS -> spaceless(i, codePoint);
      case EMOJI -> emoji(i, codePoint);
      default -> separator(i, codePoint, Character.charCount(codePoint));
    };
  }

  private int separator(int i, int codePoint, int width) {
    breaks.separator(codePoint);
    switch (codePoint) {
      case '#', '@', '$', '＃', '＠' -> sign(i, width, codePoint);
      default -> {
        // Any other sign only separates.
      }
    }
    return i + width;
  }

  private int word(int start) {
    int first = used;
    int i = start;
    int h = 0;
    boolean altered = false;
    while (i < text.length() && used - first < LONGEST_WORD) {
      char c = text.charAt(i);
      if (c < 128) {
        byte kind = ASCII_KINDS[c];
        if (kind == OTHER && !joins(i, c)) {
          break;
        }
        char lower = ASCII_LOWER[c];
        altered |= lower != c;
        append(lower);
        h = 31 * h + lower;
        i++;
        continue;
      }
      int codePoint = text.codePointAt(i);
      byte kind = CharacterRules.kind(codePoint);
      if (kind != LETTER && kind != DIGIT && kind != MARK) {
        break;
      }
      var folded = CharacterRules.fold(codePoint);
      altered = true;
      for (int k = 0; k < folded.length(); k++) {
        append(folded.charAt(k));
        h = 31 * h + folded.charAt(k);
      }
      i += Character.charCount(codePoint);
    }
    if (used > first) {
      token(start, i, first, h, altered ? ALTERED : 0);
    }
    return i;
  }

  /// A low line joins letters and digits; point and comma join digits.
  private boolean joins(int i, char c) {
    if (c != '_' && c != '.' && c != ',') {
      return false;
    }
    byte next = kindAt(i + 1);
    if (c == '_') {
      return next == LETTER || next == DIGIT || (i + 1 < text.length() && runsToWord(i));
    }
    return next == DIGIT && i > 0 && CharacterRules.kind(text.charAt(i - 1)) == DIGIT;
  }

  private boolean runsToWord(int i) {
    int k = i;
    while (k < text.length() && text.charAt(k) == '_') {
      k++;
    }
    // A long run is a rule on the page, not a name; the bound also keeps the work linear.
    return k - i <= 3 && (kindAt(k) == LETTER || kindAt(k) == DIGIT);
  }

  private byte kindAt(int i) {
    return i < text.length() ? CharacterRules.kind(text.codePointAt(i)) : OTHER;
  }

  private int spaceless(int start, int codePoint) {
    int first = used;
    int i = start + Character.charCount(codePoint);
    while (i < text.length() && i - start < MOST_JOINED && kindAt(i) == MARK) {
      i += Character.charCount(text.codePointAt(i));
    }
    boolean alone = i == start + Character.charCount(codePoint);
    var folded =
        alone
            ? CharacterRules.fold(codePoint)
            : Normalizer.normalize(text.substring(start, i), Form.NFKC);
    int h = appendAll(folded);
    boolean glued =
        size > 0 && end[size - 1] == start && (flags[size - 1] & Tokens.SPACELESS_FLAG) != 0;
    boolean altered = !text.regionMatches(start, folded, 0, Math.max(i - start, folded.length()));
    int marks = Tokens.SPACELESS_FLAG | (glued ? GLUED : 0) | (altered ? ALTERED : 0);
    token(start, i, first, h, (byte) marks);
    return i;
  }

  private int emoji(int start, int codePoint) {
    int first = used;
    int h = appendAll(CharacterRules.fold(codePoint));
    int i = start + Character.charCount(codePoint);
    if (CharacterRules.isFlagPart(codePoint)
        && i < text.length()
        && CharacterRules.isFlagPart(text.codePointAt(i))) {
      h = appendMore(h, Character.toString(text.codePointAt(i)));
      i += 2;
    }
    boolean altered = false;
    while (i < text.length() && i - start < MOST_JOINED && kindAt(i) == MARK) {
      int mark = text.codePointAt(i);
      i += Character.charCount(mark);
      if (mark == 0x200D && kindAt(i) == EMOJI) {
        int next = text.codePointAt(i);
        h = appendMore(appendMore(h, "\u200D"), Character.toString(next));
        i += Character.charCount(next);
      } else {
        altered = true;
      }
    }
    token(start, i, first, h, altered ? ALTERED : 0);
    return i;
  }

  private void token(int start, int stop, int first, int h, byte marks) {
    if (size == from.length) {
      grow();
    }
    sentence[size] = sentenceOfNext(start);
    from[size] = first;
    to[size] = used;
    begin[size] = start;
    end[size] = stop;
    hash[size] = h;
    flags[size] = marks;
    size++;
  }

  private int sentenceOfNext(int start) {
    boolean ended = breaks.word(text, start);
    if (size == 0) {
      sentenceFrom = 0;
      return 0;
    }
    int before = sentence[size - 1];
    if (ended || size - sentenceFrom == LONGEST_SENTENCE) {
      sentenceFrom = size;
      return before + 1;
    }
    return before;
  }

  private void grow() {
    int length = size * 2;
    from = Arrays.copyOf(from, length);
    to = Arrays.copyOf(to, length);
    begin = Arrays.copyOf(begin, length);
    end = Arrays.copyOf(end, length);
    sentence = Arrays.copyOf(sentence, length);
    hash = Arrays.copyOf(hash, length);
    flags = Arrays.copyOf(flags, length);
  }

  private void append(char c) {
    if (used == chars.length) {
      chars = Arrays.copyOf(chars, used * 2);
    }
    chars[used++] = c;
  }

  private int appendAll(String folded) {
    return appendMore(0, folded);
  }

  private int appendMore(int h, String folded) {
    int result = h;
    for (int k = 0; k < folded.length(); k++) {
      append(folded.charAt(k));
      result = 31 * result + folded.charAt(k);
    }
    return result;
  }

  /*
   * Signs: #hashtag, @handle, $CASH. A sign is an extra name of the token that follows it, so
   * that the word in it is found as a plain word too.
   */
  private void sign(int i, int width, int codePoint) {
    if (i > 0 && standsInWord(text.codePointBefore(i))) {
      return;
    }
    char mark = codePoint == '＃' ? '#' : codePoint == '＠' ? '@' : (char) codePoint;
    int stop = SignRules.end(text, i + width, mark);
    if (stop < 0) {
      return;
    }
    addSign(mark, i + width, stop);
    int domain = mark == '@' ? text.indexOf('@', i + width) : -1;
    if (domain > 0 && domain < stop) {
      addSign(mark, i + width, domain);
    }
  }

  private static boolean standsInWord(int codePoint) {
    byte kind = CharacterRules.kind(codePoint);
    return kind == LETTER || kind == DIGIT || codePoint == '_';
  }

  private void addSign(char mark, int start, int stop) {
    if (signs == signToken.length) {
      signToken = Arrays.copyOf(signToken, signs * 2);
      signFrom = Arrays.copyOf(signFrom, signs * 2);
      signTo = Arrays.copyOf(signTo, signs * 2);
    }
    signToken[signs] = size;
    signFrom[signs] = used;
    append(mark);
    appendAll(SignRules.fold(text.substring(start, stop)));
    signTo[signs] = used;
    signs++;
  }

  private void dropSignsBehindTheLastToken() {
    while (signs > 0 && signToken[signs - 1] >= size) {
      signs--;
    }
  }
}
