package org.wordborne.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Standing queries and the reference evaluator agree on every post and query.
class StandingLawTest {
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 5})
  void match_randomQueriesAndPosts_agreesWithReference(long seed) throws QueryException {
    var talk = new RandomTalk(seed);
    var queries = queries(talk, 200);
    var standing = registered(queries);
    for (int i = 0; i < 100; i++) {
      var post = talk.post(i);
      var judgements = talk.judgements();

      var matched = standing.match(post, judgements);

      assertThat(matched)
          .as("%s %s", post, judgements)
          .isEqualTo(judged(queries, post, judgements));
    }
  }

  @Test
  void match_afterTuning_agreesWithReference() throws QueryException {
    var talk = new RandomTalk(21);
    var queries = queries(talk, 200);
    var standing = registered(queries);
    for (int i = 0; i < 2_500; i++) {
      standing.match(talk.post(i), Judgements.NONE);
    }
    var post = talk.post(2_500);

    var matched = standing.match(post, Judgements.NONE);

    assertThat(matched).isEqualTo(judged(queries, post, Judgements.NONE));
  }

  @Test
  void match_queriesComeAndGo_agreesWithReference() throws QueryException {
    var talk = new RandomTalk(34);
    var queries = queries(talk, 150);
    var standing = registered(queries);
    for (int i = 0; i < 150; i++) {
      var id = "q" + (i * 7) % 150;
      if (queries.remove(id) != null) {
        standing.remove(id);
      } else {
        queries.put(id, Query.parse(talk.query(2)));
        standing.register(id, queries.get(id));
      }
      var post = talk.post(i);
      assertThat(standing.match(post, Judgements.NONE))
          .containsExactlyInAnyOrderElementsOf(judged(queries, post, Judgements.NONE));
    }
  }

  private static Map<String, Query> queries(RandomTalk talk, int count) throws QueryException {
    var queries = new LinkedHashMap<String, Query>();
    for (int i = 0; i < count; i++) {
      queries.put("q" + i, Query.parse(talk.query(1 + i % 3)));
    }
    return queries;
  }

  private static StandingQueries registered(Map<String, Query> queries) {
    var standing = new StandingQueries(RandomTalk.LISTS);
    queries.forEach(standing::register);
    return standing;
  }

  private static List<String> judged(Map<String, Query> queries, Post post, Judgements judged) {
    var matched = new ArrayList<String>();
    queries.forEach(
        (id, query) -> {
          if (ReferenceEvaluator.matches(query, post, judged, RandomTalk.LISTS)) {
            matched.add(id);
          }
        });
    return matched;
  }
}
