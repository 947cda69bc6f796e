package org.wordborne.spread;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Corrects forecasts by one's own stories that ended: where they went further than was said, so
/// will the next ones.
///
/// By age (under half an hour, under three hours, older) the last 500 ended forecasts are kept.
/// With n of them, n at least 20, the quantiles become a mean of the shipped ones, weighing 20,
/// and of one's own, weighing n. Not safe for many threads.
public final class ForecastCorrection {
  private static final int LEAST = 20;
  private static final int MOST = 500;
  private static final double[] AGES = {1_800, 10_800};

  private final List<Deque<Double>> residuals = new ArrayList<>();

  /// Begins without any ended story.
  public ForecastCorrection() {
    for (int i = 0; i <= AGES.length; i++) {
      residuals.add(new ArrayDeque<>());
    }
  }

  private Deque<Double> like(Forecast forecast) {
    int group = 0;
    while (group < AGES.length && forecast.age() >= AGES[group]) {
      group++;
    }
    return residuals.get(group);
  }

  /// Learns how a story ended of which `forecast`, corrected or not, was made.
  ///
  /// @param size how many told it in the end, the first not counted
  public void ended(Forecast forecast, int size) {
    var kept = like(forecast);
    kept.addLast(forecast.residual(Math.max(size, forecast.seen())));
    if (kept.size() > MOST) {
      kept.removeFirst();
    }
  }

  /// How many ended stories a forecast of that age is corrected by; 0 while there are too few.
  public int known(Forecast forecast) {
    int count = like(forecast).size();
    return count < LEAST ? 0 : count;
  }

  /// The forecast with corrected quantiles; as it is while too few stories ended.
  public Forecast of(Forecast forecast) {
    var kept = like(forecast);
    if (kept.size() < LEAST) {
      return forecast;
    }
    double[] values = kept.stream().mapToDouble(Double::doubleValue).toArray();
    var weights = new double[values.length];
    java.util.Arrays.fill(weights, 1);
    double[] own = Residuals.quantiles(values, weights);
    double[] shipped = forecast.quantiles();
    var mixed = new double[own.length];
    double share = values.length / (double) (values.length + LEAST);
    for (int i = 0; i < mixed.length; i++) {
      mixed[i] = share * own[i] + (1 - share) * shipped[i];
    }
    return forecast.withQuantiles(mixed);
  }
}
