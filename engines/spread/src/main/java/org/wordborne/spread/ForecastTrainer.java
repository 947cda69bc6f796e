package org.wordborne.spread;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/// Makes the weights of a [Forecaster] from cascades that ended, and as many simulated ones as
/// asked for. The same cascades and seed give the same bytes.
///
/// Each cascade is looked at several times between two minutes and three days of its age, whole
/// and, where asked, thinned to what hears only a part of it. How far off the guesses are is
/// learned from cascades that the guesser did not see
/// (folds), never from its own.
public final class ForecastTrainer {
  private static final int TREES = 150;
  private static final int SCALE_TREES = 80;
  private static final int FOLDS = 4;
  private static final int LOOKS = 6;
  private static final double[] FIXED = {600, 3_600, 21_600};
  private static final double YOUNGEST = 120;
  private static final double OLDEST = 3 * 86_400;
  private static final double LEAST_OFF = .01;
  /* All real cascades together weigh as much as this share of all simulated ones. */
  private static final double REAL = 1;

  /// A cascade as it is and, thinned time and again by half, down to a 64th of it: so large stories
  /// teach small ones.
  public static final int DOWN_TO_A_64TH = 7;

  /// A cascade only as it is: for cascades that are of the kind to be foretold.
  public static final int AS_IT_IS = 1;

  private final List<double[]> rows = new ArrayList<>();
  private final List<double[]> truths = new ArrayList<>(); // growth, weight, fold, seen
  private final SplittableRandom chance;
  private final Consumer<String> log;

  private ForecastTrainer(long seed, Consumer<String> log) {
    this.chance = new SplittableRandom(seed);
    this.log = log;
  }

  /// Trains.
  ///
  /// @param real cascades that ended
  /// @param copies of each real cascade, each thinned to half of the one before; at least 1
  /// @param simulated how many to simulate beside them
  /// @param seed of all chance
  /// @param log is told what goes on
  /// @return weights for [Forecaster#of]
  public static byte[] train(
      List<Cascade> real, int copies, int simulated, long seed, Consumer<String> log) {
    if (real.isEmpty() && simulated == 0) {
      throw new IllegalArgumentException("there is no cascade to learn from");
    }
    if (copies < 1) {
      throw new IllegalArgumentException("copies must be at least 1, was " + copies);
    }
    var trainer = new ForecastTrainer(seed, log);
    trainer.take(real, copies, simulated, seed);
    return trainer.train(seed).weights();
  }

  private void take(List<Cascade> real, int copies, int simulated, long seed) {
    int looks = LOOKS + FIXED.length;
    double each =
        real.isEmpty() ? 0 : REAL * Math.max(1, simulated) / (real.size() * (double) copies);
    for (int i = 0; i < real.size(); i++) {
      for (int thinning = 0; thinning < copies; thinning++) {
        var seen = SimulatedCascades.thinned(real.get(i), Math.pow(.5, thinning), chance);
        look(thinning % 3 == 2 ? SimulatedCascades.uncounted(seen) : seen, i, each / looks);
      }
    }
    int number = 0;
    for (var one : SimulatedCascades.of(simulated, seed + 1)) {
      look(one, number++, 1.0 / looks);
    }
    log.accept(
        "%d looks at %d cascades and %d simulated ones"
            .formatted(rows.size(), real.size(), simulated));
  }

  private void look(Cascade cascade, int number, double weight) {
    for (int i = 0; i < LOOKS + FIXED.length; i++) {
      double drawn = StrictMath.log(YOUNGEST);
      drawn += chance.nextDouble() * (StrictMath.log(OLDEST) - drawn);
      double age = i < FIXED.length ? FIXED[i] : StrictMath.exp(drawn);
      var live = cascade.at(age);
      double growth = StrictMath.log((cascade.size() + 1.0) / (live.seen() + 1.0));
      rows.add(Features.of(live, age));
      truths.add(new double[] {growth, weight, number % FOLDS, live.seen()});
    }
  }

  private Forecaster train(long seed) {
    double mean = truths.stream().mapToDouble(truth -> truth[1]).average().orElse(1);
    truths.forEach(truth -> truth[1] /= mean);
    int[] all = indices(-1, false);
    var growth = truths.stream().mapToDouble(truth -> truth[0]).toArray();
    var off = new double[rows.size()];
    var logOff = new double[rows.size()];
    for (int fold = 0; fold < FOLDS; fold++) {
      var forest = grown(indices(fold, false), growth, TREES, seed);
      for (int row : indices(fold, true)) {
        off[row] = growth[row] - forest.of(rows.get(row));
        logOff[row] = StrictMath.log(Math.abs(off[row]) + LEAST_OFF);
      }
    }
    log.accept("guesses on cascades not seen are made");
    var ratios = new double[rows.size()];
    for (int fold = 0; fold < FOLDS; fold++) {
      var forest = grown(indices(fold, false), logOff, SCALE_TREES, seed);
      for (int row : indices(fold, true)) {
        ratios[row] = off[row] / StrictMath.exp(Math.clamp(forest.of(rows.get(row)), -6, 2));
      }
    }
    log.accept("how far off they are is known");
    return new Forecaster(
        grown(all, growth, TREES, seed), grown(all, logOff, SCALE_TREES, seed), groups(ratios));
  }

  private int[] indices(int fold, boolean inside) {
    return java.util.stream.IntStream.range(0, rows.size())
        .filter(row -> (truths.get(row)[2] == fold) == inside)
        .toArray();
  }

  private Forest grown(int[] indices, double[] target, int trees, long seed) {
    var some = new double[indices.length][];
    var aim = new double[indices.length];
    var weights = new double[indices.length];
    for (int i = 0; i < indices.length; i++) {
      some[i] = rows.get(indices[i]);
      aim[i] = target[indices[i]];
      weights[i] = truths.get(indices[i])[1];
    }
    return new ForestTrainer(some, aim, weights).train(trees, seed);
  }

  private double[][] groups(double[] ratios) {
    var groups = new double[Residuals.GROUPS][];
    for (int group = 0; group < groups.length; group++) {
      int wanted = group;
      int[] members =
          java.util.stream.IntStream.range(0, rows.size())
              .filter(row -> Residuals.group((int) truths.get(row)[3]) == wanted)
              .toArray();
      int[] used = members.length < Residuals.POINTS ? indices(-1, false) : members;
      groups[group] =
          Residuals.quantiles(
              java.util.Arrays.stream(used).mapToDouble(row -> ratios[row]).toArray(),
              java.util.Arrays.stream(used).mapToDouble(row -> truths.get(row)[1]).toArray());
    }
    return groups;
  }
}
