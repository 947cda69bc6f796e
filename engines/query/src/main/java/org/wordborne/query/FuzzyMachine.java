package org.wordborne.query;

import org.wordborne.query.Nfa.TooComplexException;

/// Words within a few edits of one: a character more, less, other, or two neighbours swapped
/// (the optimal string alignment distance).
///
/// Method: the state (i, e) has read i characters of the word with e edits; a swap passes through
/// a state of its own.
final class FuzzyMachine {
  private final int[] word;
  private final int edits;
  private final Nfa nfa = new Nfa();
  private final int[][] states;

  private FuzzyMachine(String word, int edits) throws TooComplexException {
    this.word = word.codePoints().toArray();
    this.edits = edits;
    states = new int[this.word.length + 1][edits + 1];
    for (var row : states) {
      for (int e = 0; e <= edits; e++) {
        row[e] = nfa.state();
      }
    }
  }

  static Nfa of(String word, int edits) throws TooComplexException {
    var machine = new FuzzyMachine(word, edits);
    for (int i = 0; i <= machine.word.length; i++) {
      for (int e = 0; e <= edits; e++) {
        machine.connect(i, e);
      }
    }
    return machine.nfa;
  }

  private void connect(int i, int e) throws TooComplexException {
    int here = states[i][e];
    if (i == word.length) {
      nfa.accept(here);
    } else {
      nfa.arc(here, word[i], word[i], states[i + 1][e]);
    }
    if (e == edits) {
      return;
    }
    nfa.any(here, states[i][e + 1]);
    if (i < word.length) {
      nfa.any(here, states[i + 1][e + 1]);
      nfa.skip(here, states[i + 1][e + 1]);
    }
    if (i + 1 < word.length) {
      int swapped = nfa.state();
      nfa.arc(here, word[i + 1], word[i + 1], swapped);
      nfa.arc(swapped, word[i], word[i], states[i + 2][e + 1]);
    }
  }
}
