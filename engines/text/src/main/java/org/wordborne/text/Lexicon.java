package org.wordborne.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// Words of our own choosing that carry a mood, negate, or turn a sentence, by language.
///
/// The file has a line a list: `de + lecker* toll freundlich*`; a star stands for any ending.
final class Lexicon {
  static final byte POSITIVE = 1;
  static final byte NEGATIVE = 2;
  static final byte NEGATION = 4;
  static final byte CONTRAST = 8;
  static final byte STRONGER = 16;

  private static final int STEM = 55;
  private static final int SHORTEST_STEM = 3;
  private static final Lexicon NONE = new Lexicon();
  private static final Map<String, Lexicon> ALL = read();

  private int[] keys = new int[64];
  private byte[] marks = new byte[64];
  private int size;

  private Lexicon() {}

  /// Returns the list of a language; an empty one where there is none.
  static Lexicon of(String language) {
    return ALL.getOrDefault(language, NONE);
  }

  /// Returns the marks of a token of the scan, 0 for an ordinary word.
  byte marks(Scan scan, int token) {
    if (size == 0) {
      return 0;
    }
    byte whole = find(scan.hash[token] | 1);
    if (whole != 0) {
      return whole;
    }
    int h = Hashes.SEED;
    int from = scan.foldStart[token];
    byte found = 0;
    for (int i = from; i < scan.foldEnd[token]; i++) {
      h = Hashes.step(h, scan.folded[i]);
      if (i - from + 1 >= SHORTEST_STEM) {
        byte stem = find(Hashes.key(h, STEM) | 1);
        found = stem == 0 ? found : stem;
      }
    }
    return found;
  }

  private byte find(int key) {
    int mask = keys.length - 1;
    for (int at = spread(key) & mask; keys[at] != 0; at = (at + 1) & mask) {
      if (keys[at] == key) {
        return marks[at];
      }
    }
    return 0;
  }

  private static int spread(int key) {
    return key * 0x9E3779B9 >>> 7;
  }

  private void put(String word, byte mark) {
    boolean stem = word.endsWith("*");
    int hash = Hashes.of(stem ? word.substring(0, word.length() - 1) : word);
    put((stem ? Hashes.key(hash, STEM) : hash) | 1, mark);
  }

  private void put(int key, byte mark) {
    if (size * 2 >= keys.length) {
      grow();
    }
    int mask = keys.length - 1;
    int at = spread(key) & mask;
    while (keys[at] != 0 && keys[at] != key) {
      at = (at + 1) & mask;
    }
    size += keys[at] == 0 ? 1 : 0;
    keys[at] = key;
    marks[at] |= mark;
  }

  private void grow() {
    int[] oldKeys = keys;
    byte[] oldMarks = marks;
    keys = new int[oldKeys.length * 2];
    marks = new byte[keys.length];
    size = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        put(oldKeys[i], oldMarks[i]);
      }
    }
  }

  private static Map<String, Lexicon> read() {
    var all = new HashMap<String, Lexicon>();
    try (InputStream in = Objects.requireNonNull(Lexicon.class.getResourceAsStream("lexicon.txt"));
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && line.charAt(0) != '#') {
          String[] parts = line.strip().split("\\s+");
          var lexicon = all.computeIfAbsent(parts[0], _ -> new Lexicon());
          for (int i = 2; i < parts.length; i++) {
            lexicon.put(parts[i], mark(parts[1]));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  private static byte mark(String sign) {
    return switch (sign) {
      case "+" -> POSITIVE;
      case "-" -> NEGATIVE;
      case "not" -> NEGATION;
      case "but" -> CONTRAST;
      case "very" -> STRONGER;
      default -> throw new IllegalStateException("lexicon.txt: unknown sign '" + sign + "'");
    };
  }
}
