package org.wordborne.effect;

import java.util.Arrays;

/// The mixture of series that is nearest to a target: weights of at least 0 that sum to 1 and
/// minimise `‖A w − b‖²/n + ζ²‖w‖²`.
///
/// Frank and Wolfe's steps (1956) with exact line search, as `synthdid` takes them: 100 steps,
/// weights up to a quarter of the largest dropped, then up to 10,000 steps until one gains less
/// than the least.
final class SimplexFit {
  /*
   * With H = AᵀA + nζ²I and c = Aᵀb kept, a step is linear in the number of weights: only H x
   * changes, by a multiple of one column of H. A fit of 38 donors over 90 days takes about 1 ms.
   */
  private static final int FIRST_STEPS = 100;
  private static final int STEPS = 10_000;

  private final double[][] h;
  private final double[] c;
  private final int n;

  private SimplexFit(double[][] columns, double[] target, double ridge) {
    n = target.length;
    int size = columns.length;
    h = new double[size][size];
    c = new double[size];
    for (int i = 0; i < size; i++) {
      c[i] = dot(columns[i], target);
      for (int j = 0; j <= i; j++) {
        h[i][j] = dot(columns[i], columns[j]);
        h[j][i] = h[i][j];
      }
      h[i][i] += n * ridge * ridge;
    }
  }

  /// The weights of `columns`, each as long as `target`.
  ///
  /// @param ridge ζ, in the unit of the values
  /// @param intercept whether each series is taken less its mean
  /// @param least a step that gains less than its square ends the search
  static double[] weights(
      double[][] columns, double[] target, double ridge, boolean intercept, double least) {
    var fit =
        intercept
            ? new SimplexFit(
                Arrays.stream(columns).map(SimplexFit::centred).toArray(double[][]::new),
                centred(target),
                ridge)
            : new SimplexFit(columns, target, ridge);
    double[] even = new double[columns.length];
    Arrays.fill(even, 1.0 / even.length);
    double[] rough = fit.walk(even, FIRST_STEPS, least * least);
    return fit.walk(sparse(rough), STEPS, least * least);
  }

  private double[] walk(double[] start, int steps, double least) {
    double[] x = start.clone();
    double[] hx = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      hx[i] = dot(h[i], x);
    }
    double gain = Double.POSITIVE_INFINITY;
    for (int step = 0; step < steps && (step < 2 || gain > least); step++) {
      gain = step(x, hx) / n;
    }
    return x;
  }

  /* Moves towards the best single column; returns by how much the objective falls, times n. */
  private double step(double[] x, double[] hx) {
    int best = 0;
    for (int i = 1; i < x.length; i++) {
      if (hx[i] - c[i] < hx[best] - c[best]) {
        best = i;
      }
    }
    double xhx = dot(x, hx);
    double slope = hx[best] - c[best] - (xhx - dot(c, x));
    double curve = h[best][best] - 2 * hx[best] + xhx;
    if (!(curve > 0) || slope >= 0) {
      return 0;
    }
    double length = Math.min(1, -slope / curve);
    for (int i = 0; i < x.length; i++) {
      x[i] += length * ((i == best ? 1 : 0) - x[i]);
      hx[i] += length * (h[best][i] - hx[i]);
    }
    return -(2 * length * slope + length * length * curve);
  }

  private static double[] sparse(double[] weights) {
    double line = Arrays.stream(weights).max().orElse(0) / 4;
    double[] kept = Arrays.stream(weights).map(w -> w <= line ? 0 : w).toArray();
    double sum = Arrays.stream(kept).sum();
    return Arrays.stream(kept).map(w -> w / sum).toArray();
  }

  static double[] centred(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    return Arrays.stream(values).map(value -> value - mean).toArray();
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
