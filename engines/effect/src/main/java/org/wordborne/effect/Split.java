package org.wordborne.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/* A panel taken apart: the treated (their mean), the donors, before and after. */
record Split(
    double[] treated, int treatedUnits, List<String> names, double[][] donors, int before) {

  static Split of(Panel panel, Set<String> treated, String from) {
    return of(panel, treated, panel.time(from));
  }

  static Split of(Panel panel, Set<String> treated, int before) {
    if (treated.isEmpty()) {
      throw new IllegalArgumentException("at least one unit must be treated");
    }
    if (before < 1) {
      throw new IllegalArgumentException(
          "there is no time before '" + panel.times().getFirst() + "'");
    }
    double[] mean = panel.mean(treated);
    var names = new ArrayList<String>();
    var donors = new ArrayList<double[]>();
    for (String unit : panel.units()) {
      if (!treated.contains(unit)) {
        names.add(unit);
        donors.add(panel.row(panel.unit(unit)));
      }
    }
    if (donors.isEmpty()) {
      throw new IllegalArgumentException("every unit is treated; somebody must be left to compare");
    }
    return new Split(mean, treated.size(), names, donors.toArray(double[][]::new), before);
  }

  int times() {
    return treated.length;
  }

  int after() {
    return times() - before;
  }

  Counterpart.Design design(Method method, double[] given) {
    return new Counterpart.Design(method, treatedUnits, after(), given);
  }

  Counterpart counterpart(Counterpart.Design design) {
    return new Counterpart(design, treated, donors, before);
  }

  /// The times before only, of which the last `after` are taken for after.
  Split rehearsal(int after) {
    double[][] shorter = new double[donors.length][];
    java.util.Arrays.setAll(shorter, i -> java.util.Arrays.copyOf(donors[i], before));
    return new Split(
        java.util.Arrays.copyOf(treated, before), treatedUnits, names, shorter, before - after);
  }

  Map<String, Double> named(double[] weights) {
    var named = new TreeMap<String, Double>();
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] != 0) {
        named.put(names.get(i), weights[i]);
      }
    }
    return named;
  }
}
