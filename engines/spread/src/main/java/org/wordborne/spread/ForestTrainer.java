package org.wordborne.spread;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.SplittableRandom;

/// Grows a [Forest] for the median: gradient boosting for least absolute deviation (Friedman,
/// *Greedy Function Approximation*, Annals of Statistics 2001, algorithm 3). Each tree splits the
/// signs of what is left over by histograms of 32 bins, each leaf takes their median.
final class ForestTrainer {
  private static final int BINS = 32;
  private static final double RATE = .07;
  private static final double SAMPLE = .6;
  private static final double LEAST = 30; // weight in a leaf

  private final double[][] rows;
  private final double[] target;
  private final double[] weight;
  private final float[][] edges;
  private final byte[][] bins;
  private final double[] left;

  ForestTrainer(double[][] rows, double[] target, double[] weight) {
    this.rows = rows;
    this.target = target;
    this.weight = weight;
    this.left = new double[target.length];
    this.edges = new float[Features.COUNT][];
    this.bins = new byte[Features.COUNT][rows.length];
    for (int feature = 0; feature < Features.COUNT; feature++) {
      bin(feature);
    }
  }

  private void bin(int feature) {
    double[] sorted = Arrays.stream(rows).mapToDouble(row -> row[feature]).sorted().toArray();
    var found = new ArrayList<Float>();
    for (int i = 1; i < BINS; i++) {
      float edge = (float) sorted[(int) ((long) sorted.length * i / BINS)];
      if (found.isEmpty() || edge > found.getLast()) {
        found.add(edge);
      }
    }
    edges[feature] = new float[found.size()];
    for (int i = 0; i < found.size(); i++) {
      edges[feature][i] = found.get(i);
    }
    for (int row = 0; row < rows.length; row++) {
      int bin = 0;
      while (bin < edges[feature].length && rows[row][feature] > edges[feature][bin]) {
        bin++;
      }
      bins[feature][row] = (byte) bin;
    }
  }

  Forest train(int trees, long seed) {
    var chance = new SplittableRandom(seed);
    int[] all = java.util.stream.IntStream.range(0, rows.length).toArray();
    System.arraycopy(target, 0, left, 0, target.length);
    double begin = (float) median(all, all.length);
    for (int row : all) {
      left[row] -= begin;
    }
    var grown = new ArrayList<Forest.Tree>();
    for (int i = 0; i < trees; i++) {
      grown.add(grow(chance));
    }
    return new Forest(begin, grown);
  }

  private Forest.Tree grow(SplittableRandom chance) {
    var tree = new Forest.Tree();
    int[] drawn =
        java.util.stream.IntStream.range(0, rows.length)
            .filter(row -> chance.nextDouble() < SAMPLE)
            .toArray();
    split(tree, 0, drawn);
    for (int row = 0; row < rows.length; row++) {
      left[row] -= tree.leaf[tree.leafOf(rows[row])];
    }
    return tree;
  }

  private void split(Forest.Tree tree, int node, int[] members) {
    if (node >= Forest.SPLITS) {
      tree.leaf[node - Forest.SPLITS] =
          members.length == 0 ? 0 : (float) (RATE * median(members, members.length));
      return;
    }
    long best = best(members);
    int feature = (int) (best >>> 8);
    int bin = (int) (best & 0xFF);
    boolean splits = best >= 0;
    tree.feature[node] = (byte) (splits ? feature : 0);
    tree.line[node] = splits ? edges[feature][bin] : Float.MAX_VALUE;
    int[] low = members;
    int[] high = new int[0];
    if (splits) {
      low = Arrays.stream(members).filter(row -> bins[feature][row] <= bin).toArray();
      high = Arrays.stream(members).filter(row -> bins[feature][row] > bin).toArray();
    }
    split(tree, 2 * node + 1, low);
    split(tree, 2 * node + 2, high);
  }

  /// The feature and bin whose split explains most of the signs, or -1 where none does.
  private long best(int[] members) {
    double bestGain = 1e-9;
    long best = -1;
    for (int feature = 0; feature < Features.COUNT; feature++) {
      var sums = new double[BINS];
      var weights = new double[BINS];
      double sum = 0;
      double total = 0;
      for (int row : members) {
        double signed = Math.signum(left[row]) * weight[row];
        sums[bins[feature][row]] += signed;
        weights[bins[feature][row]] += weight[row];
        sum += signed;
        total += weight[row];
      }
      double low = 0;
      double lowWeight = 0;
      for (int bin = 0; bin < edges[feature].length; bin++) {
        low += sums[bin];
        lowWeight += weights[bin];
        double highWeight = total - lowWeight;
        if (lowWeight >= LEAST && highWeight >= LEAST) {
          double high = sum - low;
          double gain = low * low / lowWeight + high * high / highWeight - sum * sum / total;
          if (gain > bestGain) {
            bestGain = gain;
            best = (long) feature << 8 | bin;
          }
        }
      }
    }
    return best;
  }

  /// The weighted median of what is left over.
  private double median(int[] members, int count) {
    var order = new Integer[count];
    double total = 0;
    for (int i = 0; i < count; i++) {
      order[i] = members[i];
      total += weight[members[i]];
    }
    Arrays.sort(order, (one, other) -> Double.compare(left[one], left[other]));
    double sum = 0;
    for (Integer row : order) {
      sum += weight[row];
      if (sum >= total / 2) {
        return left[row];
      }
    }
    return 0;
  }
}
