package org.wordborne.query;

import java.util.Objects;
import org.wordborne.query.Lexeme.Kind;
import org.wordborne.query.QueryNode.Listed;
import org.wordborne.query.QueryNode.Place;

/// Reads what stands behind the colon of a field, each in the way of that field.
final class FieldReader {
  private FieldReader() {}

  /// A value that fits the field, for messages.
  static String example(String field) {
    return switch (field) {
      case "published" -> "2026-01..2026-02";
      case "followers", "likes", "reposts", "replies", "views" -> ">100";
      case "is" -> "question";
      case "has" -> "image";
      case "sentiment" -> "negative";
      case "lang" -> "en";
      default -> "lantern";
    };
  }

  /// Reads the value of a field, or a word that stands behind none (`""`).
  static QueryNode value(String field, Lexeme lexeme) throws QueryException {
    var place = FieldNames.PLACES.get(field);
    if (field.isEmpty() || place != null) {
      return words(place == null ? Place.TEXT : place, lexeme);
    }
    switch (field) {
      case "raw", "title raw" -> {
        noRegex(lexeme, "raw");
        return PhraseReader.raw(field.equals("raw") ? Place.TEXT : Place.TITLE, lexeme);
      }
      case "hashtag", "at" -> {
        char mark = field.equals("at") ? '@' : '#';
        return lexeme.is(Kind.REGEX)
            ? PhraseReader.regex(Place.TEXT, lexeme, "" + mark)
            : SignReader.named(Place.TEXT, lexeme, mark);
      }
      default -> noRegex(lexeme, field);
    }
    if (field.equals("published")) {
      return ValueReader.published(lexeme);
    }
    var count = FieldNames.COUNTS.get(field);
    return count != null
        ? ValueReader.count(count, lexeme)
        : ValueReader.keyword(Objects.requireNonNull(FieldNames.KEYWORDS.get(field)), lexeme);
  }

  private static void noRegex(Lexeme lexeme, String field) throws QueryException {
    if (lexeme.is(Kind.REGEX)) {
      throw lexeme.wrong(
          field + ": takes no regular expression.",
          "Regular expressions judge words of texts, titles, authors, addresses and hashtags.");
    }
  }

  private static QueryNode words(Place place, Lexeme lexeme) throws QueryException {
    boolean list = place == Place.AUTHOR && lexeme.is(Kind.WORD) && lexeme.text().startsWith("@");
    if (list) {
      return list(lexeme);
    }
    return lexeme.is(Kind.REGEX)
        ? PhraseReader.regex(place, lexeme, "")
        : PhraseReader.words(place, lexeme);
  }

  private static QueryNode list(Lexeme lexeme) throws QueryException {
    var name = CharacterRules.foldAll(lexeme.text().substring(1));
    if (!name.matches("[\\p{L}\\p{M}\\p{N}_-]+")) {
      throw lexeme.wrong(
          "A list's name has letters, digits, - and _ only.",
          "For a handle leave out the @: author:ines");
    }
    return new Listed(name);
  }
}
