package org.wordborne.query;

import org.jspecify.annotations.Nullable;

/// A word, sign or pattern that standing queries ask for, and the queries that wait for it.
final class Term {
  final String text;
  final char[] chars;
  final int hash;
  final int id;

  /// Where the term is a pattern: which words are meant.
  final @Nullable WordPattern pattern;

  /// Posts of the sample that had the term; threads may lose a count, which does no harm.
  int seen;

  /// How many queries ask for the term.
  int asked;

  /// Queries that cannot match without this term. Written by one thread at a time; what a reader
  /// misses was registered while its post was being matched.
  volatile @Nullable Waiting waiting;

  /// Patterns that mean this word, worked out when it is first heard.
  @Nullable PatternHits patternHits;

  Term(String text, int id, @Nullable WordPattern pattern) {
    this.text = text;
    this.chars = text.toCharArray();
    this.hash = text.hashCode();
    this.id = id;
    this.pattern = pattern;
  }

  boolean spells(char[] other, int from, int length) {
    if (chars.length != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (chars[i] != other[from + i]) {
        return false;
      }
    }
    return true;
  }

  /// Which patterns mean a word, as of a number of patterns.
  record PatternHits(String word, int patterns, Term[] hits) {}
}
