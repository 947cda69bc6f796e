package org.wordborne.query;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What each code point is to the tokenizer, and what it is folded to.
final class CharacterRules {
  static final byte OTHER = 0;
  static final byte LETTER = 1;
  static final byte DIGIT = 2;

  /// Belongs to what stands before it: accents, joiners, modifiers.
  static final byte MARK = 3;

  /// A letter of a script that writes no spaces between words, or of Korean, whose particles
  /// cling to the word: each is a token of its own.
  static final byte SPACELESS = 4;

  static final byte EMOJI = 5;

  private static final int PAGE_BITS = 8;
  private static final int PAGE_SIZE = 1 << PAGE_BITS;

  /*
   * Pages are worked out when first asked for. The race is harmless: a page is immutable behind
   * final fields, and two threads work out the same one.
   */
  private static final @Nullable Page[] PAGES = new Page[(Character.MAX_CODE_POINT >> 8) + 1];

  /// Letters that carry their difference in the shape, not in an accent that could be taken off.
  private static final Map<Integer, String> SHAPES =
      Map.ofEntries(
          Map.entry((int) 'ł', "l"),
          Map.entry((int) 'ø', "o"),
          Map.entry((int) 'đ', "d"),
          Map.entry((int) 'ħ', "h"),
          Map.entry((int) 'ŧ', "t"),
          Map.entry((int) 'æ', "ae"),
          Map.entry((int) 'œ', "oe"),
          Map.entry((int) 'ð', "d"),
          Map.entry((int) 'þ', "th"),
          Map.entry((int) 'ı', "i"));

  private CharacterRules() {}

  private record Page(byte[] kinds, String[] folds) {}

  static byte kind(int codePoint) {
    return page(codePoint).kinds[codePoint & (PAGE_SIZE - 1)];
  }

  /// Returns what a code point is compared as: without case, accent and width; may be empty.
  static String fold(int codePoint) {
    return page(codePoint).folds[codePoint & (PAGE_SIZE - 1)];
  }

  /// Folds a whole value, such as a topic's name: edges trimmed, one space for many.
  static String foldAll(String value) {
    var text = value.strip();
    var folded = new StringBuilder(text.length());
    boolean afterSpace = false;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      boolean space = codePoint == ' ' || codePoint >= '\t' && codePoint <= '\r';
      if (!space) {
        if (afterSpace && !folded.isEmpty()) {
          folded.append(' ');
        }
        folded.append(foldOrKeep(codePoint));
      }
      afterSpace = space;
    }
    return folded.toString();
  }

  private static String foldOrKeep(int codePoint) {
    byte kind = kind(codePoint);
    return kind == OTHER || kind == EMOJI ? Character.toString(codePoint) : fold(codePoint);
  }

  private static Page page(int codePoint) {
    int number = codePoint >> PAGE_BITS;
    var page = PAGES[number];
    if (page == null) {
      page = workOut(number << PAGE_BITS);
      PAGES[number] = page;
    }
    return page;
  }

  private static Page workOut(int first) {
    var kinds = new byte[PAGE_SIZE];
    var folds = new String[PAGE_SIZE];
    for (int i = 0; i < PAGE_SIZE; i++) {
      kinds[i] = kindOf(first + i);
      folds[i] = foldOf(first + i, kinds[i]);
    }
    return new Page(kinds, folds);
  }

  private static byte kindOf(int codePoint) {
    if (isJoining(codePoint)) {
      return MARK;
    }
    if (isPictured(codePoint)) {
      return EMOJI;
    }
    return switch (Character.getType(codePoint)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.OTHER_LETTER,
          Character.LETTER_NUMBER ->
          isSpaceless(codePoint) ? SPACELESS : LETTER;
      case Character.MODIFIER_LETTER -> kindOfModifier(codePoint);
      case Character.OTHER_NUMBER -> LETTER;
      case Character.DECIMAL_DIGIT_NUMBER -> DIGIT;
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          MARK;
      case Character.FORMAT -> codePoint == 0x200B ? OTHER : MARK;
      default -> OTHER;
    };
  }

  /// The letter apostrophe splits a word as the common one does.
  private static byte kindOfModifier(int codePoint) {
    if (codePoint >= 0x02B9 && codePoint <= 0x02BF) {
      return OTHER;
    }
    return codePoint == 0x30FC || codePoint == 0xFF70 || isSpaceless(codePoint)
        ? SPACELESS
        : LETTER;
  }

  /// Vowel and final parts of a decomposed Korean syllable, voice marks, skin tones.
  private static boolean isJoining(int codePoint) {
    return codePoint >= 0x1160 && codePoint <= 0x11FF
        || codePoint >= 0xFF9E && codePoint <= 0xFF9F
        || Character.isEmojiModifier(codePoint);
  }

  private static boolean isPictured(int codePoint) {
    if (codePoint < 0x231A) {
      return false;
    }
    return Character.isEmojiPresentation(codePoint)
        || isFlagPart(codePoint)
        || (codePoint >= 0x2600 && Character.isExtendedPictographic(codePoint));
  }

  static boolean isFlagPart(int codePoint) {
    return codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
  }

  private static boolean isSpaceless(int codePoint) {
    return switch (UnicodeScript.of(codePoint)) {
      case HAN, HIRAGANA, KATAKANA, BOPOMOFO, HANGUL, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }

  private static String foldOf(int codePoint, byte kind) {
    return switch (kind) {
      case MARK -> foldMark(codePoint);
      case DIGIT -> Integer.toString(Character.digit(codePoint, 10));
      case LETTER -> foldLetter(codePoint);
      case SPACELESS -> Normalizer.normalize(Character.toString(codePoint), Form.NFKC);
      default -> Character.toString(codePoint);
    };
  }

  private static String foldMark(int codePoint) {
    return isDroppedMark(codePoint) ? "" : Character.toString(codePoint);
  }

  private static boolean isDroppedMark(int codePoint) {
    if (Character.getType(codePoint) == Character.FORMAT || Character.isEmojiModifier(codePoint)) {
      return true;
    }
    return switch (UnicodeScript.of(codePoint)) {
      case INHERITED, LATIN, GREEK, CYRILLIC, ARABIC, HEBREW -> true;
      default -> false;
    };
  }

  private static String foldLetter(int codePoint) {
    if (codePoint == 0x0640) {
      return ""; // The Arabic stretch lengthens a word without changing it.
    }
    var apart = Normalizer.normalize(Character.toString(codePoint), Form.NFKD);
    var kept = new StringBuilder();
    apart.codePoints().filter(CharacterRules::isKept).forEach(kept::appendCodePoint);
    var lower = kept.toString().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    var folded = new StringBuilder();
    lower
        .codePoints()
        .filter(CharacterRules::isKept)
        .forEach(c -> folded.append(SHAPES.getOrDefault(c, Character.toString(c))));
    return folded.toString();
  }

  private static boolean isKept(int codePoint) {
    if (Character.isLetterOrDigit(codePoint)) {
      return true;
    }
    int type = Character.getType(codePoint);
    boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    return (mark && !isDroppedMark(codePoint)) || type == Character.LETTER_NUMBER;
  }
}
