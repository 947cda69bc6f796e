package org.wordborne.query;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// A machine over code points that may be in several states at once; what patterns are read to.
final class Nfa {
  /// More states than any honest pattern needs; repetitions multiply.
  static final int MOST_STATES = 2_000;

  private final List<List<Arc>> arcs = new ArrayList<>();
  private final List<List<Integer>> free = new ArrayList<>();
  private final BitSet accepting = new BitSet();

  /// A step on any code point in `[min, max]`.
  record Arc(int min, int max, int to) {}

  /// Adds a state; the first one is where the machine starts.
  int state() throws TooComplexException {
    if (arcs.size() == MOST_STATES) {
      throw new TooComplexException();
    }
    arcs.add(new ArrayList<>());
    free.add(new ArrayList<>());
    return arcs.size() - 1;
  }

  void arc(int from, int min, int max, int to) {
    arcs.get(from).add(new Arc(min, max, to));
  }

  void any(int from, int to) {
    arc(from, 0, Character.MAX_CODE_POINT, to);
  }

  /// Adds a step that reads nothing.
  void skip(int from, int to) {
    free.get(from).add(to);
  }

  void accept(int state) {
    accepting.set(state);
  }

  List<Arc> arcs(int state) {
    return arcs.get(state);
  }

  boolean accepts(BitSet states) {
    return states.intersects(accepting);
  }

  BitSet start() {
    var first = new BitSet();
    first.set(0);
    return closure(first);
  }

  /// Returns the states reached from `states` by one code point.
  BitSet step(BitSet states, int codePoint) {
    var reached = new BitSet();
    for (int s = states.nextSetBit(0); s >= 0; s = states.nextSetBit(s + 1)) {
      for (var arc : arcs.get(s)) {
        if (arc.min <= codePoint && codePoint <= arc.max) {
          reached.set(arc.to);
        }
      }
    }
    return closure(reached);
  }

  private BitSet closure(BitSet states) {
    var waiting = new ArrayList<Integer>();
    states.stream().forEach(waiting::add);
    while (!waiting.isEmpty()) {
      for (int next : free.get(waiting.removeLast())) {
        if (!states.get(next)) {
          states.set(next);
          waiting.add(next);
        }
      }
    }
    return states;
  }

  /// A pattern needs more states than we give it.
  static final class TooComplexException extends Exception {
    private static final long serialVersionUID = 1;
  }
}
