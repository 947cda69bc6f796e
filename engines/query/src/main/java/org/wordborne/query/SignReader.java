package org.wordborne.query;

import static org.wordborne.query.CharacterRules.OTHER;

import org.jspecify.annotations.Nullable;
import org.wordborne.query.Nfa.TooComplexException;
import org.wordborne.query.QueryNode.Phrase;
import org.wordborne.query.QueryNode.Place;
import org.wordborne.query.QueryNode.WordTest;

/// Reads hashtags, handles and cashtags of a query, with wildcards or without.
final class SignReader {
  private SignReader() {}

  /// Reads the name behind `hashtag:` or `at:`.
  static Phrase named(Place place, Lexeme lexeme, char mark) throws QueryException {
    var name = lexeme.text();
    var sign = sign(place, lexeme, name.startsWith("" + mark) ? name : mark + name);
    if (sign == null) {
      throw lexeme.wrong(
          "No " + (mark == '#' ? "hashtag" : "handle") + " can be written like this.",
          "A name has letters, digits and low lines, such as " + mark + "lantern_cafe.");
    }
    return sign;
  }

  /// Reads a word that begins with the mark of a sign; null if it is no sign after all.
  static @Nullable Phrase sign(Place place, Lexeme lexeme, String text) throws QueryException {
    char first = text.isEmpty() ? ' ' : text.charAt(0);
    char mark = first == '＃' ? '#' : first == '＠' ? '@' : first;
    if (mark != '#' && mark != '@' && mark != '$') {
      return null;
    }
    if (mark != '$' && text.substring(1).matches("[\\p{L}\\p{M}\\p{N}_.@*?-]*[*?].*")) {
      return pattern(place, lexeme, mark, text.substring(1));
    }
    int end = SignRules.end(text, 1, mark);
    if (end < 0 || Tokens.of(text.substring(end)).size() > 0) {
      return null;
    }
    var sign = mark + SignRules.fold(text.substring(1, end));
    return Tokens.of(text.substring(0, end)).size() == 0
        ? null
        : PhraseReader.single(place, new WordTest.Sign(sign), sign);
  }

  private static Phrase pattern(Place place, Lexeme lexeme, char mark, String name)
      throws QueryException {
    var folded = SignRules.fold(name);
    if (folded.codePoints().noneMatch(c -> CharacterRules.kind(c) != OTHER)) {
      throw lexeme.wrong("A wildcard needs a letter beside it.", "For example: " + mark + "lant*");
    }
    try {
      var pattern = WordPattern.wildcard(folded);
      return PhraseReader.single(place, new WordTest.Like("" + mark, pattern), mark + folded);
    } catch (TooComplexException tooComplex) {
      throw PhraseReader.tooComplex(lexeme);
    }
  }
}
