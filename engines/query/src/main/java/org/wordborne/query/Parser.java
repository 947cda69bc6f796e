package org.wordborne.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wordborne.query.Lexeme.Kind;
import org.wordborne.query.QueryNode.All;
import org.wordborne.query.QueryNode.Any;
import org.wordborne.query.QueryNode.Near;
import org.wordborne.query.QueryNode.Not;
import org.wordborne.query.QueryNode.OneOf;
import org.wordborne.query.QueryNode.Phrase;
import org.wordborne.query.QueryNode.Positional;
import org.wordborne.query.QueryNode.SameSentence;

/// Reads the signs of a query to its tree.
///
/// From loosest to tightest: OR; AND, which may be left out; NOT and `-`; NEAR, ONEAR and
/// SENTENCE, from left to right.
final class Parser {
  /* The canonical form may need more parentheses than were written, but no more than the tree is
  high: so the tree is limited more tightly than what may be read. */
  private static final int DEEPEST = 250;
  private static final int HIGHEST_TREE = 100;
  private static final int LONGEST_CHAIN = 20;
  private static final int MOST_LEAVES = 5_000;

  private final List<Lexeme> lexemes;
  private int at;
  private int depth;
  private int leaves;

  private Parser(List<Lexeme> lexemes) {
    this.lexemes = lexemes;
  }

  /// A part of the tree and where it stands.
  private record Read(QueryNode node, int start, int end) {}

  static QueryNode read(String text) throws QueryException {
    var parser = new Parser(Lexer.read(text));
    if (parser.peek().is(Kind.END)) {
      throw new QueryException(
          "The query is empty.", 0, parser.peek().end(), "Write a word, such as: lantern");
    }
    var read = parser.choice("");
    var rest = parser.peek();
    if (rest.is(Kind.CLOSE)) {
      throw rest.wrong("This ) closes nothing.", "Take it out, or put a ( before its group.");
    }
    if (height(read.node) > HIGHEST_TREE) {
      throw new QueryException(
          "The query is nested too deeply.",
          read.start,
          read.end,
          "Take out needless parentheses, or part it into topics.");
    }
    return read.node;
  }

  private static int height(QueryNode node) {
    return switch (node) {
      case All(var parts) -> 1 + highest(parts);
      case Any(var parts) -> 1 + highest(parts);
      case OneOf(var parts) -> 1 + highest(parts);
      case Not(var part) -> 1 + height(part);
      case Near near -> 1 + Math.max(height(near.left()), height(near.right()));
      case SameSentence(var left, var right) -> 1 + Math.max(height(left), height(right));
      default -> 1;
    };
  }

  private static int highest(List<? extends QueryNode> parts) {
    return parts.stream().mapToInt(Parser::height).max().orElse(0);
  }

  private Lexeme peek() {
    return lexemes.get(at);
  }

  private Lexeme take() {
    return lexemes.get(at++);
  }

  private Read choice(String field) throws QueryException {
    if (++depth > DEEPEST) {
      throw peek().wrong("The query is nested too deeply.", "Take out needless parentheses.");
    }
    var first = conjunction(field);
    var parts = new ArrayList<>(List.of(first));
    while (peek().is(Kind.OR)) {
      needsRight(take());
      parts.add(conjunction(field));
    }
    depth--;
    return joined(parts, false);
  }

  private Read conjunction(String field) throws QueryException {
    var parts = new ArrayList<>(List.of(negation(field)));
    while (true) {
      var next = peek();
      if (next.is(Kind.OR) || next.is(Kind.CLOSE) || next.is(Kind.END)) {
        return joined(parts, true);
      }
      if (next.is(Kind.AND)) {
        needsRight(take());
      }
      parts.add(negation(field));
    }
  }

  private void needsRight(Lexeme operator) throws QueryException {
    var next = peek();
    if (next.is(Kind.END) || next.is(Kind.CLOSE)) {
      throw operator.wrong(
          operator.text() + " has nothing on its right.",
          "Write what it joins, or put it in lower case to mean the word.");
    }
    if (next.joins()) {
      throw next.wrong(
          next.text() + " follows " + operator.text() + " with nothing between.",
          "Take one of them out.");
    }
  }

  private static Read joined(List<Read> parts, boolean all) {
    var nodes = new ArrayList<QueryNode>();
    for (var part : parts) {
      switch (part.node) {
        case All(var inner) when all -> nodes.addAll(inner);
        case Any(var inner) when !all -> nodes.addAll(inner);
        default -> nodes.add(part.node);
      }
    }
    var node = nodes.size() == 1 ? nodes.getFirst() : all ? new All(nodes) : new Any(nodes);
    return new Read(node, parts.getFirst().start, parts.getLast().end);
  }

  private Read negation(String field) throws QueryException {
    boolean negated = false;
    int start = peek().start();
    while (peek().is(Kind.NOT)) {
      needsRight(take());
      negated = !negated;
    }
    var part = proximity(field);
    if (!negated) {
      return new Read(part.node, start, part.end);
    }
    var node = part.node instanceof Not(var inner) ? inner : new Not(part.node);
    return new Read(node, start, part.end);
  }

