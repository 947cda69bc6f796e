package org.wordborne.network;

/// A stream of chance that two numbers fix: the seed and the number of the set or trial.
///
/// SplitMix64 (Steele, Lea, Flood, *Fast Splittable Pseudorandom Number Generators*, OOPSLA 2014)
/// begun at a mixed place, so that set 17 is the same whoever draws it and whatever was drawn
/// before.
final class Chance {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final long STREAM = 0xD1B54A32D192ED03L;
  private static final double UNIT = 0x1p-53;

  private long state;

  void begin(long seed, long number) {
    state = mix(mix(seed + GOLDEN) ^ mix(number * STREAM + GOLDEN));
  }

  long next() {
    state += GOLDEN;
    return mix(state);
  }

  /// In [0, 1), in steps of 2^-53.
  double unit() {
    return (next() >>> 11) * UNIT;
  }

  /// True with the chance whose [#line] is given.
  boolean below(long line) {
    return next() >>> 1 < line;
  }

  /// A whole number in [0, bound); the bias is below bound by 2^64.
  int whole(int bound) {
    return (int) Math.unsignedMultiplyHigh(next(), bound);
  }

  /// What [#below] takes for a chance in [0, 1].
  static long line(double chance) {
    return chance >= 1 ? Long.MAX_VALUE : (long) (chance * 0x1p63);
  }

  static long mix(long bits) {
    long mixed = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 31;
  }
}
