package org.wordborne.text;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// A hashed table of small weights: a row a feature, the columns of all heads side by side.
///
/// A feature without a row weighs nothing. Keys are kept whole, so that strangers do not collide.
final class Table {
  /// Where a feature has no row.
  static final int ABSENT = -1;

  /// Columns of every table: a row is half a cache line, and the sums are added without a tail.
  static final int COLUMNS = 32;

  private static final int SIEVE_BITS = 20;
  private static final int MOST_AT_ONCE = 256;
  private static final long LANES = 0x00FF00FF00FF00FFL;
  private static final long UP = 0x8080808080808080L;
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /*
   * Most features of a text have no row. The sieve, a bit for each key, stays in the cache and
   * spares most of them the way to the slots.
   */
  private final long[] sieve = new long[1 << SIEVE_BITS - 6];
  private final int[] keys;
  private final byte[] weights;
  private final int[] slots;
  private final int shift;

  /// Makes a table; `weights` holds [#COLUMNS] bytes for each key.
  Table(int[] keys, byte[] weights) {
    this.keys = keys;
    this.weights = weights;
    int bits = Math.max(4, 33 - Integer.numberOfLeadingZeros(keys.length));
    shift = 32 - bits;
    slots = new int[2 << bits];
    for (int row = 0; row < keys.length; row++) {
      place(keys[row], row);
    }
  }

  private void place(int key, int row) {
    int at = key >>> shift << 1;
    while (slots[at] != 0) {
      at = at + 2 & slots.length - 1;
    }
    slots[at] = key;
    slots[at + 1] = row;
    sieve[key >>> 32 - SIEVE_BITS + 6] |= 1L << (key >>> 32 - SIEVE_BITS);
  }

  /// Returns the row of a key, or [#ABSENT].
  int row(int key) {
    if ((sieve[key >>> 32 - SIEVE_BITS + 6] & 1L << (key >>> 32 - SIEVE_BITS)) == 0) {
      return ABSENT;
    }
    int at = key >>> shift << 1;
    while (slots[at] != key) {
      if (slots[at] == 0) {
        return ABSENT;
      }
      at = at + 2 & slots.length - 1;
    }
    return slots[at + 1];
  }

  /// Adds the rows of the first `count` keys to `sums`, which has a place for each column, and
  /// notes the row of each key in `rows`.
  void sum(int[] keysOfText, int count, int[] sums, int[] rows) {
    for (int i = 0; i < count; i++) {
      rows[i] = row(keysOfText[i]);
    }
    add(rows, count, sums);
  }

  /*
   * Eight weights are added at a time, as four sums of 16 bits in each of two words: the weights
   * at even places and those at odd ones, moved up by 128 so that no sum borrows from the next.
   * 256 rows fill the 16 bits; then the sums are poured out. Three times as fast, measured, as
   * the plain loop that the compiler makes vectors of.
   */
  private void add(int[] rows, int count, int[] sums) {
    for (int column = 0; column < COLUMNS; column += 16) {
      for (int from = 0; from < count; from += MOST_AT_ONCE) {
        add(rows, from, Math.min(count, from + MOST_AT_ONCE), sums, column);
      }
    }
  }

  private void add(int[] rows, int from, int to, int[] sums, int column) {
    byte[] all = weights;
    long even = 0;
    long odd = 0;
    long evenNext = 0;
    long oddNext = 0;
    int added = 0;
    for (int i = from; i < to; i++) {
      if (rows[i] >= 0) {
        int at = rows[i] * COLUMNS + column;
        long eight = (long) EIGHT.get(all, at) ^ UP;
        even += eight & LANES;
        odd += eight >>> 8 & LANES;
        eight = (long) EIGHT.get(all, at + 8) ^ UP;
        evenNext += eight & LANES;
        oddNext += eight >>> 8 & LANES;
        added++;
      }
    }
    pour(even, odd, added, sums, column);
    pour(evenNext, oddNext, added, sums, column + 8);
  }

  private static void pour(long even, long odd, int added, int[] sums, int column) {
    for (int lane = 0; lane < 4; lane++) {
      sums[column + 2 * lane] += (int) (even >>> 16 * lane & 0xFFFF) - 128 * added;
      sums[column + 2 * lane + 1] += (int) (odd >>> 16 * lane & 0xFFFF) - 128 * added;
    }
  }

  /// Returns one weight.
  int weight(int row, int column) {
    return weights[row * COLUMNS + column];
  }

  int rows() {
    return keys.length;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(keys.length);
    var bytes = ByteBuffer.allocate(keys.length * 4);
    bytes.asIntBuffer().put(keys);
    out.write(bytes.array());
    out.write(weights);
  }

  static Table read(DataInputStream in) throws IOException {
    int rows = in.readInt();
    int[] keys = new int[rows];
    ByteBuffer.wrap(in.readNBytes(rows * 4)).asIntBuffer().get(keys);
    return new Table(keys, in.readNBytes(rows * COLUMNS));
  }
}
