package org.wordborne.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {
  /// Against a plain loop over the same rows, with strangers among the keys.
  @ParameterizedTest(name = "{0} keys")
  @ValueSource(ints = {0, 1, 255, 256, 257, 1_000})
  void sum_anyKeys_isThatOfAPlainLoop(int count) {
    var random = new SplittableRandom(count);
    int[] known = random.ints(500).distinct().filter(key -> key != 0).toArray();
    byte[] weights = new byte[known.length * Table.COLUMNS];
    random.nextBytes(weights);
    int[] keys = new int[count];
    int[] expected = new int[Table.COLUMNS];
    for (int i = 0; i < count; i++) {
      int row = random.nextInt(known.length * 2);
      keys[i] = row < known.length ? known[row] : random.nextInt() | 1;
      for (int c = 0; c < Table.COLUMNS && row < known.length; c++) {
        expected[c] += weights[row * Table.COLUMNS + c];
      }
    }

    int[] sums = new int[Table.COLUMNS];
    new Table(known, weights).sum(keys, count, sums, new int[count]);

    assertThat(sums).isEqualTo(expected);
  }
}
