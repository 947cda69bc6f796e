package org.wordborne.text;

import java.util.ArrayList;
import java.util.List;

/// Picks the stretches of a text that moved a judgement most.
final class Reasons {
  private static final int MOST = 3;
  private static final double LEAST = 0.08;

  private final TextReader reader;
  private final Judge judge;
  private final List<Reason> reasons = new ArrayList<>();

  Reasons(TextReader reader, Judge judge) {
    this.reader = reader;
    this.judge = judge;
  }

  /// Adds the strongest tokens for `column`, less what they say for `against` (-1 for none).
  void add(String judgement, int column, int against) {
    int tokens = reader.scan.count;
    double[] moved = new double[tokens];
    float[] shares = judge.shares(reader, column);
    for (int t = 0; t < tokens; t++) {
      moved[t] = shares[t];
    }
    if (against >= 0) {
      shares = judge.shares(reader, against);
      for (int t = 0; t < tokens; t++) {
        moved[t] -= shares[t];
      }
    }
    for (int picked = 0; picked < MOST; picked++) {
      int best = best(moved);
      if (best < 0) {
        return;
      }
      add(judgement, best, best + 1, moved[best]);
      moved[best] = 0;
    }
  }

  private int best(double[] moved) {
    int best = -1;
    for (int t = 0; t < moved.length; t++) {
      if (shows(t) && moved[t] >= LEAST && (best < 0 || moved[t] > moved[best])) {
        best = t;
      }
    }
    return best;
  }

  private boolean shows(int t) {
    byte kind = reader.scan.kind[t];
    return kind != Token.LINK && kind != Token.HANDLE;
  }

  /// Adds the stretch from one token to before another.
  void add(String judgement, int from, int to, double weight) {
    String text = reader.scan.text;
    int first = reader.scan.start[from];
    int last = reader.scan.end[to - 1];
    int start = text.codePointCount(0, first);
    int end = start + text.codePointCount(first, last);
    double rounded = StrictMath.round(weight * 1000) / 1000.0;
    reasons.add(new Reason(judgement, start, end, text.substring(first, last), rounded));
  }

  List<Reason> all() {
    return List.copyOf(reasons);
  }
}
