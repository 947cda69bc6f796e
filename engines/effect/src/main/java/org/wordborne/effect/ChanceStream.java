package org.wordborne.effect;

import java.nio.ByteBuffer;
import java.security.MessageDigest;

/// Numbers out of a seed, the same for everybody who has it.
///
/// Block j is SHA-256 of the seed and j as eight bytes, big endian; each block gives four words
/// of 64 bits. Of n equal chances one is taken by rejection: words from the last incomplete run
/// of n are passed over, so that no chance is above another (a plain remainder would favour the
/// small ones).
final class ChanceStream {
  private final byte[] seed;
  private final MessageDigest hash = Bits.sha256();
  private ByteBuffer block = ByteBuffer.allocate(0);
  private long next;

  ChanceStream(byte[] seed) {
    this.seed = seed.clone();
  }

  long word() {
    if (!block.hasRemaining()) {
      hash.update(seed);
      byte[] counter = ByteBuffer.allocate(Long.BYTES).putLong(next++).array();
      block = ByteBuffer.wrap(hash.digest(counter));
    }
    return block.getLong();
  }

  /// A number in `[0, n)`, each with the same chance.
  long below(long n) {
    long incomplete = Long.remainderUnsigned(-n, n); // 2^64 mod n
    long word = word();
    while (incomplete != 0 && Long.compareUnsigned(word, -incomplete) >= 0) {
      word = word();
    }
    return Long.remainderUnsigned(word, n);
  }
}
