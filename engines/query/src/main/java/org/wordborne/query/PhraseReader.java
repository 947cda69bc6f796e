package org.wordborne.query;

import static org.wordborne.query.CharacterRules.LETTER;
import static org.wordborne.query.CharacterRules.SPACELESS;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.wordborne.query.Nfa.TooComplexException;
import org.wordborne.query.QueryNode.Phrase;
import org.wordborne.query.QueryNode.Place;
import org.wordborne.query.QueryNode.Step;
import org.wordborne.query.QueryNode.WordTest;

/// Reads what stands in a query for words of a text: a word, a phrase, a sign, a pattern.
final class PhraseReader {
  private final Place place;
  private final Lexeme lexeme;
  private final List<Step> steps = new ArrayList<>();
  private final StringBuilder written = new StringBuilder();
  private int offset;

  private PhraseReader(Place place, Lexeme lexeme) {
    this.place = place;
    this.lexeme = lexeme;
  }

  /// Reads a word or a phrase in quotes.
  static Phrase words(Place place, Lexeme lexeme) throws QueryException {
    var reader = new PhraseReader(place, lexeme);
    boolean bare = lexeme.is(Lexeme.Kind.WORD);
    if (bare && place.isText()) {
      var sign = SignReader.sign(place, lexeme, lexeme.text());
      if (sign != null) {
        return sign;
      }
    }
    if (bare && lexeme.text().matches(".*[^~\\\\]~[0-9]*")) {
      return reader.fuzzy();
    }
    reader.pieces(bare && !lexeme.text().contains("://"));
    return reader.phrase();
  }

  /// Reads words that must stand exactly as written.
  static Phrase raw(Place place, Lexeme lexeme) throws QueryException {
    var reader = new PhraseReader(place, lexeme);
    reader.plain(unescape(lexeme.text()), true);
    return reader.phrase();
  }

  /// Reads a regular expression; `mark` is that of a sign, or `""`.
  static Phrase regex(Place place, Lexeme lexeme, String mark) throws QueryException {
    try {
      var pattern = WordPattern.regex(lexeme.text());
      if (pattern.automaton().matches("")) {
        throw lexeme.wrong(
            "This regular expression is true of no letters at all.",
            "Ask for one letter at least.");
      }
      return single(place, new WordTest.Like(mark, pattern), mark + pattern);
    } catch (RegexReader.WrongException wrong) {
      int at = Math.min(lexeme.start() + 1 + wrong.at, lexeme.end() - 1);
      throw new QueryException(
          String.valueOf(wrong.getMessage()), at, at + 1, "A regular expression judges one word.");
    } catch (TooComplexException tooComplex) {
      throw tooComplex(lexeme);
    }
  }

  /// What to throw for a pattern whose automaton would be too large.
  static QueryException tooComplex(Lexeme lexeme) {
    return lexeme.wrong("This pattern is too complex.", "Use fewer wildcards or repetitions.");
  }

  /// A phrase of one word.
  static Phrase single(Place place, WordTest test, String spelled) {
    return new Phrase(place, List.of(new Step(0, test)), 1, spelled);
  }

  private Phrase phrase() throws QueryException {
    if (steps.isEmpty()) {
      throw lexeme.wrong(
          "There is no word in " + quoted() + ".", "Words have letters, digits or emoji in them.");
    }
    return new Phrase(place, steps, lengthWithoutTrailingGaps(), written.toString().strip());
  }

  private String quoted() {
    return lexeme.is(Lexeme.Kind.QUOTED) ? '"' + lexeme.text() + '"' : lexeme.text();
  }

  private int lengthWithoutTrailingGaps() {
    while (written.toString().endsWith(" *")) {
      written.setLength(written.length() - 2);
      offset--;
    }
    return offset;
  }

  private Phrase fuzzy() throws QueryException {
    int tilde = lexeme.text().lastIndexOf('~');
    var tokens = Tokens.of(unescape(lexeme.text().substring(0, tilde)));
    var number = lexeme.text().substring(tilde + 1);
    int edits = number.isEmpty() ? 1 : number.length() > 2 ? 99 : Integer.parseInt(number);
    if (tokens.size() != 1 || tokens.isSpaceless(0)) {
      throw lexeme.wrong("A ~ stands behind one word with letters.", "For example: lantern~1");
    }
    if (edits > 2) {
      throw lexeme.wrong("At most two characters may differ.", "For example: lantern~2");
    }
    var word = tokens.word(0);
    if (edits == 0) {
      return single(place, new WordTest.Exact(word), word);
    }
    if (word.codePointCount(0, word.length()) < edits + 2) {
      throw lexeme.wrong(
          "The word is too short for ~" + edits + ": it would find nearly every short word.",
          "Write the spellings that you mean: (" + word + " OR …)");
    }
    try {
      var pattern = WordPattern.fuzzy(word, edits);
      return single(place, new WordTest.Like("", pattern), pattern.toString());
    } catch (TooComplexException tooComplex) {
      throw tooComplex(lexeme);
    }
  }

