package org.wordborne.server.mention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.wordborne.query.Query;
import org.wordborne.server.mention.HistogramView.MoodPoint;
import org.wordborne.server.mention.MentionsView.Costliest;
import org.wordborne.server.mention.MentionsView.FacetView;
import org.wordborne.server.mention.MentionsView.Facets;
import org.wordborne.server.mention.index.BadCursorException;
import org.wordborne.server.mention.index.FoundMentions;
import org.wordborne.server.mention.index.FoundMentions.Hit;
import org.wordborne.server.mention.index.FoundMentions.Slice;
import org.wordborne.server.mention.index.HistogramBucket;
import org.wordborne.server.mention.index.MentionFilters;
import org.wordborne.server.mention.index.MentionIndex;
import org.wordborne.server.mention.index.MentionOrder;
import org.wordborne.server.mention.index.MentionQuestion;
import org.wordborne.server.topic.TopicMatchers;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.Scope;

/// Finds mentions: the index says which, the database what.
@Component
public class MentionSearch {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private final MentionIndexes indexes;
  private final Mentions mentions;
  private final MentionViews views;
  private final TopicMatchers matchers;
  private final ObjectProvider<SourceNames> sources;

  MentionSearch(
      MentionIndexes indexes,
      Mentions mentions,
      MentionViews views,
      TopicMatchers matchers,
      ObjectProvider<SourceNames> sources) {
    this.indexes = indexes;
    this.mentions = mentions;
    this.views = views;
    this.matchers = matchers;
    this.sources = sources;
  }

  /// One page, with what the whole result looks like.
  MentionsView page(Scope scope, MentionAsk ask, @Nullable String cursor, int limit) {
    var question = ask.question();
    var order = ask.order();
    FoundMentions found =
        searched(scope, index -> found(() -> index.search(question, order, cursor, limit)));
    var page = mentions.byIds(scope, found.hits().stream().map(Hit::id).toList());
    FoundMentions.Costliest costliest = found.costliest();
    return new MentionsView(
        views.of(scope, page, question.query()),
        found.next(),
        found.total(),
        found.people(),
        facets(scope, found.facets()),
        costliest == null ? null : new Costliest(costliest.condition(), costliest.without()));
  }

  /// A page without any counts, for going through all of a result.
  Page mentions(
      Scope scope,
      MentionQuestion question,
      MentionOrder order,
      @Nullable String cursor,
      int limit) {
    FoundMentions found =
        searched(scope, index -> found(() -> index.page(question, order, cursor, limit)));
    var page = mentions.byIds(scope, found.hits().stream().map(Hit::id).toList());
    return new Page(page, found.next());
  }

  /// Mentions, and the cursor of those that come after them; null where there are none.
  record Page(List<Mention> mentions, @Nullable String next) {}

  /// The result over time.
  HistogramView histogram(Scope scope, MentionAsk ask, HistogramBucket bucket, ZoneId zone) {
    var question = ask.question();
    var points = searched(scope, index -> found(() -> index.histogram(question, bucket, zone)));
    return new HistogramView(
        bucket.name().toLowerCase(java.util.Locale.ROOT),
        points.stream()
            .map(
                at ->
                    new MoodPoint(
                        at.at(),
                        at.positive(),
                        at.negative(),
                        at.neutral(),
                        at.mixed(),
                        at.unsure(),
                        at.total()))
            .toList());
  }

  /// How many of the result came after a number.
  NewWordsView newer(Scope scope, MentionAsk ask, long since) {
    var question = ask.question();
    return searched(
        scope,
        index -> {
          long seen = index.visibleSeq();
          return new NewWordsView(found(() -> index.countAfter(question, since)), seen);
        });
  }

  /// How many mentions a question finds.
  public long count(Scope scope, MentionQuestion question) {
    return searched(scope, index -> found(() -> index.count(question)));
  }

  /// How many handles speak in what a question finds.
  public long people(Scope scope, MentionQuestion question) {
    return searched(scope, index -> found(() -> index.people(question)));
  }

