package org.wordborne.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wordborne.query.QueryNode.WordTest;
import org.wordborne.query.Term.PatternHits;

/// The vocabulary of standing queries: finds in a text the terms that any of them asks for.
///
/// One thread at a time adds; any number look up meanwhile.
final class StandingIndex {
  private static final char RAW = '\u0001';
  private static final char PAIR = '\u0003';
  private static final int CACHED_WORDS = 1 << 13;
  private static final Term[] NO_TERMS = {};

  /*
   * An open hash table. Hashes stand in an array of their own, so that a word nobody asks for,
   * which most are, is dismissed without touching a term. A reader that sees a hash before its
   * term has missed a query registered this instant.
   */
  private volatile Table table = new Table(new int[1 << 10], new Term[1 << 10]);
  private volatile int terms;
  private @Nullable StandingIndex previous;
  private volatile boolean asksSigns;
  private volatile boolean asksPairs;
  private volatile boolean asksRaw;
  private volatile List<Term> signPatterns = List.of();
  private final WordPatterns patterns = new WordPatterns();
  private final Map<WordTest.Like, Term> patternTerms = new HashMap<>();
  private final @Nullable PatternHits[] recentWords = new PatternHits[CACHED_WORDS];

  /// Queries that no term points to.
  final Waiting always = new Waiting();

  private record Table(int[] hashes, @Nullable Term[] terms) {}

  int termCount() {
    return terms;
  }

  /// Returns the term that a test asks for, adding it where it is new.
  Term term(WordTest test) {
    var term =
        switch (test) {
          case WordTest.Exact(var word) -> plain(word);
          case WordTest.Pair(var first, var second) -> {
            asksPairs = true;
            yield plain(PAIR + first + second);
          }
          case WordTest.Raw(var form, _) -> {
            asksRaw = true;
            yield plain(RAW + form);
          }
          case WordTest.Sign(var sign) -> {
            asksSigns = true;
            yield plain(sign);
          }
          case WordTest.Like like -> patternTerms.computeIfAbsent(like, this::pattern);
        };
    term.asked++;
    return term;
  }

  private Term pattern(WordTest.Like like) {
    var term = new Term(like.mark(), terms, like.pattern());
    term.seen = seenBefore(like);
    terms++;
    if (like.mark().isEmpty()) {
      patterns.add(term, like.pattern());
    } else {
      var more = new ArrayList<>(signPatterns);
      more.add(term);
      signPatterns = List.copyOf(more);
      asksSigns = true;
    }
    return term;
  }

  private Term plain(String text) {
    var known = find(text.toCharArray(), 0, text.length(), text.hashCode());
    if (known != null) {
      return known;
    }
    var term = new Term(text, terms, null);
    term.seen = seenBefore(text);
    terms++;
    if (terms * 2 >= table.terms.length) {
      grow();
    }
    put(table, term);
    return term;
  }

  private void grow() {
    var before = table;
    int length = before.terms.length * 2;
    var after = new Table(new int[length], new Term[length]);
    for (var term : before.terms) {
      if (term != null) {
        put(after, term);
      }
    }
    table = after;
  }

  private static void put(Table table, Term term) {
    int mask = table.hashes.length - 1;
    int slot = slot(term.hash, mask);
    while (table.terms[slot] != null) {
      slot = (slot + 1) & mask;
    }
    table.terms[slot] = term;
    table.hashes[slot] = stored(term.hash);
  }

  /// 0 means an empty slot.
  private static int stored(int hash) {
    return hash == 0 ? 1 : hash;
  }

  private static int slot(int hash, int mask) {
    int mixed = hash * 0x9E3779B9;
    return (mixed ^ (mixed >>> 15)) & mask;
  }

  private @Nullable Term find(char[] chars, int from, int length, int hash) {
    var current = table;
    var hashes = current.hashes;
    int mask = hashes.length - 1;
    int wanted = stored(hash);
    for (int slot = slot(hash, mask); hashes[slot] != 0; slot = (slot + 1) & mask) {
      if (hashes[slot] == wanted) {
        var term = current.terms[slot];
        if (term != null && term.spells(chars, from, length)) {
          return term;
        }
      }
    }
    return null;
  }

