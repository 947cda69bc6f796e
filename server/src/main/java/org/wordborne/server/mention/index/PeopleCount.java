package org.wordborne.server.mention.index;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/// Counts distinct people over segments, by a 64-bit hash of each: among a million people two
/// share one with a chance below one in ten million.
final class PeopleCount {
  private long[] table = new long[1 << 10];
  private int size;
  private boolean zero;

  void add(SortedDocValues names, FixedBitSet found) throws IOException {
    int ord = found.nextSetBit(0);
    while (ord != DocIdSetIterator.NO_MORE_DOCS && ord < names.getValueCount()) {
      var name = names.lookupOrd(ord);
      add(hash(name));
      ord = ord + 1 < found.length() ? found.nextSetBit(ord + 1) : DocIdSetIterator.NO_MORE_DOCS;
    }
  }

  /// FNV-1a, its bits mixed once more because the table looks at the lowest only.
  private static long hash(BytesRef name) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < name.length; i++) {
      hash = (hash ^ (name.bytes[name.offset + i] & 0xFF)) * 0x100000001B3L;
    }
    hash = (hash ^ (hash >>> 33)) * 0xFF51AFD7ED558CCDL;
    return hash ^ (hash >>> 33);
  }

  long count() {
    return size + (zero ? 1 : 0);
  }

  private void add(long hash) {
    if (hash == 0) {
      zero = true;
      return;
    }
    if (size * 2 >= table.length) {
      grow();
    }
    if (put(table, hash)) {
      size++;
    }
  }

  private static boolean put(long[] table, long hash) {
    int at = (int) hash & (table.length - 1);
    while (table[at] != 0) {
      if (table[at] == hash) {
        return false;
      }
      at = (at + 1) & (table.length - 1);
    }
    table[at] = hash;
    return true;
  }

  private void grow() {
    var larger = new long[table.length * 2];
    Arrays.stream(table).filter(hash -> hash != 0).forEach(hash -> put(larger, hash));
    table = larger;
  }
}
