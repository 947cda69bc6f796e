package org.wordborne.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/* Placebo in space. Each donor (or, for several treated, each of 199 groups of donors) is taken
 * for treated, with the other donors to compare. Effects are measured by their own error before,
 * so that a donor that nobody resembles neither widens nor narrows the rest; then ours is one of
 * n + 1 that chance alone would put in any order: p = rank / (n + 1), and the interval is the
 * effect plus or minus our error before times the ceil(level (n + 1))-th smallest of theirs. */
final class PlaceboRange {
  private static final int GROUPS = 199;

  private PlaceboRange() {}

  static Range of(
      Split split, Counterpart.Design design, Counterpart fitted, LiftSettings settings) {
    var placebos = placebos(split, design, settings.seed());
    double ours = measured(fitted.effect(), fitted.rmspe());
    double[] theirs =
        placebos.stream().mapToDouble(p -> measured(p.effect(), p.rmspe())).sorted().toArray();
    long atLeast = Arrays.stream(theirs).filter(t -> t >= ours).count();
    double p = (1.0 + atLeast) / (theirs.length + 1);
    int rank = (int) Math.ceil(settings.level() * (theirs.length + 1) - 1e-9);
    if (rank > theirs.length) {
      return Range.none(p, placebos, tooFew(theirs.length, settings));
    }
    double reach = theirs[rank - 1] * fitted.rmspe();
    return new Range(fitted.effect() - reach, fitted.effect() + reach, p, placebos, "");
  }

  private static String tooFew(int placebos, LiftSettings settings) {
    return Identified.say(
        "There are %d placebos; an interval of %.0f %% needs at least %d.",
        placebos, 100 * settings.level(), (int) Math.ceil(1 / settings.error() - 1e-9) - 1);
  }

  private static double measured(double effect, double error) {
    return error > 0 ? Math.abs(effect) / error : effect == 0 ? 0 : Double.POSITIVE_INFINITY;
  }

  private static List<Placebo> placebos(Split split, Counterpart.Design design, long seed) {
    int count = split.names().size();
    int size = split.treatedUnits();
    var placebos = new ArrayList<Placebo>();
    if (size == 1 || count < 2 * size) {
      for (int donor = 0; donor < count && count > 1; donor++) {
        placebos.add(placebo(split, design, new int[] {donor}));
      }
      return placebos;
    }
    for (int group = 0; group < GROUPS; group++) {
      placebos.add(placebo(split, design, some(count, size, new SplittableRandom(seed + group))));
    }
    return placebos;
  }

  private static int[] some(int count, int size, SplittableRandom chance) {
    int[] all = new int[count];
    Arrays.setAll(all, i -> i);
    for (int i = 0; i < size; i++) {
      int other = i + chance.nextInt(count - i);
      int kept = all[i];
      all[i] = all[other];
      all[other] = kept;
    }
    int[] some = Arrays.copyOf(all, size);
    Arrays.sort(some);
    return some;
  }

  private static Placebo placebo(Split split, Counterpart.Design design, int[] chosen) {
    double[] mean = new double[split.times()];
    var names = new ArrayList<String>();
    var others = new ArrayList<double[]>();
    for (int i = 0; i < split.names().size(); i++) {
      if (Arrays.binarySearch(chosen, i) < 0) {
        others.add(split.donors()[i]);
        continue;
      }
      names.add(split.names().get(i));
      for (int t = 0; t < mean.length; t++) {
        mean[t] += split.donors()[i][t] / chosen.length;
      }
    }
    var fitted = new Counterpart(design, mean, others.toArray(double[][]::new), split.before());
    return new Placebo(String.join(", ", names), fitted.effect(), fitted.rmspe());
  }
}
