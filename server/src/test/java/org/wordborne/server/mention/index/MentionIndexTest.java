package org.wordborne.server.mention.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wordborne.query.Query;
import org.wordborne.server.mention.index.FoundMentions.Costliest;
import org.wordborne.server.mention.index.FoundMentions.Slice;
import org.wordborne.server.mention.index.MentionFilters.Show;

class MentionIndexTest {
  private static final MentionQuestion ALL = new MentionQuestion(null, MentionFilters.EVERYTHING);

  @TempDir Path folder;

  private MentionIndex filled(List<IndexedMention> mentions) throws Exception {
    var index = MentionIndex.open(folder, AskedNames.NONE);
    index.apply(mentions, List.of(), mentions.size());
    index.refresh();
    return index;
  }

  @ParameterizedTest
  @EnumSource(MentionOrder.class)
  void search_pageAfterPage_showsEachOnceInOrder(MentionOrder order) throws Exception {
    var mentions = new IndexedTalk(7).mentions(100);
    try (var index = filled(mentions)) {
      var seen = new ArrayList<UUID>();
      for (@Nullable String cursor = ""; cursor != null; ) {
        var page = index.search(ALL, order, cursor.isEmpty() ? null : cursor, 9);
        page.hits().forEach(hit -> seen.add(hit.id()));
        cursor = page.next();
      }

      assertThat(seen).hasSize(100).doesNotHaveDuplicates();
      assertThat(seen.getFirst()).isEqualTo(first(mentions, order));
    }
  }

  private static UUID first(List<IndexedMention> mentions, MentionOrder order) {
    var newest = Comparator.comparing(IndexedMention::at).thenComparing(IndexedMention::seq);
    var comparator =
        switch (order) {
          case NEWEST -> newest;
          case HEARD -> Comparator.comparing(IndexedMention::seq);
          case NEED -> Comparator.comparing(IndexedMention::need).thenComparing(newest);
        };
    return mentions.stream().max(comparator).orElseThrow().id();
  }

  @Test
  void search_all_countsPeopleAndFacetsAsTheyAre() throws Exception {
    var mentions = new IndexedTalk(8).mentions(200);
    try (var index = filled(mentions)) {
      var found = index.search(ALL, MentionOrder.NEWEST, null, 0);

      assertThat(found.total()).isEqualTo(200);
      assertThat(found.people())
          .isEqualTo(mentions.stream().map(IndexedMention::author).distinct().count());
      var negative =
          mentions.stream().filter(m -> m.judgements().sentiment().equals("negative")).count();
      assertThat(found.facets().sentiment()).contains(new Slice("negative", negative));
    }
  }

  @Test
  void search_filtered_findsOnlyWhatIsMeant() throws Exception {
    var mentions = new IndexedTalk(9).mentions(300);
    var filters =
        new MentionFilters(
            Set.of("negative"),
            Set.of("question", "none"),
            Set.of("pt"),
            Set.of("s15"),
            Set.of("t1"),
            null,
            null,
            Show.INCLUDE,
            Show.EXCLUDE);
    try (var index = filled(mentions)) {
      var found = index.search(new MentionQuestion(null, filters), MentionOrder.HEARD, null, 300);

      var meant = new HashSet<UUID>();
      for (var mention : mentions) {
        var judged = mention.judgements();
        boolean intent = judged.intents().isEmpty() || judged.intents().contains("question");
        if (judged.sentiment().equals("negative")
            && intent
            && judged.language().equals("pt-BR")
            && mention.sourceId().equals("s15")
            && mention.topicIds().contains("t1")
            && !mention.hidden()) {
          meant.add(mention.id());
        }
      }
      assertThat(found.hits().stream().map(FoundMentions.Hit::id).collect(Collectors.toSet()))
          .isNotEmpty()
          .isEqualTo(meant);
    }
  }

  @Test
  void search_renamedSourceAndTopic_areFoundByTheirNewNamesAtOnce() throws Exception {
    var sources = new HashMap<>(Map.of("s15", "Old Forum"));
    var topics = new HashMap<>(Map.of("t1", "Old"));
    var names = named(sources, topics);
    try (var index = MentionIndex.open(folder, names)) {
      index.apply(new IndexedTalk(11).mentions(100), List.of(), 100);
      index.refresh();
      sources.put("s15", "New Forum");
      topics.put("t1", "Oat cakes");

      assertThat(count(index, "source:new")).isPositive();
      assertThat(count(index, "source:old")).isZero();
      assertThat(count(index, "topic:\"oat cakes\"")).isPositive();
      assertThat(count(index, "topic:old")).isZero();
    }
  }

