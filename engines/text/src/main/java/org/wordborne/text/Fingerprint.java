package org.wordborne.text;

import java.util.concurrent.ConcurrentLinkedQueue;

/// A 64-bit fingerprint under which near copies of a text lie near each other.
///
/// Similarity hash (Charikar, *Similarity Estimation Techniques from Rounding Algorithms*, STOC
/// 2002) over words and pairs of words; case, marks, links, handles, emoji and the `RT` of a
/// repost are left out.
public final class Fingerprint {
  /// Texts at most this many bits apart are near copies.
  public static final int NEAR = 8;

  private static final int BITS = 64;
  private static final int REPOST = Hashes.of("rt");
  private static final ConcurrentLinkedQueue<Scan> IDLE = new ConcurrentLinkedQueue<>();

  private Fingerprint() {}

  /// Returns the fingerprint of a text; 0 where it has no words.
  public static long of(String text) {
    Scan scan = IDLE.poll();
    if (scan == null) {
      scan = new Scan();
    }
    scan.read(text);
    long print = of(scan);
    IDLE.offer(scan);
    return print;
  }

  private static long of(Scan scan) {
    int[] votes = new int[BITS];
    int previous = 0;
    boolean any = false;
    for (int t = 0; t < scan.count; t++) {
      boolean word = scan.kind[t] == Token.WORD || scan.kind[t] == Token.NUMBER;
      if (word && scan.hash[t] != REPOST) {
        vote(votes, scan.hash[t], 1);
        if (any) {
          vote(votes, Hashes.pair(previous, scan.hash[t]), 2);
        }
        previous = scan.hash[t];
        any = true;
      }
    }
    return any ? print(votes) : 0;
  }

  private static long print(int[] votes) {
    long print = 0;
    for (int bit = 0; bit < BITS; bit++) {
      print |= votes[bit] > 0 ? 1L << bit : 0;
    }
    return print == 0 ? 1 : print;
  }

  private static void vote(int[] votes, int hash, int weight) {
    long h = hash * 0x9E3779B97F4A7C15L;
    h ^= h >>> 32;
    h *= 0xBF58476D1CE4E5B9L;
    h ^= h >>> 29;
    for (int bit = 0; bit < BITS; bit++) {
      votes[bit] += (h >>> bit & 1) == 0 ? -weight : weight;
    }
  }

  /// Returns the number of bits in which two fingerprints differ, in `[0, 64]`.
  public static int distance(long a, long b) {
    return Long.bitCount(a ^ b);
  }
}
