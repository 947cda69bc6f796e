package org.wordborne.server.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wordborne.query.Post;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.mention.Incoming;
import org.wordborne.server.mention.Ingest;
import org.wordborne.server.mention.Origin;
import org.wordborne.server.workspace.Scope;

class ThreadReaderTest {
  private static final Instant SECOND =
      Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(5);

  @Test
  void of_wordsOfOneSecond_putTheAnswerBelowWhatItAnswers() throws Exception {
    Scope scope = ServerFixture.freshScope();
    var answer = post("2", "It is, until six.").withInReplyTo("1");
    var ask = post("1", "Is the Lantern open today?");
    var origin = new Origin(null, "", "forum", "", true);

    ServerFixture.bean(Ingest.class)
        .keep(scope, origin, List.of(Incoming.Spoken.of(answer), Incoming.Spoken.of(ask)));

    var conversation = opened(scope);
    var entries =
        ServerFixture.transactions()
            .in(scope, tx -> ServerFixture.bean(ThreadReader.class).of(scope, conversation, tx));
    assertThat(entries)
        .filteredOn(entry -> entry.mention() != null)
        .extracting(entry -> entry.mention().nativeId())
        .containsExactly("1", "2");
  }

  private static Post post(String id, String text) {
    return Post.of(id, text)
        .withAuthor(new Post.Author("ana" + id, "Ana", "", 10))
        .withPublished(SECOND);
  }

  private static UUID opened(Scope scope) throws InterruptedException {
    for (int i = 0; i < 200; i++) {
      var found =
          ServerFixture.transactions()
              .in(scope, tx -> tx.sql("select id from conversation").query(UUID.class).optional());
      if (found.isPresent()) {
        return found.get();
      }
      Thread.sleep(50);
    }
    throw new AssertionError("no conversation was opened");
  }
}
