package org.wordborne.server.mention.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.FixedBitSet;
import org.wordborne.server.mention.index.FoundMentions.Facets;
import org.wordborne.server.mention.index.FoundMentions.Slice;

/// Counts what was found, in one pass: how many, how they divide, how many people.
final class FacetCounter implements Collector {
  private static final int MOST_SLICES = 200;

  private final List<LeafCounts> leaves = new ArrayList<>();

  /// What was counted.
  record Counted(long total, long people, Facets facets) {}

  static CollectorManager<FacetCounter, Counted> counting() {
    return new CollectorManager<>() {
      @Override
      public FacetCounter newCollector() {
        return new FacetCounter();
      }

      @Override
      public Counted reduce(Collection<FacetCounter> counters) throws IOException {
        var leaves = new ArrayList<LeafCounts>();
        counters.forEach(counter -> leaves.addAll(counter.leaves));
        return sum(leaves);
      }
    };
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }

  @Override
  public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
    var counts = new LeafCounts(context);
    leaves.add(counts);
    return counts;
  }

  private static Counted sum(List<LeafCounts> leaves) throws IOException {
    long total = 0;
    var people = new PeopleCount();
    for (var leaf : leaves) {
      total += leaf.total;
      leaf.addPeople(people);
    }
    var facets =
        new Facets(
            slices(leaves, 0),
            slices(leaves, 1),
            slices(leaves, 2),
            slices(leaves, 3),
            slices(leaves, 4));
    return new Counted(total, people.count(), facets);
  }

  private static List<Slice> slices(List<LeafCounts> leaves, int facet) throws IOException {
    var counts = new HashMap<String, Long>();
    for (var leaf : leaves) {
      leaf.addTo(counts, facet);
    }
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_SLICES)
        .map(entry -> new Slice(entry.getKey(), entry.getValue()))
        .toList();
  }

  /// Counts of one segment, by the segment's own numbers for values.
  private static final class LeafCounts implements LeafCollector {
    private final SortedDocValues sentiment;
    private final SortedDocValues source;
    private final SortedDocValues language;
    private final SortedSetDocValues intent;
    private final SortedSetDocValues topic;
    private final SortedDocValues person;
    private final int[][] counts;
    private final FixedBitSet people;
    private long total;

    LeafCounts(LeafReaderContext context) throws IOException {
      var reader = context.reader();
      sentiment = DocValues.getSorted(reader, IndexFields.facet("sentiment"));
      intent = DocValues.getSortedSet(reader, IndexFields.facet("intent"));
      source = DocValues.getSorted(reader, IndexFields.facet("source"));
      language = DocValues.getSorted(reader, IndexFields.facet("language"));
      topic = DocValues.getSortedSet(reader, IndexFields.facet("topic"));
      person = DocValues.getSorted(reader, IndexFields.facet(IndexFields.PERSON));
      counts =
          new int[][] {
            new int[sentiment.getValueCount()],
            new int[(int) intent.getValueCount()],
            new int[source.getValueCount()],
            new int[language.getValueCount()],
            new int[(int) topic.getValueCount()]
          };
      people = new FixedBitSet(Math.max(1, person.getValueCount()));
    }

    @Override
    public void setScorer(Scorable scorer) {}

    @Override
    public void collect(int document) throws IOException {
      total++;
      count(sentiment, counts[0], document);
      countAll(intent, counts[1], document);
      count(source, counts[2], document);
      count(language, counts[3], document);
      countAll(topic, counts[4], document);
      if (person.advanceExact(document)) {
        people.set(person.ordValue());
      }
    }

    private static void count(SortedDocValues values, int[] counts, int document)
        throws IOException {
      if (values.advanceExact(document)) {
        counts[values.ordValue()]++;
      }
    }

    private static void countAll(SortedSetDocValues values, int[] counts, int document)
        throws IOException {
      if (values.advanceExact(document)) {
        for (int i = 0; i < values.docValueCount(); i++) {
          counts[(int) values.nextOrd()]++;
        }
      }
    }

    void addPeople(PeopleCount people) throws IOException {
      people.add(person, this.people);
    }

    void addTo(Map<String, Long> sums, int facet) throws IOException {
      for (int ord = 0; ord < counts[facet].length; ord++) {
        if (counts[facet][ord] > 0) {
          sums.merge(value(facet, ord), (long) counts[facet][ord], Long::sum);
        }
      }
    }

    private String value(int facet, int ord) throws IOException {
      return switch (facet) {
        case 0 -> sentiment.lookupOrd(ord).utf8ToString();
        case 1 -> intent.lookupOrd(ord).utf8ToString();
        case 2 -> source.lookupOrd(ord).utf8ToString();
        case 3 -> language.lookupOrd(ord).utf8ToString();
        default -> topic.lookupOrd(ord).utf8ToString();
      };
    }
  }
}
