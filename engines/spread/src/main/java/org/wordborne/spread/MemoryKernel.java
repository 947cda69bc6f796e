package org.wordborne.spread;

/// How soon people pass on what they heard: even for the first five minutes, then falling by a
/// power (Zhao, Erdogdu, He, Rajaraman, Leskovec, *SEISMIC: A Self-Exciting Point Process Model for
/// Predicting Tweet Popularity*, KDD 2015, section 4.3: s₀ 300 s, exponent 1 + .2315).
final class MemoryKernel {
  static final double EVEN_SECONDS = 300;
  static final double POWER = .2315;
  private static final double HEIGHT = POWER / (1 + POWER) / EVEN_SECONDS;

  private MemoryKernel() {}

  /// The share a second that passes on at that age; sums to 1 over all ages.
  static double density(double seconds) {
    if (seconds < 0) {
      return 0;
    }
    return seconds <= EVEN_SECONDS
        ? HEIGHT
        : HEIGHT * StrictMath.pow(seconds / EVEN_SECONDS, -1 - POWER);
  }

  /// The share that has passed on by that age.
  static double upTo(double seconds) {
    if (seconds <= 0) {
      return 0;
    }
    if (seconds <= EVEN_SECONDS) {
      return HEIGHT * seconds;
    }
    return 1 - StrictMath.pow(seconds / EVEN_SECONDS, -POWER) / (1 + POWER);
  }
}
