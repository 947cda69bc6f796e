package org.wordborne.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalFormTest {
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void normal_randomQueries_readsToTheSameTree(long seed) throws QueryException {
    var talk = new RandomTalk(seed);
    for (int i = 0; i < 250; i++) {
      var query = Query.parse(talk.query(3));

      var again = Query.parse(query.normal());

      assertThat(again.root()).as(query.normal()).isEqualTo(query.root());
      assertThat(again.normal()).isEqualTo(query.normal());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a b OR c -d | (a AND b) OR (c AND NOT d)",
        "Café’s | \"cafe s\"",
        "NOT NOT a | a",
        "a AND (b AND c) | a AND b AND c",
        "a or b | a AND or AND b",
        "likes:>=10 | likes:>9",
        "followers:2k | followers:2000",
        "published:2026-02 | published:2026-02-01..2026-02-28",
        "hashtag:#Lantern | #lantern",
        "at:Ines | @ines",
        "site:https://www.Example.org/x | site:example.org",
        "is:Question | is:question",
        "topic:\"Oat Milk\" | topic:\"oat milk\"",
        "“red wine” | \"red wine\"",
        "(a OR b) NEAR/2 c SENTENCE d | ((a OR b) NEAR/2 c) SENTENCE d",
        "東京 タワー | 東京 AND タワー"
      })
  void normal_writtenDifferently_isTheCanonicalForm(String written, String normal)
      throws QueryException {
    assertThat(Query.parse(written).normal()).isEqualTo(normal);
  }
}
