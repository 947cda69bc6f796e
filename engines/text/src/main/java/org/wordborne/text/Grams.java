package org.wordborne.text;

import java.util.Arrays;

/// Character n-grams of the words of a scan, each with the token it stands in.
///
/// Words come first, hashtags behind them: language is told by words alone.
final class Grams {
  private static final int LONG = 31;
  private static final int SHORT = 32;
  private static final int WHOLE = 33;

  /// The first grams say what the rest would.
  static final int TELLING = 200;

  private static final int LONGEST = 5;

  /// Grams of 3 to 5 characters.
  int[] key = new int[4096];

  int[] token = new int[4096];
  int count;

  /// How many of them stand in words.
  int inWords;

  /// Grams of 1 and 2 characters and whole words, of words only.
  int[] shortKey = new int[2048];

  int shortCount;

  /// How many long grams tell the language.
  int tellingLong() {
    return Math.min(inWords, TELLING);
  }

  /// How many short grams tell the language.
  int tellingShort() {
    return Math.min(shortCount, TELLING);
  }

  /// Gathers the grams of a scan.
  void gather(Scan scan) {
    count = 0;
    shortCount = 0;
    for (int t = 0; t < scan.count; t++) {
      if (scan.kind[t] == Token.WORD) {
        gather(scan, t, true);
      }
    }
    inWords = count;
    for (int t = 0; t < scan.count; t++) {
      if (scan.kind[t] == Token.HASHTAG) {
        gather(scan, t, false);
      }
    }
  }

  private void gather(Scan scan, int t, boolean word) {
    int from = scan.foldStart[t];
    int size = scan.foldEnd[t] - from;
    reserve(size + 2);
    if (word) {
      shortKey[shortCount++] = Hashes.key(scan.hash[t], WHOLE);
    }
    for (int i = -1; i < size; i++) {
      int h = Hashes.SEED;
      int last = Math.min(size, i + LONGEST - 1);
      for (int j = i; j <= last; j++) {
        h = Hashes.step(h, j < 0 || j == size ? '_' : scan.folded[from + j]);
        if (j >= i + 2) {
          key[count] = Hashes.key(h, LONG);
          token[count++] = t;
        } else if (word && (j == i + 1 || i >= 0)) {
          shortKey[shortCount++] = Hashes.key(h, SHORT);
        }
      }
    }
  }

  private void reserve(int positions) {
    if (count + positions * 3 > key.length) {
      int size = (count + positions * 3) * 2;
      key = Arrays.copyOf(key, size);
      token = Arrays.copyOf(token, size);
    }
    if (shortCount + positions * 2 > shortKey.length) {
      shortKey = Arrays.copyOf(shortKey, (shortCount + positions * 2) * 2);
    }
  }
}