  /*
   * A piece with wildcards reaches as far as letters do; what stands between such pieces is cut
   * into words by the tokenizer, as a text would be.
   */
  private void pieces(boolean bare) throws QueryException {
    var text = lexeme.text();
    int plainFrom = 0;
    int i = 0;
    while (i < text.length()) {
      if (text.charAt(i) == '\\') {
        i += 2;
        continue;
      }
      if (!WildcardPiece.isWildcard(text.charAt(i), bare)) {
        i++;
        continue;
      }
      int from = WildcardPiece.start(text, i, plainFrom);
      int to = WildcardPiece.end(text, i, bare);
      plain(unescape(text.substring(plainFrom, from)), false);
      wildcard(text.substring(from, to));
      plainFrom = to;
      i = to;
    }
    plain(unescape(text.substring(Math.min(plainFrom, text.length()))), false);
  }

  private void wildcard(String piece) throws QueryException {
    if (piece.chars().allMatch(c -> c == '*')) {
      gap();
      return;
    }
    if (piece.codePoints().anyMatch(c -> CharacterRules.kind(c) == SPACELESS)) {
      spacelessWildcard(piece);
      return;
    }
    if (piece.codePoints().noneMatch(WildcardPiece::isInPiece)) {
      throw lexeme.wrong("A wildcard needs a letter beside it.", "For example: lant*");
    }
    var folded = SignRules.fold(piece);
    try {
      step(new WordTest.Like("", WordPattern.wildcard(folded)), folded);
    } catch (TooComplexException tooComplex) {
      throw tooComplex(lexeme);
    }
  }

  /// A lone star in a phrase stands for any one word.
  private void gap() {
    if (!steps.isEmpty()) {
      written.append(" *");
      offset++;
    }
  }

  /// Words of such scripts are found inside others anyhow, so a star at an edge says nothing new.
  private void spacelessWildcard(String piece) throws QueryException {
    var inner = piece.replaceAll("^[*?]+|[*?]+$", "");
    boolean mixed = inner.codePoints().anyMatch(c -> CharacterRules.kind(c) == LETTER);
    if (mixed || inner.indexOf('*') >= 0 || inner.indexOf('?') >= 0) {
      throw lexeme.wrong(
          "In a script without spaces a wildcard cannot stand inside a word.",
          "Leave it out: such a word is found inside longer ones too.");
    }
    plain(inner, false);
  }

  private void plain(String text, boolean raw) {
    var tokens = Tokens.of(text);
    for (int i = 0; i < tokens.size(); i++) {
      boolean gluedToNext = i + 1 < tokens.size() && tokens.isGlued(i + 1);
      boolean glued = tokens.isGlued(i);
      if (!glued) {
        written.append(' ');
      }
      written.append(raw ? tokens.raw(i) : tokens.word(i));
      if (gluedToNext) {
        steps.add(new Step(offset, new WordTest.Pair(tokens.word(i), tokens.word(i + 1))));
      } else if (!glued) {
        steps.add(new Step(offset, test(tokens, i, raw)));
      }
      offset++;
    }
  }

  private static WordTest test(Tokens tokens, int i, boolean raw) {
    return raw && !tokens.isSpaceless(i)
        ? new WordTest.Raw(tokens.raw(i), tokens.word(i))
        : new WordTest.Exact(tokens.word(i));
  }

  private void step(WordTest test, String spelled) {
    steps.add(new Step(offset, test));
    written.append(' ').append(spelled);
    offset++;
  }

  /// Takes the backslashes off escaped characters.
  static String unescape(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    var plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\\' && i + 1 < text.length()) {
        i++;
      }
      plain.append(text.charAt(i));
    }
    return plain.toString();
  }

  /// Returns words in the order in which a sentence names them.
  static String listed(Iterable<String> words) {
    var sorted = new ArrayList<String>();
    words.forEach(sorted::add);
    sorted.sort(null);
    return sorted.stream().collect(Collectors.joining(", "));
  }
}
