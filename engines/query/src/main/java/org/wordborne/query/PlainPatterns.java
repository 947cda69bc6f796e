package org.wordborne.query;

/// Patterns read step by step, without the machines that the fast readings use.
final class PlainPatterns {
  private PlainPatterns() {}

  /// Says whether a word is meant by a wildcard, by filling a table of what fits how far.
  static boolean wildcard(String glob, String word) {
    var pattern = glob.codePoints().toArray();
    var letters = word.codePoints().toArray();
    var fits = new boolean[letters.length + 1];
    fits[0] = true;
    for (int sign : pattern) {
      fits = sign == '*' ? afterStar(fits) : afterOne(fits, sign, letters);
    }
    return fits[letters.length];
  }

  private static boolean[] afterStar(boolean[] before) {
    var fits = new boolean[before.length];
    boolean any = false;
    for (int i = 0; i < before.length; i++) {
      any |= before[i];
      fits[i] = any;
    }
    return fits;
  }

  private static boolean[] afterOne(boolean[] before, int sign, int[] letters) {
    var fits = new boolean[before.length];
    for (int i = 1; i < before.length; i++) {
      fits[i] = before[i - 1] && (sign == '?' || sign == letters[i - 1]);
    }
    return fits;
  }

  /// Says whether a word is meant by a regular expression, by walking all its states at once.
  static boolean regex(WordPattern pattern, String word) {
    var nfa = pattern.nfa();
    var states = nfa.start();
    for (int codePoint : word.codePoints().toArray()) {
      states = nfa.step(states, codePoint);
    }
    return nfa.accepts(states);
  }
}