  /// Counts the people who spoke in a span of time, spam and hidden words left out.
  ///
  /// @param sources ids of the sources to look at; empty for all
  /// @param from inclusive
  /// @param to exclusive
  public long people(
      Scope scope, @Nullable Query query, Set<String> sources, Instant from, Instant to) {
    var usual = MentionFilters.USUAL;
    var filters =
        new MentionFilters(
            usual.sentiments(),
            usual.intents(),
            usual.languages(),
            sources,
            usual.topics(),
            from,
            to,
            usual.spam(),
            usual.hidden());
    return people(scope, new MentionQuestion(query, filters));
  }

  /// A histogram as the index gives it.
  public List<org.wordborne.server.mention.index.HistogramPoint> points(
      Scope scope, MentionQuestion question, HistogramBucket bucket, ZoneId zone) {
    return searched(scope, index -> found(() -> index.histogram(question, bucket, zone)));
  }

  /// The highest number that searches see.
  public long seen(Scope scope) {
    return indexes.visible(scope);
  }

  /// How many numbers the index is behind the database.
  public long behind(Scope scope) {
    return indexes.behind(scope);
  }

  /// Waits until searches see everything that is committed now.
  ///
  /// @return whether they do; false if it took longer than `patience`
  public boolean awaitFresh(Scope scope, Duration patience) {
    return awaitSeen(scope, mentions.newestSeq(scope), patience);
  }

  /// Waits until searches are at most `numbers` behind what is committed now.
  ///
  /// @return whether they are; false if it took longer than `patience`
  public boolean awaitNear(Scope scope, long numbers, Duration patience) {
    return awaitSeen(scope, mentions.newestSeq(scope) - numbers, patience);
  }

  private boolean awaitSeen(Scope scope, long seq, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (indexes.of(scope.workspace()).visibleSeq() < seq) {
      if (System.nanoTime() - end > 0 || !slept()) {
        return false;
      }
    }
    return true;
  }

  private static boolean slept() {
    try {
      Thread.sleep(BETWEEN_LOOKS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Facets facets(Scope scope, FoundMentions.Facets facets) {
    SourceNames known = sources.getIfAvailable();
    Map<UUID, String> sourceNames = known == null ? Map.of() : known.names(scope);
    var topicNames =
        matchers.of(scope.workspace()).topics().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().name()));
    return new Facets(
        plain(facets.sentiment()),
        plain(facets.intent()),
        named(facets.source(), sourceNames),
        plain(facets.language()),
        named(facets.topic(), topicNames));
  }

  private static List<FacetView> plain(List<Slice> slices) {
    return slices.stream()
        .map(slice -> new FacetView(slice.value(), slice.value(), slice.count()))
        .toList();
  }

  /// What is no longer there has no name, and is left out.
  private static List<FacetView> named(List<Slice> slices, Map<UUID, String> names) {
    return slices.stream()
        .filter(slice -> isId(slice.value()))
        .filter(slice -> names.containsKey(UUID.fromString(slice.value())))
        .map(
            slice ->
                new FacetView(
                    slice.value(),
                    names.getOrDefault(UUID.fromString(slice.value()), ""),
                    slice.count()))
        .toList();
  }

  private static boolean isId(String value) {
    return value.length() == 36 && value.charAt(8) == '-';
  }

  private <T> T searched(Scope scope, Function<MentionIndex, T> question) {
    try {
      return question.apply(indexes.of(scope.workspace()));
    } catch (UncheckedIOException e) {
      if (indexes.isDamaged(scope.workspace(), Objects.requireNonNull(e.getCause()))) {
        throw rebuilding();
      }
      throw e;
    } catch (AlreadyClosedException e) {
      throw rebuilding();
    }
  }

  private static ConflictException rebuilding() {
    return new ConflictException(
        "The search index is being rebuilt; nothing is lost. Search again in a moment.");
  }

  private interface Asked<T> {
    T ask() throws IOException;
  }

  private static <T> T found(Asked<T> asked) {
    try {
      return asked.ask();
    } catch (BadCursorException e) {
      throw new BadInputException("cursor", null, "The cursor is none that we gave.");
    } catch (IOException e) {
      throw new UncheckedIOException("The search index could not be read.", e);
    }
  }
}
