package org.wordborne.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/// How well guesses meet labels: recall, F1 and accuracy, with bootstrap intervals.
public final class Evaluation {
  private static final int DRAWS = 500;
  private static final double TAIL = 0.025;

  private final List<String> labels;
  private final List<int[]> pairs = new ArrayList<>();

  /// Starts an evaluation over these labels.
  public Evaluation(List<String> labels) {
    this.labels = List.copyOf(labels);
  }

  /// What one label came to.
  ///
  /// @param recall share of its texts that were found
  /// @param precision share of its guesses that were right
  /// @param f1 harmonic mean of the two
  /// @param n how many texts have it
  public record Label(double recall, double precision, double f1, int n) {}

  /// Adds one text.
  public void add(String truth, String guess) {
    pairs.add(new int[] {index(truth), index(guess)});
  }

  private int index(String label) {
    int index = labels.indexOf(label);
    if (index < 0) {
      throw new IllegalArgumentException("label must be one of " + labels + ", was " + label);
    }
    return index;
  }

  /// Returns the number of texts.
  public int size() {
    return pairs.size();
  }

  /// Returns the labels, in the order of the matrix.
  public List<String> labels() {
    return labels;
  }

  /// Returns how often each label (row) was guessed as each (column).
  public int[][] confusion() {
    return confusion(pairs);
  }

  private int[][] confusion(List<int[]> some) {
    int[][] matrix = new int[labels.size()][labels.size()];
    for (int[] pair : some) {
      matrix[pair[0]][pair[1]]++;
    }
    return matrix;
  }

  /// Returns the mean recall over the labels that occur.
  public double macroRecall() {
    return macroRecall(confusion());
  }

  /// Returns the mean F1 over the labels that occur.
  public double macroF1() {
    return macroF1(confusion());
  }

  /// Returns the share of right guesses.
  public double accuracy() {
    return accuracy(confusion());
  }

  /// Returns each label's own figures.
  public Map<String, Label> perLabel() {
    int[][] matrix = confusion();
    var all = new LinkedHashMap<String, Label>();
    for (int i = 0; i < labels.size(); i++) {
      all.put(labels.get(i), label(matrix, i));
    }
    return all;
  }

  /// Returns the middle 95 % of each figure when the texts are drawn again with replacement.
  public Map<String, double[]> intervals(long seed) {
    var random = new SplittableRandom(seed);
    List<int[][]> draws = new ArrayList<>();
    for (int draw = 0; draw < DRAWS; draw++) {
      var drawn = new ArrayList<int[]>(pairs.size());
      for (int i = 0; i < pairs.size(); i++) {
        drawn.add(pairs.get(random.nextInt(pairs.size())));
      }
      draws.add(confusion(drawn));
    }
    var all = new LinkedHashMap<String, double[]>();
    all.put("macroRecall", interval(draws, Evaluation::macroRecall));
    all.put("macroF1", interval(draws, Evaluation::macroF1));
    all.put("accuracy", interval(draws, Evaluation::accuracy));
    return all;
  }

  private static double[] interval(List<int[][]> draws, ToDoubleFunction<int[][]> figure) {
    double[] sorted = draws.stream().mapToDouble(figure).sorted().toArray();
    int low = (int) (sorted.length * TAIL);
    return new double[] {sorted[low], sorted[sorted.length - 1 - low]};
  }

  private static Label label(int[][] matrix, int label) {
    int hits = matrix[label][label];
    int truth = Arrays.stream(matrix[label]).sum();
    int guessed = Arrays.stream(matrix).mapToInt(row -> row[label]).sum();
    double recall = truth == 0 ? 0 : (double) hits / truth;
    double precision = guessed == 0 ? 0 : (double) hits / guessed;
    double f1 = truth + guessed == 0 ? 0 : 2.0 * hits / (truth + guessed);
    return new Label(recall, precision, f1, truth);
  }

  private static double macroRecall(int[][] matrix) {
    return mean(matrix, Label::recall);
  }

  private static double macroF1(int[][] matrix) {
    return mean(matrix, Label::f1);
  }

  private static double mean(int[][] matrix, ToDoubleFunction<Label> figure) {
    double sum = 0;
    int met = 0;
    for (int i = 0; i < matrix.length; i++) {
      var label = label(matrix, i);
      if (label.n > 0) {
        sum += figure.applyAsDouble(label);
        met++;
      }
    }
    return met == 0 ? 0 : sum / met;
  }

  private static double accuracy(int[][] matrix) {
    int hits = 0;
    int all = 0;
    for (int i = 0; i < matrix.length; i++) {
      hits += matrix[i][i];
      all += Arrays.stream(matrix[i]).sum();
    }
    return all == 0 ? 0 : (double) hits / all;
  }

  /// Returns the lower end of Wilson's interval for `hits` of `n`, `errors` standard errors wide.
  static double wilsonLow(int hits, int n, double errors) {
    if (n == 0) {
      return 0;
    }
    double share = (double) hits / n;
    double z2 = errors * errors;
    double spread = errors * Math.sqrt(share * (1 - share) / n + z2 / (4.0 * n * n));
    return (share + z2 / (2 * n) - spread) / (1 + z2 / n);
  }
}
