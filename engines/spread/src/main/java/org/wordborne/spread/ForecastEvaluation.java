package org.wordborne.spread;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How well final sizes were foretold, on cascades in the order in which they ended.
public final class ForecastEvaluation {
  /// Figures of one age.
  ///
  /// @param at age in seconds
  /// @param n how many cascades were foretold
  /// @param medianError median of |median − final| / final
  /// @param constant the same of always saying the median size of the cascades before the test
  /// @param naive the same of saying twice what was seen
  /// @param tau Kendall's rank correlation of median and final size
  /// @param cover80 share of final sizes inside the 80 % band
  /// @param cover90 share inside the 90 % band
  /// @param brier mean squared error of the chance to pass the median size of those before
  /// @param cover90BySize share inside the 90 % band for final sizes below 100, below 500, others;
  ///     NaN where there are none
  public record Row(
      double at,
      int n,
      double medianError,
      double constant,
      double naive,
      double tau,
      double cover80,
      double cover90,
      double brier,
      List<Double> cover90BySize) {}

  private static final int[] SIZES = {100, 500, Integer.MAX_VALUE};

  private record Foretold(Forecast forecast, int size) {}

  private ForecastEvaluation() {}

  /// Foretells the last third, in order.
  ///
  /// @param cascades in the order in which they began
  /// @param ages in seconds
  /// @param corrects whether forecasts are corrected by the cascades before each
  public static List<Row> of(
      Forecaster forecaster, List<Cascade> cascades, double[] ages, boolean corrects) {
    var rows = new ArrayList<Row>();
    int first = cascades.size() * 2 / 3;
    double usual = median(sizes(cascades.subList(0, first)));
    for (double age : ages) {
      var correction = new ForecastCorrection();
      var told = new ArrayList<Foretold>();
      for (int i = 0; i < cascades.size(); i++) {
        var cascade = cascades.get(i);
        var forecast = forecaster.of(cascade.at(age), age);
        if (i >= first) {
          var said = corrects ? correction.of(forecast) : forecast;
          told.add(new Foretold(said, cascade.size()));
        }
        correction.ended(forecast, cascade.size());
      }
      rows.add(row(age, told, usual));
    }
    return rows;
  }

  private static Row row(double age, List<Foretold> told, double usual) {
    var bySize = new ArrayList<Double>();
    int low = 0;
    for (int high : SIZES) {
      int from = low;
      bySize.add(
          cover(told.stream().filter(one -> one.size >= from && one.size < high).toList(), 90));
      low = high;
    }
    int line = (int) usual;
    return new Row(
        age,
        told.size(),
        median(told.stream().mapToDouble(one -> off(one, one.forecast.median())).toArray()),
        median(told.stream().mapToDouble(one -> off(one, usual)).toArray()),
        median(told.stream().mapToDouble(one -> off(one, one.forecast.naive())).toArray()),
        tau(told),
        cover(told, 80),
        cover(told, 90),
        told.stream().mapToDouble(one -> squared(one, line)).average().orElse(Double.NaN),
        bySize);
  }

  private static double off(Foretold one, double guess) {
    return Math.abs(guess - one.size) / Math.max(1, one.size);
  }

  private static double squared(Foretold one, int line) {
    double error = one.forecast.passes(line) - (one.size >= line ? 1 : 0);
    return error * error;
  }

  private static double cover(List<Foretold> told, int percent) {
    return told.stream()
        .mapToInt(
            one -> {
              var band = one.forecast.band(percent);
              return one.size >= Math.floor(band.low()) && one.size <= Math.ceil(band.high())
                  ? 1
                  : 0;
            })
        .average()
        .orElse(Double.NaN);
  }

  private static double[] sizes(List<Cascade> cascades) {
    return cascades.stream().mapToDouble(Cascade::size).toArray();
  }

  private static double median(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    if (sorted.length == 0) {
      return Double.NaN;
    }
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /// Kendall's τ-b by comparing all pairs.
  private static double tau(List<Foretold> told) {
    double agree = 0;
    double saidApart = 0;
    double trulyApart = 0;
    for (int i = 0; i < told.size(); i++) {
      for (int j = 0; j < i; j++) {
        double said = Math.signum(told.get(i).forecast.median() - told.get(j).forecast.median());
        double truth = Math.signum((double) told.get(i).size - told.get(j).size);
        agree += said * truth;
        saidApart += said * said;
        trulyApart += truth * truth;
      }
    }
    return saidApart == 0 || trulyApart == 0 ? 0 : agree / Math.sqrt(saidApart * trulyApart);
  }
}