  /// Marks in `post` all terms of a text whose first word stands at `base`.
  void find(TokenBuffer buffer, int base, PostWords post) {
    boolean plainOnly = !asksPairs && !asksRaw && patterns.isEmpty();
    for (int i = 0; i < buffer.size; i++) {
      int from = buffer.from[i];
      var term = find(buffer.chars, from, buffer.to[i] - from, buffer.hash[i]);
      if (term != null) {
        post.mark(term, base + i);
      }
      if (!plainOnly) {
        findMore(buffer, i, base, term, post);
      }
    }
    if (asksSigns) {
      findSigns(buffer, base, post);
    }
  }

  private void findMore(TokenBuffer buffer, int i, int base, @Nullable Term word, PostWords post) {
    boolean gluedNext = i + 1 < buffer.size && (buffer.flags[i + 1] & TokenBuffer.GLUED) != 0;
    if (asksPairs && gluedNext) {
      mark(PAIR + word(buffer, i) + word(buffer, i + 1), base + i, post);
    }
    if (asksRaw) {
      mark(RAW + buffer.raw(i), base + i, post);
    }
    if (!patterns.isEmpty()) {
      for (var hit : patternHits(buffer, i, word)) {
        post.mark(hit, base + i);
      }
    }
  }

  private static String word(TokenBuffer buffer, int i) {
    return new String(buffer.chars, buffer.from[i], buffer.to[i] - buffer.from[i]);
  }

  private void mark(String text, int place, PostWords post) {
    var term = find(text.toCharArray(), 0, text.length(), text.hashCode());
    if (term != null) {
      post.mark(term, place);
    }
  }

  private void findSigns(TokenBuffer buffer, int base, PostWords post) {
    for (int k = 0; k < buffer.signs; k++) {
      int from = buffer.signFrom[k];
      var sign = new String(buffer.chars, from, buffer.signTo[k] - from);
      int place = base + buffer.signToken[k];
      mark(sign, place, post);
      for (var term : signPatterns) {
        if (sign.startsWith(term.text) && meant(term, sign.substring(1))) {
          post.mark(term, place);
        }
      }
    }
  }

  private static boolean meant(Term term, String name) {
    return term.pattern != null && term.pattern.matches(name);
  }

  /*
   * Which patterns mean a word is worked out once, over the vocabulary, not over the posts: for
   * words that are asked for it is kept with the term, for others with the last that shared a
   * slot.
   */
  private Term[] patternHits(TokenBuffer buffer, int i, @Nullable Term word) {
    int count = patterns.count();
    int slot = slot(buffer.hash[i], CACHED_WORDS - 1);
    var known = word == null ? recentWords[slot] : word.patternHits;
    if (known != null && known.patterns() == count && spells(known.word(), buffer, i)) {
      return known.hits();
    }
    var text = word(buffer, i);
    var hits = patterns.meaning(text).toArray(NO_TERMS);
    var fresh = new PatternHits(text, count, hits);
    if (word == null) {
      recentWords[slot] = fresh;
    } else {
      word.patternHits = fresh;
    }
    return hits;
  }

  private static boolean spells(String word, TokenBuffer buffer, int i) {
    int from = buffer.from[i];
    if (word.length() != buffer.to[i] - from) {
      return false;
    }
    for (int k = 0; k < word.length(); k++) {
      if (word.charAt(k) != buffer.chars[from + k]) {
        return false;
      }
    }
    return true;
  }

  /// Lets new terms know how often they were seen in an index that this one replaces.
  void learnFrom(StandingIndex before) {
    previous = before;
  }

  /// Ends the learning, so that the old index can be forgotten.
  void stopLearning() {
    previous = null;
  }

  private int seenBefore(String text) {
    var known =
        previous == null
            ? null
            : previous.find(text.toCharArray(), 0, text.length(), text.hashCode());
    return known == null ? 0 : known.seen;
  }

  private int seenBefore(WordTest.Like like) {
    var known = previous == null ? null : previous.patternTerms.get(like);
    return known == null ? 0 : known.seen;
  }
}
