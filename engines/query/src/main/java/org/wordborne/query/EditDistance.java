package org.wordborne.query;

/// How many edits part two words: a character more, less, other, or two neighbours swapped, no
/// stretch being edited twice (the optimal string alignment distance).
final class EditDistance {
  private EditDistance() {}

  static int of(String one, String other) {
    var a = one.codePoints().toArray();
    var b = other.codePoints().toArray();
    var table = new int[a.length + 1][b.length + 1];
    for (int i = 0; i <= a.length; i++) {
      for (int j = 0; j <= b.length; j++) {
        table[i][j] = cell(table, a, b, i, j);
      }
    }
    return table[a.length][b.length];
  }

  private static int cell(int[][] table, int[] a, int[] b, int i, int j) {
    if (i == 0 || j == 0) {
      return i + j;
    }
    int change = a[i - 1] == b[j - 1] ? 0 : 1;
    int best = Math.min(table[i - 1][j], table[i][j - 1]) + 1;
    best = Math.min(best, table[i - 1][j - 1] + change);
    if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
      best = Math.min(best, table[i - 2][j - 2] + 1);
    }
    return best;
  }
}
