package org.wordborne.effect;

import java.util.Arrays;

/* What the treated would have been: a mixture of donors, moved by an offset.
 *
 * Synthetic DiD: sigma is the standard deviation of the donors' steps before; the ridge of unit
 * weights is (treated units * times after)^(1/4) * sigma, that of time weights and of the other
 * methods 1e-6 * sigma (Arkhangelsky and others, 2021, section 2; the authors' synthdid 0.0.9). */
final class Counterpart {
  private static final double SMALL_RIDGE = 1e-6;
  private static final double LEAST_STEP = 1e-5;

  final double[] weights;
  final double[] timeWeights;
  final double[] otherwise;
  private final double[] treated;
  private final int before;
  private final boolean levelled;

  /// What is sought, apart from the data.
  ///
  /// @param method one that mixes donors
  /// @param treated how many units were treated
  /// @param after how many times there are after
  /// @param given weights of the donors, for `GIVEN`
  record Design(Method method, int treated, int after, double[] given) {}

  /// Fits on the first `before` times; where these are all, nothing lies after.
  Counterpart(Design design, double[] treated, double[][] donors, int before) {
    this.treated = treated;
    this.before = before;
    double[] past = Arrays.copyOf(treated, before);
    double[][] donorPast =
        Arrays.stream(donors).map(d -> Arrays.copyOf(d, before)).toArray(double[][]::new);
    double sigma = sigma(donorPast);
    double constant = 0;
    if (design.method() == Method.REGRESSION) {
      var squares = new LeastSquares(donorPast, past);
      weights = squares.weights;
      constant = squares.intercept;
    } else {
      weights = unitWeights(design, past, donorPast, sigma);
    }
    timeWeights = timeWeights(design.method(), donors, sigma);
    double[] mixed = mixed(donors);
    double offset = constant;
    if (hasOffset(design.method())) {
      for (int t = 0; t < before; t++) {
        offset += timeWeights[t] * (treated[t] - mixed[t]);
      }
    }
    levelled = design.method() == Method.SDID;
    otherwise = new double[treated.length];
    for (int t = 0; t < otherwise.length; t++) {
      otherwise[t] = mixed[t] + offset;
    }
  }

  private static boolean hasOffset(Method method) {
    return switch (method) {
      case DID, SC_DEMEANED, SDID -> true;
      case SC, REGRESSION, GIVEN, HOLD_OUT, AUTO -> false;
    };
  }

  private static double[] unitWeights(
      Design design, double[] past, double[][] donorPast, double sigma) {
    double least = LEAST_STEP * sigma;
    double strong = Math.pow((double) design.treated() * design.after(), .25) * sigma;
    return switch (design.method()) {
      case GIVEN -> design.given();
      case SC -> SimplexFit.weights(donorPast, past, SMALL_RIDGE * sigma, false, least);
      case SC_DEMEANED -> SimplexFit.weights(donorPast, past, SMALL_RIDGE * sigma, true, least);
      case SDID -> SimplexFit.weights(donorPast, past, strong, true, least);
      case DID, REGRESSION, HOLD_OUT, AUTO -> even(donorPast.length);
    };
  }

  private double[] timeWeights(Method method, double[][] donors, double sigma) {
    int after = treated.length - before;
    if (method != Method.SDID || after == 0) {
      return even(before);
    }
    double[][] columns = new double[before][donors.length];
    double[] later = new double[donors.length];
    for (int i = 0; i < donors.length; i++) {
      for (int t = 0; t < treated.length; t++) {
        if (t < before) {
          columns[t][i] = donors[i][t];
        } else {
          later[i] += donors[i][t] / after;
        }
      }
    }
    return SimplexFit.weights(columns, later, SMALL_RIDGE * sigma, true, LEAST_STEP * sigma);
  }

  private double[] mixed(double[][] donors) {
    double[] mixed = new double[treated.length];
    for (int i = 0; i < donors.length; i++) {
      for (int t = 0; t < mixed.length && weights[i] != 0; t++) {
        mixed[t] += weights[i] * donors[i][t];
      }
    }
    return mixed;
  }

  private static double[] even(int size) {
    double[] even = new double[size];
    Arrays.fill(even, 1.0 / size);
    return even;
  }

  private static double sigma(double[][] donorPast) {
    double[] steps =
        Arrays.stream(donorPast)
            .flatMapToDouble(
                row ->
                    java.util.stream.IntStream.range(1, row.length)
                        .mapToDouble(t -> row[t] - row[t - 1]))
            .toArray();
    double[] centred = SimplexFit.centred(steps);
    return steps.length < 2 ? 0 : Math.sqrt(SimplexFit.dot(centred, centred) / (steps.length - 1));
  }

  double residual(int time) {
    return treated[time] - otherwise[time];
  }

  /// Mean difference after.
  double effect() {
    double sum = 0;
    for (int t = before; t < treated.length; t++) {
      sum += residual(t);
    }
    return sum / (treated.length - before);
  }

  /// Error before; where the level follows a few times only, around its own mean.
  double rmspe() {
    double[] errors = new double[before];
    Arrays.setAll(errors, this::residual);
    double[] counted = levelled ? SimplexFit.centred(errors) : errors;
    return Math.sqrt(SimplexFit.dot(counted, counted) / before);
  }

  double meanOtherwiseAfter() {
    return Arrays.stream(otherwise, before, otherwise.length).average().orElse(Double.NaN);
  }

  Fit fit() {
    double[] was = SimplexFit.centred(Arrays.copyOf(treated, before));
    double[] told = SimplexFit.centred(Arrays.copyOf(otherwise, before));
    double spread = SimplexFit.dot(was, was);
    double both = Math.sqrt(spread * SimplexFit.dot(told, told));
    double error = rmspe();
    return new Fit(
        error,
        spread > 0 ? error / Math.sqrt(spread / before) : error > 0 ? Double.POSITIVE_INFINITY : 0,
        both > 0 ? SimplexFit.dot(was, told) / both : 0,
        before,
        weights.length);
  }
}
