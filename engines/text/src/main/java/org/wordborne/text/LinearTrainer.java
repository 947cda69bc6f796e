package org.wordborne.text;

import java.util.SplittableRandom;

/// Logistic regression on hashed features, a column a judgement, all columns in one pass.
///
/// Each feature is scaled, for each column, by its log count ratio (Wang and Manning, *Baselines
/// and Bigrams*, ACL 2012), the step of each weight follows AdaGrad (Duchi, Hazan, Singer, JMLR
/// 2011), and weights shrink when they are touched. The same problem and seed give the same bits.
final class LinearTrainer {
  /// How to train.
  ///
  /// @param passes times over the examples
  /// @param rate first step
  /// @param shrink pull towards 0 at each touch
  /// @param ratios whether features are scaled by their count ratios
  /// @param softmax whether exactly one column is true
  record Settings(int passes, double rate, double shrink, boolean ratios, boolean softmax) {}

  private final Problem problem;
  private final int columns;
  private final Settings settings;
  private final float[] ratio;
  private final float[] weight;
  private final float[] steps;
  private final float[] start;
  private final float[] startSteps;
  private final float[] mean;
  private final float[] meanStart;
  private final float[] error;
  private final double[] odds;

  private LinearTrainer(Problem problem, int features, Settings settings) {
    this.problem = problem;
    this.settings = settings;
    columns = problem.columns;
    weight = new float[features * columns];
    steps = new float[features * columns];
    ratio = settings.ratios ? ratios(features) : new float[0];
    start = new float[columns];
    startSteps = new float[columns];
    mean = new float[features * columns];
    meanStart = new float[columns];
    error = new float[columns];
    odds = new double[columns];
  }

  /// What was learned.
  @SuppressWarnings("ArrayRecordComponent")
  record Learned(float[] weights, float[] start) {}

  /// Learns the weights of `features` features for the columns of a problem.
  static Learned train(Problem problem, int features, Settings settings, long seed) {
    var trainer = new LinearTrainer(problem, features, settings);
    trainer.run(seed);
    return new Learned(trainer.effective(), trainer.meanStart);
  }

  private void run(long seed) {
    int[] order = new int[problem.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    var random = new SplittableRandom(seed);
    for (int pass = 0; pass < settings.passes; pass++) {
      for (int i = order.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int other = order[j];
        order[j] = order[i];
        order[i] = other;
      }
      for (int example : order) {
        learn(example);
      }
      average(pass);
    }
  }

  /// The mean of the weights after each pass errs less than the last of them.
  private void average(int pass) {
    for (int i = 0; i < weight.length; i++) {
      mean[i] += (weight[i] - mean[i]) / (pass + 1);
    }
    for (int c = 0; c < columns; c++) {
      meanStart[c] += (start[c] - meanStart[c]) / (pass + 1);
    }
  }

  private void learn(int example) {
    int[] features = problem.features.get(example);
    int words = problem.words.get(example);
    float[] value = problem.values.get(example);
    guess(features, words, value);
    errors(problem.targets.get(example), problem.weights.get(example));
    boolean wrong = false;
    for (int c = 0; c < columns; c++) {
      wrong |= Math.abs(error[c]) > 1e-4f;
      move(c);
    }
    if (wrong) {
      for (int i = 0; i < features.length; i++) {
        touch(features[i] * columns, value[i < words ? 0 : 1]);
      }
    }
  }

  private void guess(int[] features, int words, float[] value) {
    for (int c = 0; c < columns; c++) {
      odds[c] = start[c];
    }
    for (int i = 0; i < features.length; i++) {
      int base = features[i] * columns;
      float x = value[i < words ? 0 : 1];
      for (int c = 0; c < columns; c++) {
        float scaled = settings.ratios ? x * ratio[base + c] : x;
        odds[c] += scaled * weight[base + c];
      }
    }
  }

  private void errors(byte[] targets, float importance) {
    if (settings.softmax) {
      double[] chances = Chances.softmax(odds);
      for (int c = 0; c < columns; c++) {
        error[c] = (float) (chances[c] - targets[c]) * importance;
      }
      return;
    }
    for (int c = 0; c < columns; c++) {
      boolean unknown = targets[c] == Problem.UNKNOWN;
      error[c] = unknown ? 0 : (float) (Chances.sigmoid(odds[c]) - targets[c]) * importance;
    }
  }

  private void move(int c) {
    startSteps[c] += error[c] * error[c];
    start[c] -= (float) (settings.rate * error[c] / Math.sqrt(startSteps[c] + 1e-8));
  }

  private void touch(int base, float x) {
    float rate = (float) settings.rate;
    float shrink = (float) settings.shrink;
    for (int c = 0; c < columns; c++) {
      int at = base + c;
      float scaled = settings.ratios ? x * ratio[at] : x;
      float slope = error[c] * scaled + shrink * weight[at];
      steps[at] += slope * slope;
      weight[at] -= rate * slope / (float) Math.sqrt(steps[at] + 1e-8f);
    }
  }

  /// Returns the weights with their ratios multiplied in.
  private float[] effective() {
    if (settings.ratios) {
      for (int i = 0; i < weight.length; i++) {
        mean[i] *= ratio[i];
      }
    }
    return mean;
  }

  private float[] ratios(int features) {
    float[] with = new float[features * columns];
    float[] without = new float[features * columns];
    double[] sumWith = new double[columns];
    double[] sumWithout = new double[columns];
    for (int example = 0; example < problem.size(); example++) {
      byte[] targets = problem.targets.get(example);
      float importance = problem.weights.get(example);
      int[] present = problem.features.get(example);
      for (int c = 0; c < columns; c++) {
        if (targets[c] == Problem.UNKNOWN) {
          continue;
        }
        float[] counts = targets[c] == 1 ? with : without;
        (targets[c] == 1 ? sumWith : sumWithout)[c] += importance;
        for (int feature : present) {
          counts[feature * columns + c] += importance;
        }
      }
    }
    for (int i = 0; i < with.length; i++) {
      double base = sumWith[i % columns] / Math.max(1, sumWithout[i % columns]);
      double odds = (with[i] + 1 * base + 1e-3) / ((without[i] + 1) * Math.max(base, 1e-6));
      with[i] = (float) Math.clamp(StrictMath.log(odds), -4, 4);
    }
    return with;
  }
}
