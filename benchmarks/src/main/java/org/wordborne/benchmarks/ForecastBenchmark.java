package org.wordborne.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.wordborne.spread.Cascade;
import org.wordborne.spread.ForecastEvaluation;
import org.wordborne.spread.Forecaster;
import org.wordborne.spread.LiveCascade;
import org.wordborne.spread.SimulatedCascades;

/// Forecasts beside always saying the same size, and how many tellings and forecasts a second.
///
/// Cascades are of our own making here, by a seed that did not train; `spread evaluate` takes
/// files.
public final class ForecastBenchmark implements Benchmark {
  private static final double[] AGES = {600, 3_600, 21_600};
  private static final int LIVE = 10_000;
  private static final int TELLINGS = 2_000_000;
  private static final int RUNS = 3;

  /// Is made by the service loader.
  public ForecastBenchmark() {}

  @Override
  public String name() {
    return "forecast";
  }

  @Override
  public String about() {
    return "how far a story goes: ours beside always saying the same";
  }

  @Override
  public List<Comparison> run(List<String> arguments) {
    var comparisons = new ArrayList<Comparison>();
    var cascades = SimulatedCascades.of(1_500, 90_125);
    for (var row : ForecastEvaluation.of(Forecaster.standard(), cascades, AGES, false)) {
      comparisons.add(
          new Comparison(
              "%.0f min, median error, %d cascades".formatted(row.at() / 60, row.n()),
              "always the same",
              "of the final size",
              List.of(100 * row.medianError()),
              List.of(100 * row.constant())));
      System.err.printf(
          "at %.0f s: tau %.3f, in 80 %% %.3f, in 90 %% %.3f, Brier %.3f%n",
          row.at(), row.tau(), row.cover80(), row.cover90(), row.brier());
    }
    var tellings = new ArrayList<Double>();
    var forecasts = new ArrayList<Double>();
    for (int run = 0; run < RUNS; run++) {
      var live = new ArrayList<LiveCascade>();
      for (int i = 0; i < LIVE; i++) {
        live.add(new LiveCascade());
      }
      long began = System.nanoTime();
      for (int i = 0; i < TELLINGS; i++) {
        live.get(i % LIVE).tell(i / 100.0, i % 5_000);
      }
      tellings.add(TELLINGS * 1e9 / (System.nanoTime() - began));
      forecasts.add(forecasts(cascades));
    }
    comparisons.add(
        new Comparison("tellings, 10,000 live cascades", "", "1/s", tellings, List.of()));
    comparisons.add(new Comparison("forecasts at an hour", "", "1/s", forecasts, List.of()));
    return comparisons;
  }

  private static double forecasts(List<Cascade> cascades) {
    var live = cascades.stream().map(cascade -> cascade.at(3_600)).toList();
    long began = System.nanoTime();
    double sum = 0;
    for (var each : live) {
      sum += Forecaster.standard().of(each, 3_600).median();
    }
    if (sum <= 0) {
      throw new IllegalStateException("forecasts must not be nothing");
    }
    return live.size() * 1e9 / (System.nanoTime() - began);
  }
}
