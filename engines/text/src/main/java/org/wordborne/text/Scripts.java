package org.wordborne.text;

import java.util.Arrays;

/// Which writing a text is in, and the languages that a writing alone tells.
final class Scripts {
  static final int LATIN = 0;
  static final int CYRILLIC = 1;
  static final int ARABIC = 2;
  static final int DEVANAGARI = 3;
  static final int HAN = 4;
  static final int KANA = 5;
  private static final int FIRST_PLAIN = 6;

  /// Writings of one language, or of one that is by far the most written: from, to, language.
  private static final int[] FROM = {
    0x370, 0x530, 0x590, 0x980, 0xA00, 0xA80, 0xB80, 0xC00, 0xC80, 0xD00, 0xD80, 0xE00, 0xE80,
    0x1000, 0x10A0, 0x1100, 0x1200, 0x1780, 0x1F00, 0xAC00
  };

  private static final int[] TO = {
    0x3FF, 0x58F, 0x5FF, 0x9FF, 0xA7F, 0xAFF, 0xBFF, 0xC7F, 0xCFF, 0xD7F, 0xDFF, 0xE7F, 0xEFF,
    0x109F, 0x10FF, 0x11FF, 0x139F, 0x17FF, 0x1FFF, 0xD7AF
  };

  private static final String[] LANGUAGE = {
    "el", "hy", "he", "bn", "pa", "gu", "ta", "te", "kn", "ml", "si", "th", "lo", "my", "ka", "ko",
    "am", "km", "el", "ko"
  };

  private final int[] counts = new int[FIRST_PLAIN + FROM.length];
  private int total;

  /// Counts the letters of the words of a scan.
  void count(Scan scan) {
    Arrays.fill(counts, 0);
    total = 0;
    for (int t = 0; t < scan.count; t++) {
      if (scan.kind[t] == Token.WORD) {
        for (int i = scan.foldStart[t]; i < scan.foldEnd[t]; i++) {
          count(scan.folded[i]);
        }
      }
    }
  }

  private void count(char c) {
    int script = script(c);
    if (script >= 0) {
      counts[script]++;
      total++;
    }
  }

  private static int script(char c) {
    if (c < 0x250) {
      return c >= 'a' && c <= 'z' || c >= 0xC0 ? LATIN : -1;
    }
    if (c >= 0x400 && c <= 0x52F) {
      return CYRILLIC;
    }
    if (c >= 0x600 && c <= 0x77F || c >= 0xFB50 && c <= 0xFEFC) {
      return ARABIC;
    }
    if (c >= 0x900 && c <= 0x97F) {
      return DEVANAGARI;
    }
    if (c >= 0x3040 && c <= 0x30FF) {
      return KANA;
    }
    if (c >= 0x3400 && c <= 0x9FFF) {
      return HAN;
    }
    for (int i = 0; i < FROM.length; i++) {
      if (c >= FROM[i] && c <= TO[i]) {
        return FIRST_PLAIN + i;
      }
    }
    return c >= 0x1E00 && c <= 0x1EFF ? LATIN : -1;
  }

  int letters() {
    return total;
  }

  /// Returns the writing with the most letters, kana counting for the ideographs beside it.
  int main() {
    if (counts[KANA] * 10 > counts[HAN] && counts[KANA] > 0 && counts[KANA] * 5 > total) {
      return KANA;
    }
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return best;
  }

  /// Returns the share of letters in a writing, in `[0, 1]`.
  double share(int script) {
    int letters = script == KANA ? counts[KANA] + counts[HAN] : counts[script];
    return total == 0 ? 0 : (double) letters / total;
  }

  /// Returns the language that a writing tells, or `""` where several share it.
  static String language(int script) {
    return switch (script) {
      case LATIN, CYRILLIC, ARABIC -> "";
      case DEVANAGARI -> "hi";
      case HAN -> "zh";
      case KANA -> "ja";
      default -> LANGUAGE[script - FIRST_PLAIN];
    };
  }

  /// Returns the writing of a modelled language.
  static int of(String language) {
    return switch (language) {
      case "ru", "uk", "bg", "sr" -> CYRILLIC;
      case "ar", "fa", "ur" -> ARABIC;
      default -> LATIN;
    };
  }
}
