package org.wordborne.effect;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What was counted for each unit (a place, a topic, a town) at each time: complete, in the order
/// of the times.
public final class Panel {
  private final List<String> units;
  private final List<String> times;
  private final double[][] values;

  private Panel(List<String> units, List<String> times, double[][] values) {
    this.units = units;
    this.times = times;
    this.values = values;
  }

  /// Takes a row for each unit and a column for each time, times rising.
  ///
  /// @throws IllegalArgumentException naming the unit and the time whose value is missing
  public static Panel of(List<String> units, List<String> times, double[][] values) {
    distinct(units, "unit");
    distinct(times, "time");
    if (values.length != units.size()) {
      throw new IllegalArgumentException(
          "a row for each of " + units.size() + " units is needed, there are " + values.length);
    }
    double[][] copy = new double[values.length][];
    for (int i = 0; i < values.length; i++) {
      copy[i] = values[i].clone();
      for (int t = 0; t < times.size(); t++) {
        if (t >= copy[i].length || !Double.isFinite(copy[i][t])) {
          throw new IllegalArgumentException(
              "unit '%s' has no value at '%s'".formatted(units.get(i), times.get(t)));
        }
      }
    }
    return new Panel(List.copyOf(units), List.copyOf(times), copy);
  }

  private static void distinct(List<String> names, String what) {
    var met = new HashSet<String>();
    for (String name : names) {
      if (!met.add(name)) {
        throw new IllegalArgumentException(what + " '" + name + "' stands twice");
      }
    }
  }

  /// The units, a row each.
  public List<String> units() {
    return units;
  }

  /// The times, a column each.
  public List<String> times() {
    return times;
  }

  /// The value of unit `unit` at time `time`, both from 0.
  public double value(int unit, int time) {
    return values[unit][time];
  }

  /// The same units, at the first `count` times only.
  public Panel first(int count) {
    double[][] shorter = new double[values.length][];
    Arrays.setAll(shorter, i -> Arrays.copyOf(values[i], count));
    return new Panel(units, times.subList(0, count), shorter);
  }

  double[] row(int unit) {
    return values[unit];
  }

  /// The mean of the units named.
  double[] mean(Set<String> named) {
    double[] mean = new double[times.size()];
    for (String unit : named) {
      double[] row = values[unit(unit)];
      for (int t = 0; t < mean.length; t++) {
        mean[t] += row[t] / named.size();
      }
    }
    return mean;
  }

  int unit(String name) {
    int index = units.indexOf(name);
    if (index < 0) {
      var some = units.subList(0, Math.min(5, units.size()));
      throw new IllegalArgumentException(
          "there is no unit '%s'; there are %d, among them %s"
              .formatted(name, units.size(), String.join(", ", some)));
    }
    return index;
  }

  int time(String name) {
    int index = times.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException(
          "there is no time '%s'; they go from %s to %s"
              .formatted(name, times.getFirst(), times.getLast()));
    }
    return index;
  }
}
