package org.wordborne.text;

import java.util.ArrayList;
import java.util.List;

/// Examples of one head: the features of each text, and what is known of each column.
final class Problem {
  /// Nothing is known of the column for this text.
  static final byte UNKNOWN = -1;

  final int columns;
  final List<int[]> features = new ArrayList<>();

  /// How many of the features are of words; the rest are of grams.
  final List<Integer> words = new ArrayList<>();

  /// What one word feature and one gram feature count for.
  final List<float[]> values = new ArrayList<>();

  final List<byte[]> targets = new ArrayList<>();
  final List<Float> weights = new ArrayList<>();

  Problem(int columns) {
    this.columns = columns;
  }

  int size() {
    return features.size();
  }

  /// Returns targets where `label` is the one true column.
  static byte[] oneOf(int columns, int label) {
    byte[] targets = new byte[columns];
    targets[label] = 1;
    return targets;
  }

  void add(Extract extract, byte[] target, double weight) {
    features.add(extract.features());
    words.add(extract.words());
    values.add(new float[] {extract.wordValue(), extract.gramValue()});
    targets.add(target);
    weights.add((float) weight);
  }

  /// The features of one text, found in the dictionary.
  @SuppressWarnings("ArrayRecordComponent")
  record Extract(int[] features, int words, float wordValue, float gramValue) {}
}
