package org.wordborne.text;

import java.util.Arrays;
import java.util.BitSet;

/// Chooses the features worth shipping and makes small numbers of their weights.
final class Packing {
  private static final int LARGEST = 127;
  private static final double CLIPPED = 0.0005;

  private Packing() {}

  /// Weights that ship.
  record Packed(Weights.Scales scales, Table table) {}

  /// Marks the `budget` features that move the texts of a problem most: by how large their
  /// weights are and how often they are met.
  static void choose(Problem problem, float[] weights, int features, int budget, BitSet chosen) {
    int[] met = new int[features];
    for (int[] text : problem.features) {
      for (int feature : text) {
        met[feature]++;
      }
    }
    double[] moves = new double[features];
    for (int f = 0; f < features; f++) {
      double largest = 0;
      for (int c = 0; c < problem.columns; c++) {
        largest = Math.max(largest, Math.abs(weights[f * problem.columns + c]));
      }
      moves[f] = largest * Math.sqrt(met[f]);
    }
    double[] sorted = moves.clone();
    Arrays.sort(sorted);
    double least = features > budget ? sorted[features - budget] : 0;
    for (int f = 0; f < features; f++) {
      if (moves[f] > 0 && moves[f] >= least) {
        chosen.set(f);
      }
    }
  }

  /// Returns the keys of the chosen features.
  static int[] keys(Dictionary dictionary, BitSet chosen) {
    int[] ordered = dictionary.ordered();
    return chosen.stream().map(f -> ordered[f]).toArray();
  }

  /// Writes the weights of one head into columns of a table, and its scales beside.
  static void pack(
      LinearTrainer.Learned learned, int columns, int first, byte[] table, Weights.Scales scales) {
    int features = learned.weights().length / columns;
    for (int c = 0; c < columns; c++) {
      float scale = scale(learned.weights(), columns, c);
      scales.scale[first + c] = scale;
      scales.start[first + c] = learned.start()[c];
      for (int f = 0; f < features; f++) {
        int small = Math.round(learned.weights()[f * columns + c] / scale);
        table[f * Table.COLUMNS + first + c] = (byte) Math.clamp(small, -LARGEST, LARGEST);
      }
    }
  }

  /// The few largest weights are clipped, so that the many small ones keep their digits.
  private static float scale(float[] weights, int columns, int column) {
    float[] sizes = new float[weights.length / columns];
    for (int f = 0; f < sizes.length; f++) {
      sizes[f] = Math.abs(weights[f * columns + column]);
    }
    Arrays.sort(sizes);
    int at = Math.max(0, (int) (sizes.length * (1 - CLIPPED)) - 1);
    float largest = sizes.length == 0 ? 0 : sizes[at];
    return largest == 0 ? 1 : largest / LARGEST;
  }
}
