package org.wordborne.query;

import java.util.Objects;
import org.wordborne.query.Nfa.TooComplexException;

/// Which words are meant by a wildcard, a fuzzy word or a regular expression.
///
/// Judges one folded word in time linear in its length. Equal patterns mean the same words.
public final class WordPattern {
  /// How a pattern is written.
  public enum Kind {
    /// `*` stands for any characters, `?` for exactly one.
    WILDCARD,
    /// As many edits away at most: one is a character more, less, other, or two swapped.
    FUZZY,
    /// A regular expression that the whole word must satisfy.
    REGEX
  }

  private final Kind kind;
  private final String source;
  private final int edits;
  private final Nfa nfa;
  private final WordAutomaton automaton;

  private WordPattern(Kind kind, String source, int edits, Nfa nfa) throws TooComplexException {
    this.kind = kind;
    this.source = source;
    this.edits = edits;
    this.nfa = nfa;
    this.automaton = WordAutomaton.of(nfa);
  }

  static WordPattern wildcard(String glob) throws TooComplexException {
    var nfa = new Nfa();
    int last = nfa.state();
    for (int codePoint : glob.codePoints().toArray()) {
      if (codePoint == '*') {
        nfa.any(last, last);
        continue;
      }
      int next = nfa.state();
      if (codePoint == '?') {
        nfa.any(last, next);
      } else {
        nfa.arc(last, codePoint, codePoint, next);
      }
      last = next;
    }
    nfa.accept(last);
    return new WordPattern(Kind.WILDCARD, glob, 0, nfa);
  }

  static WordPattern fuzzy(String word, int edits) throws TooComplexException {
    return new WordPattern(Kind.FUZZY, word, edits, FuzzyMachine.of(word, edits));
  }

  static WordPattern regex(String source) throws TooComplexException, RegexReader.WrongException {
    return new WordPattern(Kind.REGEX, source, 0, RegexReader.read(source));
  }

  /// Returns how the pattern is written.
  public Kind kind() {
    return kind;
  }

  /// Returns the folded word with its wildcards, the fuzzy word, or the regular expression.
  public String source() {
    return source;
  }

  /// Returns the number of edits allowed; 0 unless fuzzy.
  public int edits() {
    return edits;
  }

  /// Says whether a folded word is meant.
  public boolean matches(CharSequence word) {
    return automaton.matches(word);
  }

  /// Returns the machine, for searches that run it over a vocabulary.
  public WordAutomaton automaton() {
    return automaton;
  }

  Nfa nfa() {
    return nfa;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WordPattern that
        && kind == that.kind
        && edits == that.edits
        && source.equals(that.source);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, source, edits);
  }

  @Override
  public String toString() {
    return switch (kind) {
      case WILDCARD -> source;
      case FUZZY -> source + "~" + edits;
      case REGEX -> "/" + source + "/";
    };
  }
}
