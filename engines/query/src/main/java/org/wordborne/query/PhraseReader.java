package org.wordborne.query;

import static org.wordborne.query.CharacterRules.EMOJI;
import static org.wordborne.query.CharacterRules.LETTER;
import static org.wordborne.query.CharacterRules.OTHER;
import static org.wordborne.query.CharacterRules.SPACELESS;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
      var sign = reader.sign(lexeme.text());
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

  /// Reads the name behind `hashtag:` or `at:`.
  static Phrase named(Place place, Lexeme lexeme, char mark) throws QueryException {
    var reader = new PhraseReader(place, lexeme);
    var name = lexeme.text();
    var sign = reader.sign(name.startsWith("" + mark) ? name : mark + name);
    if (sign == null) {
      throw reader.wrong(
          "No " + (mark == '#' ? "hashtag" : "handle") + " can be written like this.",
          "A name has letters, digits and low lines, such as " + mark + "lantern_cafe.");
    }
    return sign;
  }

  /// Reads a regular expression; `mark` is that of a sign, or `""`.
  static Phrase regex(Place place, Lexeme lexeme, String mark) throws QueryException {
    var reader = new PhraseReader(place, lexeme);
    try {
      var pattern = WordPattern.regex(lexeme.text());
      if (pattern.automaton().matches("")) {
        throw reader.wrong(
            "This regular expression is true of no letters at all.",
            "Ask for one letter at least.");
      }
      return reader.single(new WordTest.Like(mark, pattern), mark + pattern);
    } catch (RegexReader.WrongException wrong) {
      int at = Math.min(lexeme.start() + 1 + wrong.at, lexeme.end() - 1);
      throw new QueryException(
          String.valueOf(wrong.getMessage()), at, at + 1, "A regular expression judges one word.");
    } catch (TooComplexException tooComplex) {
      throw reader.tooComplex();
    }
  }

  private QueryException wrong(String reason, String hint) {
    return new QueryException(reason, lexeme.start(), lexeme.end(), hint);
  }

  private QueryException tooComplex() {
    return wrong("This pattern is too complex.", "Use fewer wildcards or repetitions.");
  }

  private Phrase single(WordTest test, String spelled) {
    return new Phrase(place, List.of(new Step(0, test)), 1, spelled);
  }

  private Phrase phrase() throws QueryException {
    if (steps.isEmpty()) {
      throw wrong(
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

  private @Nullable Phrase sign(String text) throws QueryException {
    char first = text.isEmpty() ? ' ' : text.charAt(0);
    char mark = first == '＃' ? '#' : first == '＠' ? '@' : first;
    if (mark != '#' && mark != '@' && mark != '$') {
      return null;
    }
    if (mark != '$' && text.substring(1).matches("[\\p{L}\\p{M}\\p{N}_.@*?-]*[*?].*")) {
      return signPattern(mark, text.substring(1));
    }
    int end = SignRules.end(text, 1, mark);
    if (end < 0 || Tokens.of(text.substring(end)).size() > 0) {
      return null;
    }
    var sign = mark + SignRules.fold(text.substring(1, end));
    return Tokens.of(text.substring(0, end)).size() == 0
        ? null
        : single(new WordTest.Sign(sign), sign);
  }

  private Phrase signPattern(char mark, String name) throws QueryException {
    var folded = SignRules.fold(name);
    if (folded.codePoints().noneMatch(c -> CharacterRules.kind(c) != OTHER)) {
      throw wrong("A wildcard needs a letter beside it.", "For example: " + mark + "lant*");
    }
    try {
      var pattern = WordPattern.wildcard(folded);
      return single(new WordTest.Like("" + mark, pattern), mark + folded);
    } catch (TooComplexException tooComplex) {
      throw tooComplex();
    }
  }

  private Phrase fuzzy() throws QueryException {
    int tilde = lexeme.text().lastIndexOf('~');
    var tokens = Tokens.of(unescape(lexeme.text().substring(0, tilde)));
    var number = lexeme.text().substring(tilde + 1);
    int edits = number.isEmpty() ? 1 : number.length() > 2 ? 99 : Integer.parseInt(number);
    if (tokens.size() != 1 || tokens.isSpaceless(0)) {
      throw wrong("A ~ stands behind one word with letters.", "For example: lantern~1");
    }
    if (edits > 2) {
      throw wrong("At most two characters may differ.", "For example: lantern~2");
    }
    var word = tokens.word(0);
    if (edits == 0) {
      return single(new WordTest.Exact(word), word);
    }
    if (word.codePointCount(0, word.length()) < edits + 2) {
      throw wrong(
          "The word is too short for ~" + edits + ": it would find nearly every short word.",
          "Write the spellings that you mean: (" + word + " OR …)");
    }
    try {
      var pattern = WordPattern.fuzzy(word, edits);
      return single(new WordTest.Like("", pattern), pattern.toString());
    } catch (TooComplexException tooComplex) {
      throw tooComplex();
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
      if (!isWildcard(text.charAt(i), bare)) {
        i++;
        continue;
      }
      int from = pieceStart(text, i, plainFrom);
      int to = pieceEnd(text, i, bare);
      plain(unescape(text.substring(plainFrom, from)), false);
      wildcard(text.substring(from, to));
      plainFrom = to;
      i = to;
    }
    plain(unescape(text.substring(Math.min(plainFrom, text.length()))), false);
  }

  private static boolean isWildcard(char c, boolean bare) {
    return c == '*' || (bare && c == '?');
  }

  private static int pieceStart(String text, int at, int least) {
    int i = at;
    while (i > least) {
      int before = text.codePointBefore(i);
      if (!isInPiece(before)) {
        break;
      }
      i -= Character.charCount(before);
    }
    return i;
  }

  private static int pieceEnd(String text, int at, boolean bare) {
    int i = at;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (!isInPiece(c) && !(c < 128 && isWildcard((char) c, bare))) {
        break;
      }
      i += Character.charCount(c);
    }
    return i;
  }

  private static boolean isInPiece(int codePoint) {
    byte kind = CharacterRules.kind(codePoint);
    return (kind != OTHER && kind != EMOJI) || codePoint == '_';
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
    if (piece.codePoints().noneMatch(PhraseReader::isInPiece)) {
      throw wrong("A wildcard needs a letter beside it.", "For example: lant*");
    }
    var folded = SignRules.fold(piece);
    try {
      step(new WordTest.Like("", WordPattern.wildcard(folded)), folded);
    } catch (TooComplexException tooComplex) {
      throw tooComplex();
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
      throw wrong(
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
