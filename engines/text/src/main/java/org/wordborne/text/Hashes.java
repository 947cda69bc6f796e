package org.wordborne.text;

/// The hash under which features are known. Keys are 32 bits; 0 is never a key.
final class Hashes {
  private static final int PRIME = 0x01000193;

  /// Where the hash of a character sequence begins.
  static final int SEED = 0x811C9DC5;

  private Hashes() {}

  /// Returns a running hash with one more character.
  static int step(int hash, int character) {
    return (hash ^ character) * PRIME;
  }

  /// Returns the key of a running hash, in a family of features of its own.
  static int key(int hash, int family) {
    int h = hash + family * 0x9E3779B9;
    h ^= h >>> 16;
    h *= 0x85EBCA6B;
    h ^= h >>> 13;
    h *= 0xC2B2AE35;
    h ^= h >>> 16;
    return h == 0 ? 1 : h;
  }

  /// Returns the running hash of two things in order.
  static int pair(int first, int second) {
    return (Integer.rotateLeft(first, 9) ^ 0x5BD1E995) * 0x2C1B3C6D + second;
  }

  /// Returns the running hash of a word that is already folded.
  static int of(CharSequence folded) {
    int hash = SEED;
    for (int i = 0; i < folded.length(); i++) {
      hash = step(hash, folded.charAt(i));
    }
    return hash;
  }
}
