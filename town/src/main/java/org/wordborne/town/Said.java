package org.wordborne.town;

/// Remembers which wordings were used, in two megabytes and for ever: people put things anew.
///
/// A Bloom filter with one hash: it may call a new wording used (then it is put differently), never
/// a used one new.
final class Said {
  private static final int BITS = 24;
  private final long[] used = new long[1 << (BITS - 6)];

  /// Whether `path` is said for the first time; from now on it is not.
  boolean first(long path) {
    long mixed = path * 0xBF58476D1CE4E5B9L;
    int bit = (int) (mixed >>> (64 - BITS));
    long mask = 1L << (bit & 63);
    boolean fresh = (used[bit >>> 6] & mask) == 0;
    used[bit >>> 6] |= mask;
    return fresh;
  }
}
