package org.wordborne.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wordborne.query.Nfa.TooComplexException;

/// Reads a regular expression to a machine that never goes back in its text.
///
/// Knows characters, `.`, classes, `\d \w`, groups, `|`, `* + ?` and `{n,m}`. The whole word must
/// fit, so `^` and `$` at the ends say nothing new. Characters are folded as words are.
final class RegexReader {
  private static final int MOST_REPEATS = 100;
  private static final int DEEPEST = 20;

  private final int[] source;
  private final Nfa nfa = new Nfa();
  private int at;
  private int depth;

  private RegexReader(String source) {
    this.source = source.codePoints().toArray();
  }

  /// What is wrong with an expression, and at which of its code points.
  static final class WrongException extends Exception {
    private static final long serialVersionUID = 1;
    final int at;

    WrongException(String reason, int at) {
      super(reason);
      this.at = at;
    }
  }

  /// A part of the machine: where it begins and where it ends.
  private record Part(int first, int last) {}

  private record Range(int min, int max) {}

  static Nfa read(String source) throws WrongException, TooComplexException {
    var reader = new RegexReader(source);
    int start = reader.nfa.state();
    if (reader.peek() == '^') {
      reader.at++;
    }
    var whole = reader.choice();
    if (reader.at < reader.source.length) {
      throw new WrongException("This ) closes nothing.", reader.at);
    }
    reader.nfa.skip(start, whole.first);
    reader.nfa.accept(whole.last);
    return reader.nfa;
  }

  private int peek() {
    return at < source.length ? source[at] : -1;
  }

  private Part choice() throws WrongException, TooComplexException {
    if (++depth > DEEPEST) {
      throw new WrongException("The groups are nested too deeply.", at);
    }
    var part = sequence();
    while (peek() == '|') {
      at++;
      var other = sequence();
      var both = new Part(nfa.state(), nfa.state());
      nfa.skip(both.first, part.first);
      nfa.skip(both.first, other.first);
      nfa.skip(part.last, both.last);
      nfa.skip(other.last, both.last);
      part = both;
    }
    depth--;
    return part;
  }

  private Part sequence() throws WrongException, TooComplexException {
    int first = nfa.state();
    int last = first;
    while (at < source.length && peek() != '|' && peek() != ')') {
      if (peek() == '$' && at == source.length - 1) {
        at++;
        break;
      }
      var part = repeated();
      nfa.skip(last, part.first);
      last = part.last;
    }
    return new Part(first, last);
  }

  private Part repeated() throws WrongException, TooComplexException {
    int from = at;
    var part = atom();
    int behind = at;
    int times = 0;
    while (true) {
      switch (peek()) {
        case '*' -> part = loop(part, true);
        case '+' -> part = loop(part, false);
        case '?' -> nfa.skip(part.first, part.last);
        case '{' -> {
          part = counted(from, behind, part);
          continue;
        }
        default -> {
          return part;
        }
      }
      at++;
      if (++times > 1) {
        throw new WrongException("One repetition is enough.", at - 1);
      }
    }
  }

  private Part loop(Part part, boolean mayBeNone) throws TooComplexException {
    var looped = new Part(nfa.state(), nfa.state());
    nfa.skip(looped.first, part.first);
    nfa.skip(part.last, part.first);
    nfa.skip(part.last, looped.last);
    if (mayBeNone) {
      nfa.skip(looped.first, looped.last);
    }
    return looped;
  }

  /// Reads `{n}`, `{n,}` or `{n,m}` by reading the atom again for each repetition.
  private Part counted(int from, int behind, Part once) throws WrongException, TooComplexException {
    int opened = at++;
    int least = number(opened);
    int most = least;
    if (peek() == ',') {
      at++;
      most = peek() == '}' ? -1 : number(opened);
    }
    if (peek() != '}' || (most >= 0 && most < least) || source[behind] != '{') {
      throw new WrongException("A repetition looks like {2}, {2,} or {2,4}.", opened);
    }
    int closed = ++at;
    var whole = new Part(nfa.state(), nfa.state());
    int last = whole.first;
    int copies = most < 0 ? least + 1 : most;
    for (int i = 0; i < copies; i++) {
      at = from;
      var part = i == 0 ? once : atom();
      if (i >= least) {
        nfa.skip(last, whole.last);
      }
      if (most < 0 && i == least) {
        part = loop(part, true);
      }
      nfa.skip(last, part.first);
      last = part.last;
    }
    nfa.skip(last, whole.last);
    at = closed;
    if (peek() == '{' || peek() == '*' || peek() == '+' || peek() == '?') {
      throw new WrongException("One repetition is enough.", at);
    }
    return whole;
  }

