package org.wordborne.server.mention.index;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.jspecify.annotations.Nullable;

/// Counts mentions by quarter of an hour and sentiment; quarters are then summed to hours or days
/// of a zone, whose offsets all are whole quarters.
final class SlotCounter implements Collector {
  private static final long SLOT_MILLIS = 15 * 60 * 1_000;
  private static final int MOST_COLUMNS = 20_000;
  private static final List<String> LABELS =
      List.of("positive", "negative", "neutral", "mixed", "unsure");

  private final Map<Long, long[]> slots = new HashMap<>();

  /// Counts by slot: by label as in `LABELS`, then the total.
  record Slots(Map<Long, long[]> counts) {
    List<HistogramPoint> columns(HistogramBucket bucket, ZoneId zone, MentionFilters filters) {
      var unit = bucket == HistogramBucket.HOUR ? ChronoUnit.HOURS : ChronoUnit.DAYS;
      var columns = new TreeMap<Instant, long[]>();
      counts.forEach(
          (slot, found) -> {
            var at = Instant.ofEpochMilli(slot * SLOT_MILLIS).atZone(zone).truncatedTo(unit);
            add(columns.computeIfAbsent(at.toInstant(), _ -> new long[LABELS.size() + 1]), found);
          });
      fill(columns, unit, zone, filters);
      var points = new ArrayList<HistogramPoint>();
      columns.forEach((at, n) -> points.add(point(at, n)));
      return points;
    }

    private static HistogramPoint point(Instant at, long[] n) {
      return new HistogramPoint(at, n[0], n[1], n[2], n[3], n[4], n[5]);
    }

    private static void fill(
        TreeMap<Instant, long[]> columns, ChronoUnit unit, ZoneId zone, MentionFilters filters) {
      var first = edge(filters.from(), columns.isEmpty() ? null : columns.firstKey());
      var to = filters.to();
      var last =
          edge(to == null ? null : to.minusMillis(1), columns.isEmpty() ? null : columns.lastKey());
      if (first == null || last == null || unit.between(first, last) > MOST_COLUMNS) {
        return;
      }
      var at = first.atZone(zone).truncatedTo(unit);
      while (!at.toInstant().isAfter(last)) {
        columns.computeIfAbsent(at.toInstant(), _ -> new long[LABELS.size() + 1]);
        at = next(at, unit);
      }
    }

    /// The next column's beginning; a day may have 23 or 25 hours, and begin after midnight.
    private static ZonedDateTime next(ZonedDateTime at, ChronoUnit unit) {
      return at.plus(1, unit).truncatedTo(unit);
    }

    private static @Nullable Instant edge(@Nullable Instant given, @Nullable Instant found) {
      return given == null ? found : given;
    }
  }

  static CollectorManager<SlotCounter, Slots> counting() {
    return new CollectorManager<>() {
      @Override
      public SlotCounter newCollector() {
        return new SlotCounter();
      }

      @Override
      public Slots reduce(Collection<SlotCounter> counters) {
        var sums = new HashMap<Long, long[]>();
        for (var counter : counters) {
          counter.slots.forEach(
              (slot, found) ->
                  add(sums.computeIfAbsent(slot, _ -> new long[LABELS.size() + 1]), found));
        }
        return new Slots(sums);
      }
    };
  }

  private static void add(long[] sums, long[] found) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += found[i];
    }
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }

  @Override
  public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
    var reader = context.reader();
    var sentiment = DocValues.getSorted(reader, IndexFields.facet("sentiment"));
    return new LeafSlots(
        DocValues.getNumeric(reader, IndexFields.AT), sentiment, labels(sentiment));
  }

  private static int[] labels(SortedDocValues sentiment) throws IOException {
    var labels = new int[sentiment.getValueCount()];
    for (int ord = 0; ord < labels.length; ord++) {
      labels[ord] = LABELS.indexOf(sentiment.lookupOrd(ord).utf8ToString());
    }
    return labels;
  }

  private final class LeafSlots implements LeafCollector {
    private final NumericDocValues times;
    private final SortedDocValues sentiment;
    private final int[] labels;
    private long lastSlot = Long.MIN_VALUE;
    private long[] last = {};

    LeafSlots(NumericDocValues times, SortedDocValues sentiment, int[] labels) {
      this.times = times;
      this.sentiment = sentiment;
      this.labels = labels;
    }

    @Override
    public void setScorer(Scorable scorer) {}

    @Override
    public void collect(int document) throws IOException {
      if (!times.advanceExact(document)) {
        return;
      }
      long slot = Math.floorDiv(times.longValue(), SLOT_MILLIS);
      if (slot != lastSlot) {
        last = slots.computeIfAbsent(slot, _ -> new long[LABELS.size() + 1]);
        lastSlot = slot;
      }
      last[LABELS.size()]++;
      int label = sentiment.advanceExact(document) ? labels[sentiment.ordValue()] : -1;
      if (label >= 0) {
        last[label]++;
      }
    }
  }
}
