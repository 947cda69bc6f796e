package org.wordborne.spread;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A sum of small trees, each complete to the same depth.
final class Forest {
  static final int DEPTH = 4;
  static final int SPLITS = (1 << DEPTH) - 1;
  static final int LEAVES = 1 << DEPTH;

  /// One tree: node i splits to 2i + 1, where the feature is at most the line, and 2i + 2.
  static final class Tree {
    final byte[] feature = new byte[SPLITS];
    final float[] line = new float[SPLITS];
    final float[] leaf = new float[LEAVES];

    int leafOf(double[] features) {
      int node = 0;
      while (node < SPLITS) {
        node = 2 * node + (features[feature[node]] <= line[node] ? 1 : 2);
      }
      return node - SPLITS;
    }
  }

  private final double begin;
  private final List<Tree> trees;

  Forest(double begin, List<Tree> trees) {
    this.begin = begin;
    this.trees = trees;
  }

  double of(double[] features) {
    double sum = begin;
    for (Tree tree : trees) {
      sum += tree.leaf[tree.leafOf(features)];
    }
    return sum;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeDouble(begin);
    out.writeInt(trees.size());
    for (Tree tree : trees) {
      out.write(tree.feature);
      for (float each : tree.line) {
        out.writeFloat(each);
      }
      for (float each : tree.leaf) {
        out.writeFloat(each);
      }
    }
  }

  static Forest read(DataInputStream in) throws IOException {
    double begin = in.readDouble();
    int count = in.readInt();
    var trees = new ArrayList<Tree>();
    for (int i = 0; i < count; i++) {
      var tree = new Tree();
      in.readFully(tree.feature);
      for (int j = 0; j < SPLITS; j++) {
        tree.line[j] = in.readFloat();
      }
      for (int j = 0; j < LEAVES; j++) {
        tree.leaf[j] = in.readFloat();
      }
      trees.add(tree);
    }
    return new Forest(begin, trees);
  }
}
