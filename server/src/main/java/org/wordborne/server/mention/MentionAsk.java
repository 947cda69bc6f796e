package org.wordborne.server.mention;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wordborne.query.Query;
import org.wordborne.query.QueryException;
import org.wordborne.server.mention.index.MentionFilters;
import org.wordborne.server.mention.index.MentionFilters.Show;
import org.wordborne.server.mention.index.MentionOrder;
import org.wordborne.server.mention.index.MentionQuestion;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.text.Intent;
import org.wordborne.text.SentimentLabel;

/// Which mentions a request asks for, as it was sent. Lists are filters by one or several values.
///
/// @param query in the query language
/// @param sentiment labels
/// @param intent words, or "none"
/// @param language codes
/// @param source ids
/// @param topic ids, or "none"
/// @param from earliest time, inclusive
/// @param to latest time, exclusive
/// @param spam "exclude" (as if absent), "include" or "only"
/// @param hidden as spam
/// @param sort "newest" (as if absent), "heard" or "need"
public record MentionAsk(
    @Nullable String query,
    @Nullable List<String> sentiment,
    @Nullable List<String> intent,
    @Nullable List<String> language,
    @Nullable List<String> source,
    @Nullable List<String> topic,
    @Nullable String from,
    @Nullable String to,
    @Nullable String spam,
    @Nullable String hidden,
    @Nullable String sort) {

  private static final String NONE = "none";
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

  /// Everything that is kept, of one query.
  public static MentionAsk everything(@Nullable String query) {
    return new MentionAsk(
        query, null, null, null, null, null, null, null, "include", "include", null);
  }

  /// What the index is to be asked.
  ///
  /// @throws BadInputException where a value is none that could be meant
  public MentionQuestion question() {
    return new MentionQuestion(
        parsedQuery(),
        new MentionFilters(
            words("sentiment", sentiment, labels()),
            words("intent", intent, intents()),
            set(language),
            ids("source", source),
            ids("topic", topic),
            instant("from", from),
            instant("to", to),
            show("spam", spam),
            show("hidden", hidden)));
  }

  /// The order that is asked for.
  public MentionOrder order() {
    return switch (sort == null ? "newest" : sort) {
      case "newest" -> MentionOrder.NEWEST;
      case "heard" -> MentionOrder.HEARD;
      case "need" -> MentionOrder.NEED;
      default -> throw new BadInputException("sort", sort, "Use newest, heard or need.");
    };
  }

  /// The query, or null where there is none.
  public @Nullable Query parsedQuery() {
    return query == null || query.isBlank() ? null : parsed(query);
  }

  /// Reads a query; one that is wrong becomes a problem that shows the place.
  static Query parsed(String query) {
    try {
      return Query.parse(query);
    } catch (QueryException e) {
      throw new BadInputException("query", query, e.reason())
          .with("start", e.start())
          .with("end", e.end())
          .with("hint", e.hint());
    }
  }

  private static Set<String> labels() {
    var labels = new LinkedHashSet<String>();
    Arrays.stream(SentimentLabel.values()).forEach(label -> labels.add(label.word()));
    return labels;
  }

  private static Set<String> intents() {
    var intents = new LinkedHashSet<String>();
    Arrays.stream(Intent.values()).forEach(intent -> intents.add(intent.word()));
    intents.add(NONE);
    return intents;
  }

  private static Set<String> set(@Nullable List<String> values) {
    var set = new LinkedHashSet<String>();
    for (String value : values == null ? List.<String>of() : values) {
      if (!value.isBlank()) {
        set.add(value.strip());
      }
    }
    return set;
  }

  private static Set<String> words(String field, @Nullable List<String> values, Set<String> known) {
    Set<String> words = set(values);
    for (String word : words) {
      if (!known.contains(word)) {
        throw new BadInputException(field, word, "Use " + String.join(", ", known) + ".");
      }
    }
    return words;
  }

  private static Set<String> ids(String field, @Nullable List<String> values) {
    var ids = new LinkedHashSet<String>();
    for (String value : set(values)) {
      ids.add(value.equals(NONE) ? NONE : id(field, value));
    }
    return ids;
  }

  private static String id(String field, String value) {
    try {
      return UUID.fromString(value).toString();
    } catch (IllegalArgumentException e) {
      throw new BadInputException(field, value, "Use the id of a " + field + ".");
    }
  }

  private static @Nullable Instant instant(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      return null;
    }
    try {
      return bounded(OffsetDateTime.parse(value.strip().toUpperCase(Locale.ROOT)).toInstant());
    } catch (DateTimeParseException e) {
      throw new BadInputException(field, value, "Use a time such as 2026-11-22T09:00:00Z.");
    } catch (DateTimeException e) {
      throw new BadInputException(field, value, "There is no such time.");
    }
  }

  /* Farther away lies nothing, and calendars and zones end. */
  private static Instant bounded(Instant time) {
    Instant least = time.isBefore(FIRST) ? FIRST : time;
    return least.isAfter(LAST) ? LAST : least;
  }

  private static Show show(String field, @Nullable String value) {
    return switch (value == null || value.isBlank() ? "exclude" : value) {
      case "exclude", "false" -> Show.EXCLUDE;
      case "include", "true" -> Show.INCLUDE;
      case "only" -> Show.ONLY;
      default -> throw new BadInputException(field, value, "Use exclude, include or only.");
    };
  }
}
