package org.wordborne.spread;

/// What is told of a cascade to the trees: counts, pace, shape, and SEISMIC's expectation.
final class Features {
  private static final double MOST_BRANCHING = .95;
  private static final double[] SHARES = {.1, .25, .5, .75, .9};
  private static final double[] RECENT = {300, 900, 3600};
  static final int COUNT = 5 + SHARES.length + RECENT.length + 3 + 4;

  private final double[] all = new double[COUNT];
  private int size;

  private Features() {}

  /// The features of a cascade at an age of so many seconds.
  static double[] of(LiveCascade cascade, double age) {
    var features = new Features();
    features.counts(cascade, age);
    features.shape(cascade, age);
    features.seismic(cascade, age);
    return features.all;
  }

  private void put(double value) {
    all[size++] = value;
  }

  private static double log1p(double value) {
    return StrictMath.log1p(Math.max(0, value));
  }

  private void counts(LiveCascade cascade, double age) {
    int seen = cascade.seenBy(age);
    put(log1p(seen));
    put(log1p(age));
    put(cascade.hasFollowers() ? 1 : 0);
    put(log1p(age / (seen + 1)));
    put(log1p(age - (seen == 0 ? 0 : cascade.since(seen))));
    for (double share : SHARES) {
      put((cascade.seenBy(share * age) + .5) / (seen + 1));
    }
    for (double recent : RECENT) {
      put((seen - cascade.seenBy(age - recent) * (age > recent ? 1 : 0) + .5) / (seen + 1));
    }
  }

  /// When a quarter, a half and three quarters of those seen had told it, as shares of the age.
  private void shape(LiveCascade cascade, double age) {
    int seen = cascade.seenBy(age);
    for (int part = 1; part <= 3; part++) {
      int telling = Math.max(seen == 0 ? 0 : 1, seen * part / 4);
      put(cascade.since(telling) / Math.max(1, age));
    }
  }

  /// What SEISMIC expects, from all and from the last half of the age; and who listens.
  private void seismic(LiveCascade cascade, double age) {
    int seen = cascade.seenBy(age);
    double heard = 0;
    double recently = 0;
    double toCome = 0;
    double weights = 0;
    for (int i = 0; i <= seen; i++) {
      double weight = cascade.weight(i);
      double done = MemoryKernel.upTo(age - cascade.since(i));
      double before = MemoryKernel.upTo(age / 2 - cascade.since(i));
      heard += weight * done;
      recently += weight * (done - before);
      toCome += weight * (1 - done);
      weights += weight;
    }
    int lately = seen - cascade.seenBy(age / 2);
    double mean = weights / (seen + 1);
    put(expected(seen, (seen + .5) / (heard + 1), toCome, mean));
    put(expected(seen, (lately + .5) / (recently + 1), toCome, mean));
    put(cascade.hasFollowers() ? log1p(weights) : 0);
    put(cascade.hasFollowers() ? log1p(cascade.weight(0)) - log1p(mean) : 0);
  }

  private static double expected(int seen, double infectious, double toCome, double mean) {
    double branching = Math.min(MOST_BRANCHING, infectious * mean);
    return log1p(infectious * toCome / (1 - branching) / (seen + 1));
  }
}