  private static long count(MentionIndex index, String query) throws Exception {
    return index.count(new MentionQuestion(Query.parse(query), MentionFilters.EVERYTHING));
  }

  private static AskedNames named(Map<String, String> sources, Map<String, String> topics) {
    return new AskedNames() {
      @Override
      public Set<String> list(String name) {
        return Set.of();
      }

      @Override
      public Map<String, String> sources() {
        return sources;
      }

      @Override
      public Map<String, String> topics() {
        return topics;
      }
    };
  }

  @Test
  void search_nothingFound_namesTheCostliestCondition() throws Exception {
    try (var index = filled(new IndexedTalk(10).mentions(50))) {
      var question = new MentionQuestion(Query.parse("-zzz nowhere"), MentionFilters.EVERYTHING);

      var found = index.search(question, MentionOrder.NEWEST, null, 5);

      assertThat(found.costliest()).isEqualTo(new Costliest("nowhere", 50));
    }
  }

  @Test
  void apply_sameMentionAgainAndGone_replacesAndTakesOut() throws Exception {
    var mentions = new IndexedTalk(11).mentions(10);
    try (var index = filled(mentions)) {
      index.apply(mentions.subList(0, 5), List.of(mentions.get(9).id()), 11);
      index.refresh();

      assertThat(index.count(ALL)).isEqualTo(9);
      assertThat(index.visibleSeq()).isEqualTo(11);
      assertThat(index.countAfter(ALL, 7)).isEqualTo(2);
    }
  }

  @Test
  void open_afterCrash_goesOnBehindTheLastCommit() throws Exception {
    var mentions = new IndexedTalk(12).mentions(20);
    var copy = folder.resolveSibling("copy-" + UUID.randomUUID());
    try (var index = filled(mentions.subList(0, 10))) {
      index.commit();
      index.apply(mentions.subList(10, 20), List.of(), 20);
      index.refresh();
      copy(folder, copy);
    }

    try (var reopened = MentionIndex.open(copy, AskedNames.NONE)) {
      assertThat(reopened.seq()).isEqualTo(10);
      assertThat(reopened.count(ALL)).isEqualTo(10);
    }
    MentionIndex.remove(copy);
    assertThat(copy).doesNotExist();
  }

  private static void copy(Path from, Path to) throws Exception {
    Files.createDirectories(to);
    try (var files = Files.list(from)) {
      for (var file : files.toList()) {
        if (!file.getFileName().toString().equals("write.lock")) {
          Files.copy(file, to.resolve(file.getFileName()));
        }
      }
    }
  }

  @Test
  void open_spoiltFiles_saysThatTheIndexIsDamaged() throws Exception {
    filled(new IndexedTalk(13).mentions(20)).close();
    try (var files = Files.list(folder)) {
      for (var file : files.filter(f -> f.getFileName().toString().startsWith("seg")).toList()) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }

    assertThatThrownBy(() -> MentionIndex.open(folder, AskedNames.NONE))
        .isInstanceOf(IndexDamagedException.class)
        .hasMessageContaining(folder.toString());
    MentionIndex.remove(folder);
    try (var fresh = MentionIndex.open(folder, AskedNames.NONE)) {
      assertThat(fresh.seq()).isZero();
    }
  }

  @Test
  void histogram_dayOfClockChange_beginsAtLocalMidnight() throws Exception {
    var mentions = new IndexedTalk(14).mentions(100);
    var from = Instant.parse("2026-03-27T23:00:00Z");
    var filters = MentionFilters.EVERYTHING.between(from, Instant.parse("2026-03-30T22:00:00Z"));
    try (var index = filled(mentions)) {
      var days =
          index.histogram(
              new MentionQuestion(null, filters), HistogramBucket.DAY, ZoneId.of("Europe/Berlin"));

      assertThat(days)
          .extracting(HistogramPoint::at)
          .containsExactly(
              Instant.parse("2026-03-27T23:00:00Z"),
              Instant.parse("2026-03-28T23:00:00Z"),
              Instant.parse("2026-03-29T22:00:00Z"));
      var inside =
          mentions.stream()
              .filter(m -> !m.at().isBefore(from) && m.at().isBefore(filters.to()))
              .count();
      assertThat(days.stream().mapToLong(HistogramPoint::total).sum()).isEqualTo(inside);
    }
  }

  @Test
  void search_cursorOfAnotherOrder_isRefused() throws Exception {
    try (var index = filled(new IndexedTalk(15).mentions(5))) {
      assertThatThrownBy(() -> index.search(ALL, MentionOrder.HEARD, "W.1.2", 5))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("W.1.2");
    }
  }
}
