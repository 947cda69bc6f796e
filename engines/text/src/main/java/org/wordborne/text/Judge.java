package org.wordborne.text;

/// The log odds of every judgement column for one text, and what each stretch added to them.
final class Judge {
  private final Weights weights;
  private final int[] wordSums = new int[Columns.COUNT];
  private final int[] gramSums = new int[Columns.COUNT];
  private int[] wordRows = new int[1024];
  private int[] gramRows = new int[4096];
  private float[] shares = new float[256];

  /// Log odds, a column each.
  final double[] odds = new double[Columns.COUNT];

  Judge(Weights weights) {
    this.weights = weights;
  }

  /// Judges what the reader read.
  void judge(TextReader reader) {
    reserve(reader);
    java.util.Arrays.fill(wordSums, 0);
    java.util.Arrays.fill(gramSums, 0);
    weights.judgement().sum(reader.features.key, reader.features.count, wordSums, wordRows);
    weights.judgement().sum(reader.grams.key, reader.grams.count, gramSums, gramRows);
    double word = reader.wordValue();
    double gram = reader.gramValue();
    var head = weights.judgementHead();
    for (int c = 0; c < Columns.COUNT; c++) {
      odds[c] = head.scale[c] * (wordSums[c] * word + gramSums[c] * gram) + head.start[c];
    }
  }

  private void reserve(TextReader reader) {
    if (wordRows.length < reader.features.count) {
      wordRows = new int[reader.features.count * 2];
    }
    if (gramRows.length < reader.grams.count) {
      gramRows = new int[reader.grams.count * 2];
    }
    if (shares.length < reader.scan.count) {
      shares = new float[reader.scan.count * 2];
    }
  }

  /// Returns how far each token of the last text moved a column; valid until the next call.
  float[] shares(TextReader reader, int column) {
    int tokens = reader.scan.count;
    java.util.Arrays.fill(shares, 0, tokens, 0);
    float scale = weights.judgementHead().scale[column];
    float word = reader.wordValue() * scale;
    for (int i = 0; i < reader.features.count; i++) {
      int from = reader.features.from[i];
      if (wordRows[i] >= 0 && from >= 0) {
        int to = reader.features.to[i];
        float part = weights.judgement().weight(wordRows[i], column) * word / (to - from + 1);
        for (int t = from; t <= to; t++) {
          shares[t] += part;
        }
      }
    }
    float gram = reader.gramValue() * scale;
    for (int i = 0; i < reader.grams.count; i++) {
      if (gramRows[i] >= 0) {
        shares[reader.grams.token[i]] += weights.judgement().weight(gramRows[i], column) * gram;
      }
    }
    return shares;
  }
}
