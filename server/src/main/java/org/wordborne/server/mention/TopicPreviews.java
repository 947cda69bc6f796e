package org.wordborne.server.mention;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wordborne.query.Query;
import org.wordborne.query.QueryException;
import org.wordborne.server.mention.TopicPreviewView.DayCount;
import org.wordborne.server.mention.TopicPreviewView.PerDay;
import org.wordborne.server.mention.TopicPreviewView.QueryFault;
import org.wordborne.server.mention.index.HistogramBucket;
import org.wordborne.server.mention.index.MentionFilters;
import org.wordborne.server.mention.index.MentionFilters.Show;
import org.wordborne.server.mention.index.MentionQuestion;
import org.wordborne.server.topic.Preset;
import org.wordborne.server.workspace.Scope;

/// Says what a topic would have heard in what is stored, before it is saved.
@Component
class TopicPreviews {
  /// 90 % of a normal distribution lie within this many deviations.
  private static final double Z = 1.6448536269514722;

  private final MentionSearch search;
  private final PreviewSample sample;
  private final InstantSource clock;

  TopicPreviews(MentionSearch search, PreviewSample sample, InstantSource clock) {
    this.search = search;
    this.sample = sample;
    this.clock = clock;
  }

  /// Previews a topic over the last `days` days.
  TopicPreviewView of(Scope scope, String query, List<String> never, List<String> hide, int days) {
    long begun = System.nanoTime();
    Query parsed;
    try {
      parsed = Query.parse(query);
    } catch (QueryException e) {
      var fault = new QueryFault(e.reason(), e.start(), e.end(), e.hint());
      return new TopicPreviewView(
          null, fault, 0, 0, null, List.of(), List.of(), Map.of(), Map.of(), seconds(begun));
    }
    Instant to = clock.instant();
    Instant from = to.minus(Duration.ofDays(days));
    var shown = new MentionQuestion(without(query, never, hide), filters(hide, from, to));
    var histogram =
        search.points(scope, shown, HistogramBucket.DAY, ZoneOffset.UTC).stream()
            .map(point -> new DayCount(point.at(), point.total()))
            .toList();
    return new TopicPreviewView(
        parsed.normal(),
        null,
        search.count(scope, shown),
        search.people(scope, shown),
        perDay(histogram),
        histogram,
        sample.of(scope, shown, parsed),
        counts(scope, query, Preset.neverCollected(), from, to),
        counts(scope, query, Preset.hidden(), from, to),
        seconds(begun));
  }

  private Map<String, Long> counts(
      Scope scope, String query, List<Preset> presets, Instant from, Instant to) {
    var counts = new LinkedHashMap<String, Long>();
    for (Preset preset : presets) {
      var show = preset == Preset.SPAM ? Show.ONLY : Show.INCLUDE;
      var with = and(query, words(preset));
      counts.put(
          preset.word(), search.count(scope, new MentionQuestion(with, all(show, from, to))));
    }
    return counts;
  }

  /// The query without what presets leave out.
  private static Query without(String query, List<String> never, List<String> hide) {
    String all = "(" + query + ")";
    var presets = new java.util.LinkedHashSet<String>(never);
    presets.addAll(hide);
    for (String word : presets) {
      String words = Preset.of(word).map(TopicPreviews::words).orElse("");
      if (!words.isEmpty()) {
        all = all + " AND NOT (" + words + ")";
      }
    }
    return MentionAsk.parsed(all);
  }

  private static Query and(String query, String words) {
    return MentionAsk.parsed(words.isEmpty() ? query : "(" + query + ") AND (" + words + ")");
  }

  /// A preset in the query language; "" for spam, which is a filter.
  private static String words(Preset preset) {
    return switch (preset) {
      case OWN -> "author:@own";
      case REPOSTS -> "is:repost";
      case SPAM -> "";
      default -> preset.query();
    };
  }

  private static MentionFilters filters(List<String> hide, Instant from, Instant to) {
    return all(hide.contains("spam") ? Show.EXCLUDE : Show.INCLUDE, from, to);
  }

  private static MentionFilters all(Show spam, Instant from, Instant to) {
    var every = MentionFilters.EVERYTHING;
    return new MentionFilters(
        every.sentiments(),
        every.intents(),
        every.languages(),
        every.sources(),
        every.topics(),
        from,
        to,
        spam,
        Show.INCLUDE);
  }

  /// What tomorrow may bring: the mean of the days since the first word, and where 90 % of days
  /// would lie if days scatter as these did (but never less than chance alone would scatter them).
  private static @Nullable PerDay perDay(List<DayCount> histogram) {
    var days = histogram.stream().dropWhile(day -> day.total() == 0).toList();
    if (days.isEmpty()) {
      return null;
    }
    double mean = days.stream().mapToLong(DayCount::total).average().orElse(0);
    double squares = days.stream().mapToDouble(day -> Math.pow(day.total() - mean, 2)).sum();
    double variance = Math.max(mean, days.size() < 2 ? 0 : squares / (days.size() - 1));
    double half = Z * Math.sqrt(variance * (1 + 1.0 / days.size()));
    return new PerDay(mean, Math.max(0, mean - half), mean + half);
  }

  private static double seconds(long begun) {
    return Math.round((System.nanoTime() - begun) / 1e6) / 1e3;
  }
}
