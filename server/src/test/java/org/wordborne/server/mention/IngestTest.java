package org.wordborne.server.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.query.Post;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.mention.Incoming.Spoken;
import org.wordborne.server.mention.Incoming.TakenBack;
import org.wordborne.server.topic.TopicDraft;
import org.wordborne.server.topic.Topics;
import org.wordborne.server.workspace.Brand;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Workspaces;

class IngestTest {
  private static final Origin ALL = Origin.imported(true);
  private static final Origin MATCHING = Origin.imported(false);
  private static final Origin FORUM = new Origin(null, "Forum", "forum", "place", true);

  private final Scope scope = ServerFixture.freshScope();
  private final Ingest ingest = ServerFixture.bean(Ingest.class);

  @Test
  void keep_samePostTwice_changesNothing() {
    var first = ingest.keep(scope, ALL, List.of(post("1", "Good morning")));
    var again = ingest.keep(scope, ALL, List.of(post("1", "Good morning")));

    assertThat(first).isEqualTo(new Kept(1, 0, 0, 0, 0));
    assertThat(again).isEqualTo(new Kept(0, 0, 1, 0, 0));
    assertThat(stored()).hasSize(1);
  }

  @Test
  void keep_editedPost_replacesItUnderANewNumber() {
    ingest.keep(scope, ALL, List.of(post("1", "Good morning")));

    var kept = ingest.keep(scope, ALL, List.of(post("1", "Good evening")));

    assertThat(kept).isEqualTo(new Kept(0, 1, 0, 0, 0));
    var mention = stored().getFirst();
    assertThat(mention.text()).isEqualTo("Good evening");
    assertThat(mention.seq()).isEqualTo(2);
    assertThat(mention.editedAt()).isNotNull();
  }

  @Test
  void keep_takenBack_erasesTheWordsAndKeepsTheByline() {
    ingest.keep(scope, FORUM, List.of(post("1", "I said too much")));

    var kept = ingest.keep(scope, FORUM, List.of(new TakenBack("1")));

    assertThat(kept.deleted()).isEqualTo(1);
    var mention = stored().getFirst();
    assertThat(mention.text()).isEmpty();
    assertThat(mention.author().name()).isEqualTo("Ann");
    assertThat(mention.isDeleted()).isTrue();
  }

  @Test
  void keep_takenBackBeforeItWasHeard_staysAway() {
    ingest.keep(scope, FORUM, List.of(new TakenBack("1")));

    ingest.keep(scope, FORUM, List.of(post("1", "I said too much")));

    assertThat(stored()).isEmpty();
  }

  @Test
  void keep_onlyWhatMatches_dropsTheRest() {
    topic("lantern", List.of("jobs"));

    var kept =
        ingest.keep(
            scope,
            MATCHING,
            List.of(
                post("1", "The lantern is open"),
                post("2", "Nothing of the kind"),
                post("3", "The lantern is hiring, apply now")));

    assertThat(kept).isEqualTo(new Kept(1, 0, 0, 2, 0));
    assertThat(stored().getFirst().topics()).hasSize(1);
  }

  /// As an import does it: the second batch is heard before the first is written.
  @Test
  void prepare_answerToABatchNotYetWritten_isKept() {
    topic("lantern", List.of());
    var asked = ingest.prepare(scope, MATCHING, List.of(post("1", "Is the lantern open?")));
    var yes = Spoken.of(post("2", "Thank you").post().withInReplyTo("1"));
    var answered = ingest.prepare(scope, MATCHING, List.of(yes), asked.kept());

    ingest.keep(asked, _ -> {});
    ingest.keep(answered, _ -> {});

    assertThat(stored()).extracting(Mention::nativeId).containsExactly("1", "2");
  }

  @Test
  void keep_exportedPostsOfTwoPlaces_stayTwo() {
    var here = new Spoken(post("1", "Good morning").post(), "", "", "here");
    var there = new Spoken(post("1", "Good morning").post(), "", "", "there");

    var kept = ingest.keep(scope, ALL, List.of(here, there));

    assertThat(kept.fresh()).isEqualTo(2);
    assertThat(stored()).extracting(Mention::origin).containsExactly("here", "there");
  }

