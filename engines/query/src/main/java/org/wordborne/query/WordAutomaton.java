package org.wordborne.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.wordborne.query.Nfa.TooComplexException;

/// A machine that is in one state at a time, so that a word is judged in one pass, whatever the
/// pattern. Immutable.
public final class WordAutomaton {
  private static final int MOST_STATES = 4_000;
  private static final int MOST_WORK = 2_000_000;
  private static final int ASCII = 128;

  /// A step from one state to another on any code point in `[min, max]`.
  ///
  /// @param from the state before
  /// @param min first code point
  /// @param max last code point, inclusive
  /// @param to the state behind
  public record Step(int from, int min, int max, int to) {}

  private final boolean[] accepting;
  private final List<Step> steps;

  /// For each state the state behind each ASCII character, -1 for none.
  private final short[] ascii;

  /// For each state its steps, sorted: min, max, to.
  private final int[][] ranges;

  private WordAutomaton(List<Step> steps, boolean[] accepting) {
    this.steps = List.copyOf(steps);
    this.accepting = accepting;
    ascii = new short[accepting.length * ASCII];
    Arrays.fill(ascii, (short) -1);
    ranges = new int[accepting.length][];
    var byState = new ArrayList<List<Step>>();
    for (int s = 0; s < accepting.length; s++) {
      byState.add(new ArrayList<>());
    }
    steps.forEach(step -> byState.get(step.from).add(step));
    for (int s = 0; s < accepting.length; s++) {
      ranges[s] = flat(byState.get(s));
    }
  }

  private int[] flat(List<Step> sorted) {
    var flat = new int[sorted.size() * 3];
    for (int i = 0; i < sorted.size(); i++) {
      var step = sorted.get(i);
      flat[3 * i] = step.min;
      flat[3 * i + 1] = step.max;
      flat[3 * i + 2] = step.to;
      for (int c = step.min; c < ASCII && c <= step.max; c++) {
        ascii[step.from * ASCII + c] = (short) step.to;
      }
    }
    return flat;
  }

  /// Returns the number of states; 0 is where the machine starts.
  public int states() {
    return accepting.length;
  }

  /// Says whether a word that ends in this state is one of those meant.
  public boolean isAccepting(int state) {
    return accepting[state];
  }

  /// Returns all steps, by state and then by code point.
  public List<Step> steps() {
    return steps;
  }

  boolean matches(CharSequence word) {
    int state = 0;
    for (int i = 0; i < word.length() && state >= 0; ) {
      int codePoint = Character.codePointAt(word, i);
      state = next(state, codePoint);
      i += Character.charCount(codePoint);
    }
    return state >= 0 && accepting[state];
  }

  private int next(int state, int codePoint) {
    if (codePoint < ASCII) {
      return ascii[state * ASCII + codePoint];
    }
    var flat = ranges[state];
    for (int i = 0; i < flat.length; i += 3) {
      if (codePoint >= flat[i] && codePoint <= flat[i + 1]) {
        return flat[i + 2];
      }
    }
    return -1;
  }

  /*
   * The subset construction. Each set of states is stepped on the ranges between the edges of its
   * arcs, so that the alphabet never has to be spelled out.
   */
  static WordAutomaton of(Nfa nfa) throws TooComplexException {
    var numbers = new HashMap<BitSet, Integer>();
    var sets = new ArrayList<BitSet>();
    var steps = new ArrayList<Step>();
    number(nfa.start(), numbers, sets);
    int work = 0;
    for (int from = 0; from < sets.size(); from++) {
      var set = sets.get(from);
      var edges = edges(nfa, set);
      work += edges.size() * set.cardinality();
      if (work > MOST_WORK || sets.size() > MOST_STATES) {
        throw new TooComplexException();
      }
      step(nfa, from, set, edges, numbers, sets, steps);
    }
    var accepting = new boolean[sets.size()];
    for (int s = 0; s < accepting.length; s++) {
      accepting[s] = nfa.accepts(sets.get(s));
    }
    return new WordAutomaton(steps, accepting);
  }

  private static void step(
      Nfa nfa,
      int from,
      BitSet set,
      List<Integer> edges,
      Map<BitSet, Integer> numbers,
      List<BitSet> sets,
      List<Step> steps) {
    for (int e = 0; e + 1 < edges.size(); e++) {
      int min = edges.get(e);
      var reached = nfa.step(set, min);
      if (!reached.isEmpty()) {
        int to = number(reached, numbers, sets);
        steps.add(new Step(from, min, edges.get(e + 1) - 1, to));
      }
    }
  }

  private static List<Integer> edges(Nfa nfa, BitSet set) {
    var edges = new TreeSet<Integer>();
    for (int s = set.nextSetBit(0); s >= 0; s = set.nextSetBit(s + 1)) {
      for (var arc : nfa.arcs(s)) {
        edges.add(arc.min());
        edges.add(arc.max() + 1);
      }
    }
    return List.copyOf(edges);
  }

  private static int number(BitSet set, Map<BitSet, Integer> numbers, List<BitSet> sets) {
    var known = numbers.get(set);
    if (known != null) {
      return known;
    }
    numbers.put(set, sets.size());
    sets.add(set);
    return sets.size() - 1;
  }
}
