package org.wordborne.server.mention.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordborne.query.Query;
import org.wordborne.query.ReferenceEvaluator;

/// Search and the reference evaluator agree on every mention and query.
class SearchLawTest {
  private static final AskedNames LISTS =
      new AskedNames() {
        @Override
        public Set<String> list(String list) {
          return list.equals("own") ? Set.of("ID-1", "Tomasz Ń.") : Set.of();
        }

        @Override
        public Map<String, String> sources() {
          return IndexedTalk.SOURCES;
        }

        @Override
        public Map<String, String> topics() {
          return IndexedTalk.TOPICS;
        }
      };

  @TempDir Path folder;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void search_randomQueriesAndMentions_agreesWithReference(long seed) throws Exception {
    var talk = new IndexedTalk(seed);
    var mentions = talk.mentions(240);
    try (var index = MentionIndex.open(folder, LISTS)) {
      for (int from = 0; from < 240; from += 60) {
        index.apply(mentions.subList(from, from + 60), List.of(), from + 60);
        index.refresh();
      }
      for (int i = 0; i < 160; i++) {
        var query = Query.parse(talk.query(i % 4));

        var found = found(index, query);

        assertThat(found).as(query.normal()).isEqualTo(judged(query, mentions));
      }
    }
  }

  private static List<UUID> found(MentionIndex index, Query query) throws Exception {
    var question = new MentionQuestion(query, MentionFilters.EVERYTHING);
    var found = new ArrayList<UUID>();
    String cursor = null;
    do {
      var page = index.page(question, MentionOrder.HEARD, cursor, 37);
      page.hits().forEach(hit -> found.add(hit.id()));
      cursor = page.next();
    } while (cursor != null);
    return found;
  }

  private static List<UUID> judged(Query query, List<IndexedMention> mentions) {
    return mentions.reversed().stream()
        .filter(
            mention ->
                ReferenceEvaluator.matches(query, mention.post(), mention.judgements(), LISTS))
        .map(IndexedMention::id)
        .toList();
  }
}
