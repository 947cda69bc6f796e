package org.wordborne.spread;

/// From whom a teller probably had it, where he does not say.
///
/// Each earlier teller passes on at his age by the memory kernel of SEISMIC, as strongly as he
/// pulls (followers, or what is known of trust). The chance that one of them was the parent is his
/// share of the sum.
public final class Parents {
  private Parents() {}

  /// The chance of each earlier teller to be the parent; sums to 1, all 0 where nobody pulls.
  ///
  /// @param ages seconds since each told it; those below 0 have not told it yet
  /// @param pulls how strongly each is heard, not negative; as many as ages
  public static double[] chances(double[] ages, double[] pulls) {
    if (ages.length != pulls.length) {
      throw new IllegalArgumentException(
          "ages and pulls must be equally many, were %d and %d"
              .formatted(ages.length, pulls.length));
    }
    var chances = new double[ages.length];
    double sum = 0;
    for (int i = 0; i < ages.length; i++) {
      if (!(pulls[i] >= 0)) {
        throw new IllegalArgumentException("a pull must not be negative, was " + pulls[i]);
      }
      chances[i] = pulls[i] * MemoryKernel.density(ages[i]);
      sum += chances[i];
    }
    for (int i = 0; i < chances.length && sum > 0; i++) {
      chances[i] /= sum;
    }
    return chances;
  }
}
