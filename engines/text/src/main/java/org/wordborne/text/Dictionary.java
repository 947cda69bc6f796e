package org.wordborne.text;

/// The features met in training, numbered; rare ones are dropped before numbers are given.
final class Dictionary {
  private int[] keys = new int[1 << 20];
  private int[] values = new int[1 << 20];
  private int size;

  /// Counts one meeting of a key.
  void meet(int key) {
    if (size * 5L > keys.length * 3L) {
      grow();
    }
    int at = slot(keys, key);
    if (keys[at] == 0) {
      keys[at] = key;
      size++;
    }
    values[at]++;
  }

  /// Keeps the keys met at least `least` times and numbers them from 0, by their value.
  int number(int least) {
    int kept = 0;
    int[] keep = new int[size];
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != 0 && values[i] >= least) {
        keep[kept++] = keys[i];
      }
    }
    return number(java.util.Arrays.copyOf(keep, kept));
  }

  /// Holds exactly these keys, numbered in unsigned order. Returns how many there are.
  int number(int[] kept) {
    int[] sorted = kept.clone();
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] ^= Integer.MIN_VALUE;
    }
    java.util.Arrays.sort(sorted);
    int slots = Integer.highestOneBit(Math.max(16, sorted.length)) << 2;
    keys = new int[slots];
    values = new int[slots];
    for (int i = 0; i < sorted.length; i++) {
      int at = slot(keys, sorted[i] ^ Integer.MIN_VALUE);
      keys[at] = sorted[i] ^ Integer.MIN_VALUE;
      values[at] = i;
    }
    size = sorted.length;
    return size;
  }

  /// Returns the number of a key, or -1.
  int find(int key) {
    int at = slot(keys, key);
    return keys[at] == 0 ? -1 : values[at];
  }

  int size() {
    return size;
  }

  /// Returns the keys in the order of their numbers.
  int[] ordered() {
    int[] ordered = new int[size];
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != 0) {
        ordered[values[i]] = keys[i];
      }
    }
    return ordered;
  }

  private static int slot(int[] table, int key) {
    int mask = table.length - 1;
    int at = key * 0x9E3779B9 >>> 5 & mask;
    while (table[at] != 0 && table[at] != key) {
      at = at + 1 & mask;
    }
    return at;
  }

  private void grow() {
    int[] oldKeys = keys;
    int[] oldValues = values;
    keys = new int[oldKeys.length * 2];
    values = new int[oldKeys.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int at = slot(keys, oldKeys[i]);
        keys[at] = oldKeys[i];
        values[at] = oldValues[i];
      }
    }
  }
}