  private int number(int opened) throws WrongException {
    int value = -1;
    while (peek() >= '0' && peek() <= '9') {
      value = Math.max(value, 0) * 10 + peek() - '0';
      at++;
      if (value > MOST_REPEATS) {
        throw new WrongException("A repetition may be " + MOST_REPEATS + " at most.", opened);
      }
    }
    if (value < 0) {
      throw new WrongException("A repetition looks like {2}, {2,} or {2,4}.", opened);
    }
    return value;
  }

  private Part atom() throws WrongException, TooComplexException {
    int codePoint = source[at++];
    return switch (codePoint) {
      case '(' -> group();
      case '[' -> ranges(bracket());
      case '.' -> ranges(List.of(new Range(0, Character.MAX_CODE_POINT)));
      case '\\' -> escaped();
      case '*', '+', '?', '{' ->
          throw new WrongException("There is nothing here to repeat.", at - 1);
      case ']', '}' ->
          throw new WrongException("Put a \\ before it to mean the character.", at - 1);
      default -> folded(codePoint);
    };
  }

  private Part group() throws WrongException, TooComplexException {
    int opened = at - 1;
    if (peek() == '?') {
      if (at + 1 < source.length && source[at + 1] == ':') {
        at += 2;
      } else {
        throw new WrongException("Only plain groups are known: (…).", opened);
      }
    }
    var part = choice();
    if (peek() != ')') {
      throw new WrongException("This ( is never closed.", opened);
    }
    at++;
    return part;
  }

  private Part escaped() throws WrongException, TooComplexException {
    if (at == source.length) {
      throw new WrongException("A \\ stands at the end.", at - 1);
    }
    int codePoint = source[at++];
    var known = escapedClass(codePoint);
    if (known != null) {
      return ranges(known);
    }
    if (Character.isLetterOrDigit(codePoint)) {
      throw new WrongException("Only \\d and \\w are known.", at - 2);
    }
    return folded(codePoint);
  }

  private static @Nullable List<Range> escapedClass(int codePoint) {
    var digits = new Range('0', '9');
    return switch (codePoint) {
      case 'd' -> List.of(digits);
      case 'w' -> List.of(digits, new Range('_', '_'), new Range('a', 'z'));
      default -> null;
    };
  }

  private List<Range> bracket() throws WrongException {
    int opened = at - 1;
    boolean other = peek() == '^';
    if (other) {
      at++;
    }
    var ranges = new ArrayList<Range>();
    while (peek() != ']' || ranges.isEmpty()) {
      if (at >= source.length) {
        throw new WrongException("This [ is never closed.", opened);
      }
      member(ranges, opened);
    }
    at++;
    return other ? complement(ranges) : ranges;
  }

  private void member(List<Range> ranges, int opened) throws WrongException {
    int min = source[at++];
    if (min == '\\') {
      if (at >= source.length) {
        throw new WrongException("This [ is never closed.", opened);
      }
      min = source[at++];
      var known = escapedClass(min);
      if (known != null) {
        ranges.addAll(known);
        return;
      }
    }
    int max = min;
    if (peek() == '-' && at + 1 < source.length && source[at + 1] != ']') {
      max = source[at + 1];
      at += 2;
    }
    if (max < min) {
      throw new WrongException("This range runs backwards.", at - 3);
    }
    addFolded(ranges, new Range(min, max));
  }

  /// Adds a range and what its members are folded to, where the range is small enough to spell.
  private static void addFolded(List<Range> ranges, Range range) {
    ranges.add(range);
    for (int c = range.min; c <= range.max && c - range.min < 1024; c++) {
      var folded = CharacterRules.foldAll(Character.toString(c));
      if (folded.codePointCount(0, folded.length()) == 1 && folded.codePointAt(0) != c) {
        ranges.add(new Range(folded.codePointAt(0), folded.codePointAt(0)));
      }
    }
  }

  private static List<Range> complement(List<Range> ranges) {
    var sorted = new ArrayList<>(ranges);
    sorted.sort(Comparator.comparingInt(Range::min));
    var rest = new ArrayList<Range>();
    int next = 0;
    for (var range : sorted) {
      if (range.min > next) {
        rest.add(new Range(next, range.min - 1));
      }
      next = Math.max(next, range.max + 1);
    }
    if (next <= Character.MAX_CODE_POINT) {
      rest.add(new Range(next, Character.MAX_CODE_POINT));
    }
    return rest;
  }

  private Part ranges(List<Range> ranges) throws TooComplexException {
    var part = new Part(nfa.state(), nfa.state());
    ranges.forEach(range -> nfa.arc(part.first, range.min, range.max, part.last));
    return part;
  }

  private Part folded(int codePoint) throws TooComplexException {
    var folded = CharacterRules.foldAll(Character.toString(codePoint));
    int first = nfa.state();
    int last = first;
    for (int c : folded.codePoints().toArray()) {
      int next = nfa.state();
      nfa.arc(last, c, c, next);
      last = next;
    }
    return new Part(first, last);
  }
}
