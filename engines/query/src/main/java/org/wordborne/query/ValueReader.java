package org.wordborne.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wordborne.query.QueryNode.CountField;
import org.wordborne.query.QueryNode.Counted;
import org.wordborne.query.QueryNode.Keyword;
import org.wordborne.query.QueryNode.KeywordField;
import org.wordborne.query.QueryNode.Published;

/// Reads the values of fields: words, counts, times.
final class ValueReader {
  private static final Pattern BOUND = Pattern.compile("(>=|<=|>|<|=)?(.*)");
  private static final Pattern COUNT = Pattern.compile("([0-9]{1,15})([kKmM]?)");

  private ValueReader() {}

  static Keyword keyword(KeywordField field, Lexeme lexeme) throws QueryException {
    var value = CharacterRules.foldAll(PhraseReader.unescape(lexeme.text()));
    if (field == KeywordField.SITE) {
      value = Keywords.host(value.startsWith("*.") ? value.substring(2) : value);
    }
    if (field == KeywordField.LANG) {
      value = value.replace('_', '-');
    }
    if (value.isEmpty()) {
      throw wrong(lexeme, field.field() + ": has no value.", "For example: " + example(field));
    }
    var known = FieldNames.values(field);
    if (!known.isEmpty() && !known.contains(value)) {
      var near = FieldNames.nearest(value, known);
      throw wrong(
          lexeme,
          "There is no " + field.field() + ":" + value + ".",
          near.isEmpty()
              ? "It takes " + PhraseReader.listed(known) + "."
              : "Did you mean " + field.field() + ":" + near + "?");
    }
    return new Keyword(field, value);
  }

  private static String example(KeywordField field) {
    return switch (field) {
      case LANG -> "lang:en";
      case COUNTRY -> "country:de";
      case CHANNEL -> "channel:feed";
      case SITE -> "site:example.org";
      case IS -> "is:question";
      case SENTIMENT -> "sentiment:negative";
      case EMOTION -> "emotion:joy";
      case TOPIC -> "topic:lantern";
      case TAG -> "tag:press";
      case HAS -> "has:image";
    };
  }

  static Counted count(CountField field, Lexeme lexeme) throws QueryException {
    var text = lexeme.text();
    int dots = text.indexOf("..");
    if (dots >= 0) {
      long min = dots == 0 ? 0 : number(field, lexeme, text.substring(0, dots));
      var behind = text.substring(dots + 2);
      long max = behind.isEmpty() ? Long.MAX_VALUE : number(field, lexeme, behind);
      if (max < min) {
        throw wrong(lexeme, "This range runs backwards.", field.field() + ":" + max + ".." + min);
      }
      return new Counted(field, min, max);
    }
    var bound = BOUND.matcher(text);
    bound.matches();
    long value = number(field, lexeme, bound.group(2));
    return switch (bound.group(1) == null ? "=" : bound.group(1)) {
      case ">" -> new Counted(field, value + 1, Long.MAX_VALUE);
      case ">=" -> new Counted(field, value, Long.MAX_VALUE);
      case "<" -> below(field, lexeme, value);
      case "<=" -> new Counted(field, 0, value);
      default -> new Counted(field, value, value);
    };
  }

  private static Counted below(CountField field, Lexeme lexeme, long value) throws QueryException {
    if (value == 0) {
      throw wrong(lexeme, "No count is below 0.", "For none at all write " + field.field() + ":0.");
    }
    return new Counted(field, 0, value - 1);
  }

  private static long number(CountField field, Lexeme lexeme, String text) throws QueryException {
    var count = COUNT.matcher(text);
    if (!count.matches()) {
      throw wrong(
          lexeme,
          field.field() + ": takes a number, not '" + text + "'.",
          "For example: " + field.field() + ":>1000 or " + field.field() + ":10..100");
    }
    long unit =
        switch (count.group(2)) {
          case "k", "K" -> 1_000;
          case "m", "M" -> 1_000_000;
          default -> 1;
        };
    return Long.parseLong(count.group(1)) * unit;
  }

  static Published published(Lexeme lexeme) throws QueryException {
    var text = lexeme.text();
    int dots = text.indexOf("..");
    if (dots >= 0) {
      var from = dots == 0 ? null : span(lexeme, text.substring(0, dots));
      var behind = text.substring(dots + 2);
      var to = behind.isEmpty() ? null : span(lexeme, behind);
      return range(
          lexeme, from == null ? Instant.MIN : from.from, to == null ? Instant.MAX : to.to);
    }
    var bound = BOUND.matcher(text);
    bound.matches();
    var span = span(lexeme, bound.group(2));
    return switch (bound.group(1) == null ? "=" : bound.group(1)) {
      case ">" -> new Published(span.to, Instant.MAX);
      case ">=" -> new Published(span.from, Instant.MAX);
      case "<" -> new Published(Instant.MIN, span.from);
      case "<=" -> new Published(Instant.MIN, span.to);
      default -> new Published(span.from, span.to);
    };
  }

  private static Published range(Lexeme lexeme, Instant from, Instant to) throws QueryException {
    if (!from.isBefore(to)) {
      throw wrong(lexeme, "This span of time runs backwards.", "Put the earlier time first.");
    }
    return new Published(from, to);
  }

  /// What a written time covers, `[from, to)`.
  private record Covered(Instant from, Instant to) {}

  private static Covered span(Lexeme lexeme, String text) throws QueryException {
    var covered = read(text);
    if (covered == null) {
      throw wrong(
          lexeme,
          "published: takes a time, not '" + text + "'.",
          "For example: published:2026-01-31 or published:2026-01..2026-02");
    }
    return covered;
  }

  private static @Nullable Covered read(String text) {
    try {
      return switch (text.length()) {
        case 4 -> months(YearMonth.of(Integer.parseInt(text), 1), 12);
        case 7 -> months(YearMonth.parse(text), 1);
        case 10 -> days(LocalDate.parse(text));
        default -> moment(text);
      };
    } catch (DateTimeException | NumberFormatException wrong) {
      return null;
    }
  }

  private static Covered months(YearMonth first, int count) {
    return new Covered(start(first.atDay(1)), start(first.plusMonths(count).atDay(1)));
  }

  private static Covered days(LocalDate day) {
    return new Covered(start(day), start(day.plusDays(1)));
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /// A time without an offset is one of UTC; it covers its minute or its second.
  private static Covered moment(String text) {
    boolean zoned = text.matches(".*(Z|[+-][0-9]{2}:[0-9]{2})");
    var from =
        zoned
            ? OffsetDateTime.parse(text).toInstant()
            : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    boolean toTheSecond = text.matches(".{10}T[0-9]{2}:[0-9]{2}:.*");
    return new Covered(from, from.plusSeconds(toTheSecond ? 1 : 60));
  }

  private static QueryException wrong(Lexeme lexeme, String reason, String hint) {
    return new QueryException(reason, lexeme.start(), lexeme.end(), hint);
  }
}
