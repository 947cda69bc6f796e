package org.wordborne.network;

/// Ends of the share of sets that is met, from how many of those drawn were met: the martingale
/// bounds of OPIM-C (Tang and others, SIGMOD 2018, lemmas 4.2 and 4.3). With a = ln(3 · steps / δ)
/// each of the three ends that a step uses holds with chance 1 − δ / (3 · steps).
final class Bounds {
  private final double a;

  Bounds(double failure, int steps) {
    this.a = StrictMath.log(3.0 * steps / failure);
  }

  double lower(double met, int sets) {
    double root = Math.sqrt(met + 2 * a / 9) - Math.sqrt(a / 2);
    return Math.max(0, (root <= 0 ? 0 : root * root) - a / 18) / sets;
  }

  double upper(double met, int sets) {
    double root = Math.sqrt(met + a / 2) + Math.sqrt(a / 2);
    return Math.min(1, root * root / sets);
  }
}
