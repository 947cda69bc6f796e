package org.wordborne.query;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The words of a text, in order: what every reading of a query looks at.
///
/// A word is a run of letters and digits, folded: without case, accents and width. Apostrophes
/// and hyphens part words, so that `Lantern's` holds `lantern`. In scripts without spaces, and in
/// Korean, each character is a word, *glued* to its neighbour. An emoji is a word. A *sign* is a
/// second name of a word: `#lantern`, `@ines`, `$abc`.
///
/// Immutable. Offsets are of UTF-16 `char`s; [#span] gives code points.
public final class Tokens {
  static final byte SPACELESS_FLAG = 4;

  private final String text;
  private final String[] words;
  private final int[] begin;
  private final int[] end;
  private final int[] sentence;
  private final byte[] flags;
  private final List<List<String>> signs;

  private Tokens(String text, TokenBuffer buffer) {
    this.text = text;
    int size = buffer.size;
    words = new String[size];
    for (int i = 0; i < size; i++) {
      words[i] = new String(buffer.chars, buffer.from[i], buffer.to[i] - buffer.from[i]);
    }
    begin = Arrays.copyOf(buffer.begin, size);
    end = Arrays.copyOf(buffer.end, size);
    sentence = Arrays.copyOf(buffer.sentence, size);
    flags = Arrays.copyOf(buffer.flags, size);
    signs = signs(buffer);
  }

  private static List<List<String>> signs(TokenBuffer buffer) {
    if (buffer.signs == 0) {
      return List.of();
    }
    var byToken = new ArrayList<List<String>>();
    for (int i = 0; i < buffer.size; i++) {
      byToken.add(List.of());
    }
    for (int k = 0; k < buffer.signs; k++) {
      int from = buffer.signFrom[k];
      var names = new ArrayList<>(byToken.get(buffer.signToken[k]));
      names.add(new String(buffer.chars, from, buffer.signTo[k] - from));
      byToken.set(buffer.signToken[k], names);
    }
    return List.copyOf(byToken);
  }

  /// Reads a text.
  public static Tokens of(String text) {
    var buffer = new TokenBuffer();
    buffer.read(text);
    return new Tokens(text, buffer);
  }

  /// Returns the number of words.
  public int size() {
    return words.length;
  }

  /// Returns the folded word at a place.
  public String word(int i) {
    return words[i];
  }

  /// Returns the word as it was written, in composed form.
  public String raw(int i) {
    return Normalizer.normalize(text.substring(begin[i], end[i]), Form.NFC);
  }

  /// Says whether folding changed the word.
  public boolean isAltered(int i) {
    return (flags[i] & TokenBuffer.ALTERED) != 0 && !raw(i).equals(words[i]);
  }

  /// Says whether the word stands directly behind another of a script without spaces.
  public boolean isGlued(int i) {
    return (flags[i] & TokenBuffer.GLUED) != 0;
  }

  /// Says whether the word is one character of a script without spaces.
  public boolean isSpaceless(int i) {
    return (flags[i] & SPACELESS_FLAG) != 0;
  }

  /// Returns the number of the word's sentence; the first is 0.
  public int sentence(int i) {
    return sentence[i];
  }

  /// Returns the word's further names, with their mark.
  public List<String> signs(int i) {
    return signs.isEmpty() ? List.of() : signs.get(i);
  }

  /// Returns the first `char` of a word.
  public int begin(int i) {
    return begin[i];
  }

  /// Returns the `char` behind a word.
  public int end(int i) {
    return end[i];
  }

  /// Returns the stretch from one word to the word before another, in code points of the text.
  public Span span(int first, int behind) {
    int start = text.codePointCount(0, begin[first]);
    return new Span(start, start + text.codePointCount(begin[first], end[behind - 1]));
  }
}
