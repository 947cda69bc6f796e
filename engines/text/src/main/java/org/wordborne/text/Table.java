package org.wordborne.text;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/// A hashed table of small weights: a row a feature, the columns of all heads side by side.
///
/// A feature without a row weighs nothing. Keys are kept whole, so that strangers do not collide.
final class Table {
  /// Where a feature has no row.
  static final int ABSENT = -1;

  /// Columns of every table: a row is half a cache line, and the sums are added without a tail.
  static final int COLUMNS = 32;

  private static final int SIEVE_BITS = 20;

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

  /// Adds the rows of the first `count` keys to `sums`, which has a place for each column.
  void sum(int[] keysOfText, int count, int[] sums) {
    for (int i = 0; i < count; i++) {
      int row = row(keysOfText[i]);
      if (row >= 0) {
        add(row, sums);
      }
    }
  }

  /// As [#sum(int\[\], int, int\[\])], and notes the row of each key for the reasons.
  void sum(int[] keysOfText, int count, int[] sums, int[] rows) {
    for (int i = 0; i < count; i++) {
      int row = row(keysOfText[i]);
      rows[i] = row;
      if (row >= 0) {
        add(row, sums);
      }
    }
  }

  private void add(int row, int[] sums) {
    int base = row * COLUMNS;
    byte[] all = weights;
    for (int c = 0; c < COLUMNS; c++) {
      sums[c] += all[base + c];
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
