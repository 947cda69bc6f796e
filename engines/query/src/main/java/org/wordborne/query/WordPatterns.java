package org.wordborne.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Patterns by the letters that their words begin with, where that is known.
final class WordPatterns {
  private static final int LONGEST_BEGINNING = 3;

  private final Map<String, List<Term>> byBeginning = new ConcurrentHashMap<>();
  private volatile int count;

  void add(Term term, WordPattern pattern) {
    byBeginning.computeIfAbsent(beginning(pattern), _ -> new CopyOnWriteArrayList<>()).add(term);
    count++;
  }

  boolean isEmpty() {
    return count == 0;
  }

  int count() {
    return count;
  }

  List<Term> meaning(String word) {
    var meaning = new ArrayList<Term>();
    for (int length = 0; length <= Math.min(LONGEST_BEGINNING, word.length()); length++) {
      for (var term : byBeginning.getOrDefault(word.substring(0, length), List.of())) {
        if (term.pattern != null && term.pattern.matches(word)) {
          meaning.add(term);
        }
      }
    }
    return meaning;
  }

  private static String beginning(WordPattern pattern) {
    if (pattern.kind() != WordPattern.Kind.WILDCARD) {
      return "";
    }
    var glob = pattern.source();
    int end = 0;
    while (end < Math.min(glob.length(), LONGEST_BEGINNING)
        && glob.charAt(end) != '*'
        && glob.charAt(end) != '?') {
      end++;
    }
    return glob.substring(0, end);
  }
}
