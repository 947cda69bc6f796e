package org.wordborne.effect;

import java.util.Arrays;

/* Least squares with an intercept, on series less their means, by Cholesky's way. A series that
 * the others already hold gets no weight of its own. */
final class LeastSquares {
  private static final double ALIKE = 1e-10;

  private final double[][] root;
  final double[] weights;
  final double intercept;

  LeastSquares(double[][] columns, double[] target) {
    int size = columns.length;
    double[][] centred = Arrays.stream(columns).map(SimplexFit::centred).toArray(double[][]::new);
    double[] goal = SimplexFit.centred(target);
    root = new double[size][size];
    double[] right = new double[size];
    for (int i = 0; i < size; i++) {
      right[i] = SimplexFit.dot(centred[i], goal);
      for (int j = 0; j <= i; j++) {
        root[i][j] = SimplexFit.dot(centred[i], centred[j]);
      }
    }
    decompose();
    weights = back(forth(right));
    double mean = Arrays.stream(target).average().orElse(0);
    for (int i = 0; i < size; i++) {
      mean -= weights[i] * Arrays.stream(columns[i]).average().orElse(0);
    }
    intercept = mean;
  }

  /// `xᵀ (XᵀX)⁻¹ x`: how far `x` lies from what was seen.
  double leverage(double[] x) {
    double[] half = forth(x);
    return SimplexFit.dot(half, half);
  }

  private void decompose() {
    for (int i = 0; i < root.length; i++) {
      double own = root[i][i];
      for (int j = 0; j <= i; j++) {
        double sum = root[i][j];
        for (int k = 0; k < j; k++) {
          sum -= root[i][k] * root[j][k];
        }
        if (i == j) {
          root[i][i] = sum <= ALIKE * own ? Double.POSITIVE_INFINITY : Math.sqrt(sum);
        } else {
          root[i][j] = sum / root[j][j];
        }
      }
    }
  }

  private double[] forth(double[] right) {
    double[] half = new double[right.length];
    for (int i = 0; i < half.length; i++) {
      double sum = right[i];
      for (int k = 0; k < i; k++) {
        sum -= root[i][k] * half[k];
      }
      half[i] = sum / root[i][i];
    }
    return half;
  }

  private double[] back(double[] half) {
    double[] x = new double[half.length];
    for (int i = half.length - 1; i >= 0; i--) {
      double sum = half[i];
      for (int k = i + 1; k < half.length; k++) {
        sum -= root[k][i] * x[k];
      }
      x[i] = sum / root[i][i];
    }
    return x;
  }
}
