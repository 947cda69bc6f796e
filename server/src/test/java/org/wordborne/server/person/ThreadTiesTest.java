package org.wordborne.server.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordborne.server.person.ThreadTies.Key;

class ThreadTiesTest {
  private final AtomicLong ids = new AtomicLong();
  private final ThreadTies ties = new ThreadTies(() -> new UUID(0, ids.incrementAndGet()));

  private static List<Key> keys(String... ids) {
    return List.of(ids).stream().map(id -> new Key("forum", id)).toList();
  }

  @Test
  void tie_answerBeforeItsParent_waitsInTheSameThread() {
    var answer = ties.tie(keys("2", "1"));

    assertThat(ties.tie(keys("1"))).isEqualTo(answer);
    assertThat(ties.joined()).isEmpty();
  }

  @Test
  void tie_twoThreadsTurnOutToBeOne_theOlderStays() {
    var first = ties.tie(keys("1"));
    var second = ties.tie(keys("3", "2"));

    assertThat(ties.tie(keys("2", "1"))).isEqualTo(first);
    assertThat(ties.joined()).containsEntry(second, first);
    assertThat(ties.current(second)).isEqualTo(first);
  }

  @Test
  void tie_sameIdInAnotherPlace_isAnotherThread() {
    var here = ties.tie(keys("1"));

    assertThat(ties.tie(List.of(new Key("mail", "1")))).isNotEqualTo(here);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
  void tie_treesInAnyOrder_giveOneThreadForEach(long seed) {
    var random = new Random(seed);
    var words = new ArrayList<List<Key>>();
    for (int tree = 0; tree < 5; tree++) {
      for (int word = 0; word < 20; word++) {
        var parent = word == 0 ? word : random.nextInt(word);
        words.add(keys(tree + "-" + word, tree + "-" + parent));
      }
    }
    Collections.shuffle(words, random);

    words.forEach(ties::tie);

    for (var word : words) {
      var tree = word.getFirst().nativeId().split("-")[0];
      assertThat(ties.tie(word)).isEqualTo(ties.tie(keys(tree + "-0")));
    }
    assertThat(words.stream().map(ties::tie).distinct()).hasSize(5);
  }
}
