package org.wordborne.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wordborne.query.Lexeme.Kind;

/// Cuts a query into its signs.
final class Lexer {
  static final int LONGEST_QUERY = 40_000;
  static final int MOST_DISTANCE = 100;

  private final int[] source;
  private final List<Lexeme> found = new ArrayList<>();
  private int at;

  private Lexer(String text) {
    source = text.codePoints().toArray();
  }

  static List<Lexeme> read(String text) throws QueryException {
    var lexer = new Lexer(text);
    if (lexer.source.length > LONGEST_QUERY) {
      throw new QueryException(
          "The query is longer than " + LONGEST_QUERY + " characters.",
          LONGEST_QUERY,
          lexer.source.length,
          "Part it into several topics.");
    }
    lexer.run();
    return lexer.found;
  }

  private void run() throws QueryException {
    while (true) {
      while (at < source.length && isSpace(source[at])) {
        at++;
      }
      if (at == source.length) {
        add(Kind.END, "", at);
        return;
      }
      next();
    }
  }

  private void next() throws QueryException {
    int c = source[at];
    switch (c) {
      case '(' -> single(Kind.OPEN);
      case ')' -> single(Kind.CLOSE);
      case '/' -> regex();
      case '-' -> minus();
      default -> {
        if (isQuote(c)) {
          quoted();
        } else if (!field()) {
          word();
        }
      }
    }
  }

  private void single(Kind kind) {
    at++;
    add(kind, Character.toString(source[at - 1]), at - 1);
  }

  private void minus() throws QueryException {
    boolean negates = at + 1 < source.length && !isSpace(source[at + 1]) && source[at + 1] != '-';
    if (negates) {
      at++;
      add(Kind.NOT, "-", at - 1);
    } else {
      word();
    }
  }

  private void quoted() throws QueryException {
    int start = at++;
    var inside = new StringBuilder();
    while (at < source.length && !isQuote(source[at])) {
      if (source[at] == '\\' && at + 1 < source.length) {
        inside.append('\\');
        at++;
      }
      inside.appendCodePoint(source[at++]);
    }
    if (at == source.length) {
      throw new QueryException(
          "This quote is never closed.", start, at, "Put a \" behind the last word of the phrase.");
    }
    at++;
    if (at < source.length && source[at] == '~') {
      throw new QueryException(
          "A ~ stands behind a word, not behind a phrase.",
          at,
          Math.min(source.length, at + 2),
          "For words near each other write: one NEAR/5 other");
    }
    add(Kind.QUOTED, inside.toString(), start);
  }

  private void regex() throws QueryException {
    int start = at++;
    var inside = new StringBuilder();
    while (at < source.length && source[at] != '/') {
      if (source[at] == '\\' && at + 1 < source.length) {
        if (source[at + 1] != '/') {
          inside.append('\\');
        }
        at++;
      }
      inside.appendCodePoint(source[at++]);
    }
    if (at == source.length) {
      throw new QueryException(
          "This regular expression is never closed.",
          start,
          at,
          "Put a / behind it, or put the words in quotes.");
    }
    at++;
    add(Kind.REGEX, inside.toString(), start);
  }

  /// Reads a field's name with its colon, if one stands here.
  private boolean field() throws QueryException {
    int colon = at;
    while (colon < source.length && (isAsciiLetter(source[colon]) || source[colon] == '_')) {
      colon++;
    }
    if (colon == at || colon == source.length || source[colon] != ':') {
      return false;
    }
    var name = new String(source, at, colon - at).toLowerCase(Locale.ROOT);
    if (FieldNames.SCHEMES.contains(name) || startsWith("//", colon + 1)) {
      return false;
    }
    if (!FieldNames.isKnown(name)) {
      throw new QueryException(
          "There is no field " + name + ": here.", at, colon, FieldNames.hint(name));
    }
    int start = at;
    at = colon + 1;
    add(Kind.FIELD, name, start);
    return true;
  }

  private boolean startsWith(String sign, int from) {
    for (int i = 0; i < sign.length(); i++) {
      if (from + i >= source.length || source[from + i] != sign.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void word() throws QueryException {
    int start = at;
    var word = new StringBuilder();
    while (at < source.length && !endsWord(source[at])) {
      if (source[at] == '\\' && at + 1 < source.length) {
        word.append('\\');
        at++;
      }
      word.appendCodePoint(source[at++]);
    }
    operatorOrWord(word.toString(), start);
  }

  private void operatorOrWord(String word, int start) throws QueryException {
    switch (word) {
      case "AND" -> add(Kind.AND, word, start);
      case "OR" -> add(Kind.OR, word, start);
      case "NOT" -> add(Kind.NOT, word, start);
      case "SENTENCE" -> add(Kind.SENTENCE, word, start);
      default -> {
        if (word.equals("NEAR") || word.startsWith("NEAR/")) {
          near(Kind.NEAR, word, 4, start);
        } else if (word.equals("ONEAR") || word.startsWith("ONEAR/")) {
          near(Kind.ORDERED_NEAR, word, 5, start);
        } else {
          add(Kind.WORD, word, start);
        }
      }
    }
  }

  private void near(Kind kind, String word, int length, int start) throws QueryException {
    var name = word.substring(0, length);
    if (word.length() <= length + 1 || !word.substring(length + 1).matches("[0-9]{1,6}")) {
      throw new QueryException(
          name + " needs to know how many words may stand between.",
          start,
          at,
          "Write it like this: one " + name + "/5 other. In lower case it is a word.");
    }
    int distance = Integer.parseInt(word.substring(length + 1));
    if (distance > MOST_DISTANCE) {
      throw new QueryException(
          "At most " + MOST_DISTANCE + " words may stand between.",
          start,
          at,
          "Use AND, or SENTENCE, where the distance does not matter.");
    }
    found.add(new Lexeme(kind, word, distance, start, at, false));
  }

  private void add(Kind kind, String text, int start) {
    boolean close = at < source.length && !isSpace(source[at]);
    found.add(new Lexeme(kind, text, 0, start, at, close));
  }

  private boolean endsWord(int c) {
    return isSpace(c) || c == '(' || c == ')' || isQuote(c);
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || c == 0xA0 || c == 0xFEFF || c == 0x200B;
  }

  private static boolean isQuote(int c) {
    return c == '"' || c == '“' || c == '”' || c == '„';
  }

  private static boolean isAsciiLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
