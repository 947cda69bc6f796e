package org.wordborne.server.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.workspace.Scope;

class LinkBookTest {
  private static final String URL = "https://blog.example/ramp";
  private static final Duration HOUR = Duration.ofHours(1);

  private final Scope scope = ServerFixture.freshScope();
  private final Instant begin = Instant.parse("2026-11-22T12:00:00Z");

  /* As where the program is stopped in the middle each time. Tries are an hour apart. */
  @Test
  void anyDue_threeTriesThatNeverEnded_isNotAskedAgainAndGivenUp() {
    Instant last = begin.plus(HOUR).plus(HOUR);
    Instant due = last.plus(HOUR);
    ServerFixture.transactions()
        .run(scope, tx -> new LinkBook(scope, tx).say(UUID.randomUUID(), begin, Set.of(URL)));
    for (Instant at = begin; !at.isAfter(last); at = at.plus(HOUR)) {
      assertThat(anyDue(at)).isTrue();
      next(at);
    }

    assertThat(anyDue(due)).isFalse();
    assertThat(pruned(due.minusMillis(1))).isEqualTo("waiting");
    assertThat(pruned(due)).isEqualTo("faulty");
  }

  private boolean anyDue(Instant at) {
    return links(links -> links.anyDue(at));
  }

  private void next(Instant at) {
    Optional<LinkBook.Due> taken = links(links -> links.next(Set.of(), at));
    assertThat(taken).isPresent();
  }

  private String pruned(Instant at) {
    return ServerFixture.transactions()
        .in(
            scope,
            tx -> {
              new LinkBook(scope, tx).prune(at);
              return tx.sql("select state from link_seen").query(String.class).single();
            });
  }

  private <T> T links(Function<LinkBook, T> work) {
    return ServerFixture.transactions().in(scope, tx -> work.apply(new LinkBook(scope, tx)));
  }
}