  private Read proximity(String field) throws QueryException {
    var left = primary(field);
    int chained = 0;
    while (peek().is(Kind.NEAR) || peek().is(Kind.ORDERED_NEAR) || peek().is(Kind.SENTENCE)) {
      var operator = take();
      needsRight(operator);
      if (peek().is(Kind.NOT)) {
        throw peek()
            .wrong(
                "NOT cannot stand behind " + operator.text() + ".",
                "Exclude it for the whole: (one " + operator.text() + " other) NOT third");
      }
      var right = primary(field);
      var node = near(operator, positional(left, operator), positional(right, operator));
      if (++chained > LONGEST_CHAIN) {
        throw operator.wrong("Too many words are chained.", "Join fewer words by NEAR.");
      }
      left = new Read(node, left.start, right.end);
    }
    return left;
  }

  private static QueryNode near(Lexeme operator, Positional left, Positional right) {
    return operator.is(Kind.SENTENCE)
        ? new SameSentence(left, right)
        : new Near(left, right, operator.number(), operator.is(Kind.ORDERED_NEAR));
  }

  private static Positional positional(Read read, Lexeme operator) throws QueryException {
    var node = asPositional(read.node);
    if (node == null) {
      throw new QueryException(
          operator.text() + " joins words, phrases and OR groups of them, not this.",
          read.start,
          read.end,
          "Put it outside: (one " + operator.text() + " other) AND …");
    }
    return node;
  }

  private static @Nullable Positional asPositional(QueryNode node) {
    return switch (node) {
      case Phrase phrase -> phrase.place().isText() ? phrase : null;
      case Positional positional -> positional;
      case Any(var parts) -> {
        var positional = new ArrayList<Positional>();
        for (var part : parts) {
          var inner = asPositional(part);
          if (inner == null) {
            yield null;
          }
          positional.add(inner);
        }
        yield new OneOf(positional);
      }
      default -> null;
    };
  }

  private Read primary(String field) throws QueryException {
    if (++leaves > MOST_LEAVES) {
      throw peek()
          .wrong("The query has more than " + MOST_LEAVES + " parts.", "Part it into topics.");
    }
    var lexeme = take();
    return switch (lexeme.kind()) {
      case OPEN -> group(lexeme, field);
      case FIELD -> fielded(lexeme, field);
      case WORD, QUOTED, REGEX -> read(FieldReader.value(field, lexeme), lexeme);
      case CLOSE -> throw closedTooEarly(lexeme);
      default ->
          throw lexeme.wrong(
              lexeme.text() + " has nothing on its left.",
              "Write what it joins, or put it in lower case to mean the word.");
    };
  }

  private QueryException closedTooEarly(Lexeme close) {
    boolean empty = at >= 2 && lexemes.get(at - 2).is(Kind.OPEN);
    return empty
        ? close.wrong("There is nothing between these parentheses.", "Write a word in them.")
        : close.wrong("This ) closes nothing.", "Take it out, or put a ( before its group.");
  }

  private static Read read(QueryNode node, Lexeme lexeme) {
    return new Read(node, lexeme.start(), lexeme.end());
  }

  private Read group(Lexeme open, String field) throws QueryException {
    if (peek().is(Kind.END)) {
      throw open.wrong("This ( is never closed.", "Put a ) behind its group.");
    }
    var inner = choice(field);
    if (!peek().is(Kind.CLOSE)) {
      throw open.wrong("This ( is never closed.", "Put a ) behind its group.");
    }
    return new Read(inner.node, open.start(), take().end());
  }

  private Read fielded(Lexeme name, String outer) throws QueryException {
    var field = name.text();
    boolean rawInTitle = field.equals("raw") && (outer.isEmpty() || outer.equals("title"));
    if (!outer.isEmpty() && !rawInTitle) {
      throw name.wrong(
          field + ": cannot stand inside " + outer + ":(…).",
          "Put it outside: " + outer + ":(…) AND " + field + ":…");
    }
    var next = peek();
    boolean value =
        next.is(Kind.OPEN) || next.is(Kind.WORD) || next.is(Kind.QUOTED) || next.is(Kind.REGEX);
    if (!name.closeToNext() || !(value || isOperatorWord(next))) {
      throw name.wrong(
          field + ": needs its value right behind the colon.",
          "For example: " + field + ":" + FieldReader.example(field));
    }
    var scope = field.equals("raw") && outer.equals("title") ? "title raw" : field;
    if (next.is(Kind.OPEN)) {
      var group = group(take(), scope);
      return new Read(group.node, name.start(), group.end);
    }
    var lexeme = take();
    var word =
        isOperatorWord(lexeme)
            ? new Lexeme(Kind.WORD, lexeme.text(), 0, lexeme.start(), lexeme.end(), false)
            : lexeme;
    return new Read(FieldReader.value(scope, word), name.start(), lexeme.end());
  }

  private static boolean isOperatorWord(Lexeme lexeme) {
    return lexeme.joins() || (lexeme.is(Kind.NOT) && !lexeme.text().equals("-"));
  }
}