  /// Anybody may sign with the brand's name.
  @Test
  void keep_signedWithTheBrandsName_isNotOurs() {
    var workspaces = ServerFixture.bean(Workspaces.class);
    workspaces.rename(
        scope, "test", new Brand("Lantern", List.of(), "", List.of(), List.of(), true));
    var author = new Post.Author("guest:lantern", "Lantern", "", 0);

    ingest.keep(scope, ALL, List.of(Spoken.of(post("1", "Never again").post().withAuthor(author))));

    assertThat(stored().getFirst().own()).isFalse();
  }

  @Test
  void keep_textThatMeansSomethingToCopy_isKeptAsItIs() {
    String text = "tab\there \\N \\. line\nend\r\"quote\" emoji 🌿";

    ingest.keep(scope, ALL, List.of(post("1", text + "\0")));

    assertThat(stored().getFirst().text()).isEqualTo(text);
  }

  /// Longer than what the driver takes at once; every second character of it is half an emoji.
  @Test
  void keep_longTextOfEmoji_isKeptAsItIs() {
    for (String before : List.of("", "a")) {
      String text = before + "🌿".repeat(70_000);

      ingest.keep(scope, ALL, List.of(post("long" + before, text)));

      assertThat(stored().getLast().text()).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-0001-11-30T00:00:00Z",
        "0000-01-01T00:00:00Z",
        "+10000-01-01T00:00:00Z",
        "+999999999-12-31T23:59:59Z"
      })
  void keep_timeOfNoCalendar_isKeptWithoutATime(String published) {
    var odd = post("1", "Good morning").post().withPublished(Instant.parse(published));

    ingest.keep(scope, ALL, List.of(Spoken.of(odd), post("2", "Good evening")));

    assertThat(stored()).hasSize(2);
    assertThat(stored().getFirst().publishedAt()).isNull();
  }

  @Test
  void keep_alongsideFails_keepsNothing() {
    try {
      ingest.keep(
          scope,
          ALL,
          List.of(post("1", "Good morning")),
          _ -> {
            throw new IllegalStateException("cursor");
          });
    } catch (IllegalStateException expected) {
      assertThat(expected).hasMessage("cursor");
    }

    assertThat(stored()).isEmpty();
  }

  /// Writers interleave; a reader that goes on behind its cursor must miss nothing.
  @Test
  void keep_interleavedWriters_numbersRiseInTheOrderOfCommits() throws Exception {
    var mentions = ServerFixture.bean(Mentions.class);
    var seen = Collections.synchronizedList(new ArrayList<Long>());
    try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
      var done =
          IntStream.range(0, 40)
              .mapToObj(
                  i ->
                      writers.submit(
                          () -> ingest.keep(scope, ALL, List.of(post("p" + i, "word " + i)))))
              .toList();
      long cursor = 0;
      boolean last;
      do {
        last = done.stream().allMatch(future -> future.isDone());
        long from = cursor;
        var batch = inTransaction(tx -> mentions.after(tx, scope, from, 7));
        batch.forEach(mention -> seen.add(mention.seq()));
        cursor = batch.isEmpty() ? cursor : batch.getLast().seq();
        last &= batch.isEmpty();
      } while (!last);
    }

    assertThat(seen).containsExactlyElementsOf(LongRange.upTo(40));
  }

  /// The numbers 1 to n.
  private static final class LongRange {
    static List<Long> upTo(long n) {
      return java.util.stream.LongStream.rangeClosed(1, n).boxed().toList();
    }
  }

  private void topic(String query, List<String> never) {
    var topics = ServerFixture.bean(Topics.class);
    topics.create(scope, new TopicDraft(query, query, never, List.of()));
  }

  private List<Mention> stored() {
    var mentions = ServerFixture.bean(Mentions.class);
    return inTransaction(tx -> mentions.after(tx, scope, 0, 100));
  }

  private <T> T inTransaction(java.util.function.Function<JdbcClient, T> work) {
    return ServerFixture.transactions().in(scope, work);
  }

  private static Spoken post(String id, String text) {
    var author = new Post.Author("ann", "Ann", "", 3);
    return Spoken.of(Post.of(id, text).withAuthor(author));
  }
}
