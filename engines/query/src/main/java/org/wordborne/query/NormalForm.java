package org.wordborne.query;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import org.wordborne.query.QueryNode.All;
import org.wordborne.query.QueryNode.Any;
import org.wordborne.query.QueryNode.Counted;
import org.wordborne.query.QueryNode.Keyword;
import org.wordborne.query.QueryNode.Listed;
import org.wordborne.query.QueryNode.Near;
import org.wordborne.query.QueryNode.Not;
import org.wordborne.query.QueryNode.OneOf;
import org.wordborne.query.QueryNode.Phrase;
import org.wordborne.query.QueryNode.Place;
import org.wordborne.query.QueryNode.Published;
import org.wordborne.query.QueryNode.SameSentence;
import org.wordborne.query.QueryNode.Step;
import org.wordborne.query.QueryNode.WordTest;

/// Writes a tree in the one form that all queries of its meaning share.
final class NormalForm {
  private NormalForm() {}

  static String of(QueryNode node) {
    return switch (node) {
      case All(var parts) ->
          parts.stream().map(NormalForm::inside).collect(Collectors.joining(" AND "));
      case Any(var parts) ->
          parts.stream().map(NormalForm::inside).collect(Collectors.joining(" OR "));
      case OneOf(var parts) ->
          parts.stream().map(NormalForm::inside).collect(Collectors.joining(" OR "));
      case Not(var part) -> "NOT " + inside(part);
      case Near near -> inside(near.left()) + operator(near) + inside(near.right());
      case SameSentence(var left, var right) -> inside(left) + " SENTENCE " + inside(right);
      case Phrase phrase -> phrase(phrase);
      case Keyword(var field, var value) -> field.field() + ":" + value(value);
      case Listed(var list) -> "author:@" + list;
      case Counted counted -> counted.field().field() + ":" + range(counted);
      case Published published -> "published:" + span(published);
    };
  }

  private static String operator(Near near) {
    return (near.ordered() ? " ONEAR/" : " NEAR/") + near.distance() + " ";
  }

  private static String inside(QueryNode node) {
    return switch (node) {
      case All _, Any _, OneOf _, Near _, SameSentence _ -> "(" + of(node) + ")";
      default -> of(node);
    };
  }

  private static String phrase(Phrase phrase) {
    var written = phrase.written();
    boolean raw = phrase.steps().stream().anyMatch(step -> step.test() instanceof WordTest.Raw);
    if (raw) {
      var form = "raw:" + (written.indexOf(' ') < 0 ? written : '"' + written + '"');
      return phrase.place() == Place.TITLE ? "title:(" + form + ")" : form;
    }
    var prefix = phrase.place().field().isEmpty() ? "" : phrase.place().field() + ":";
    return prefix + words(phrase, written);
  }

  private static String words(Phrase phrase, String written) {
    if (phrase.steps().getFirst().test() instanceof WordTest.Like(var mark, var pattern)
        && pattern.kind() == WordPattern.Kind.REGEX) {
      var field = mark.isEmpty() ? "" : mark.equals("#") ? "hashtag:" : "at:";
      return field + "/" + escaped(pattern.source()) + "/";
    }
    if (written.indexOf(' ') < 0) {
      return written;
    }
    // A question mark is a wildcard in bare words only.
    return phrase.steps().stream().anyMatch(NormalForm::asksForOneCharacter)
        ? written.replace(' ', '-')
        : '"' + written + '"';
  }

  private static boolean asksForOneCharacter(Step step) {
    return step.test() instanceof WordTest.Like(_, var pattern)
        && pattern.kind() == WordPattern.Kind.WILDCARD
        && pattern.source().indexOf('?') >= 0;
  }

  private static String escaped(String regex) {
    var escaped = new StringBuilder();
    for (int i = 0; i < regex.length(); i++) {
      char c = regex.charAt(i);
      if (c == '/') {
        escaped.append('\\');
      }
      escaped.append(c);
      if (c == '\\' && i + 1 < regex.length()) {
        escaped.append(regex.charAt(++i));
      }
    }
    return escaped.toString();
  }

  private static String value(String value) {
    return value.matches("[\\p{L}\\p{M}\\p{N}._][\\p{L}\\p{M}\\p{N}._-]*")
        ? value
        : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String range(Counted counted) {
    if (counted.max() == Long.MAX_VALUE) {
      return counted.min() == 0 ? ">=0" : ">" + (counted.min() - 1);
    }
    if (counted.min() == counted.max()) {
      return Long.toString(counted.min());
    }
    return counted.min() == 0 ? "<" + (counted.max() + 1) : counted.min() + ".." + counted.max();
  }

  private static String span(Published span) {
    boolean days = isMidnight(span.from()) && isMidnight(span.to());
    var from = span.from().equals(Instant.MIN) ? "" : written(span.from(), days);
    if (span.to().equals(Instant.MAX)) {
      return from + "..";
    }
    return from + ".." + written(span.to().minusSeconds(1), days);
  }

  private static boolean isMidnight(Instant time) {
    return time.equals(Instant.MIN)
        || time.equals(Instant.MAX)
        || time.equals(time.truncatedTo(ChronoUnit.DAYS));
  }

  private static String written(Instant time, boolean day) {
    return day ? time.atOffset(ZoneOffset.UTC).toLocalDate().toString() : time.toString();
  }
}
