package org.wordborne.server.spread;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wordborne.query.Post;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.mention.Mention;
import org.wordborne.server.mention.Understanding;
import org.wordborne.server.topic.TopicDraft;
import org.wordborne.server.topic.Topics;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.personal.RetiredWords;

/// Which words tell a tale, and that each counts once however often it comes.
class SpreadFollowerTest {
  private final Scope scope = ServerFixture.freshScope();
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private UUID topic = UUID.randomUUID();
  private long seq;

  @BeforeEach
  void mark() {
    var draft = new TopicDraft("Rats", "rats", List.of(), List.of());
    topic = ServerFixture.bean(Topics.class).create(scope, draft).id();
    ServerFixture.bean(Tales.class).mark(scope, topic, true, 120);
  }

  @Test
  void follow_manyWordsOfOnePerson_tellOnce() {
    hear(word("a", "ana", 30), word("b", "ana", 20), word("c", "ben", 10));

    var tale = tale();

    assertThat(tale.row().told()).isEqualTo(2);
    assertThat(tale.row().line()).isEqualTo(120);
    assertThat(tale.stair()).extracting(TaleView.Step::told).containsExactly(1, 2);
  }

  @Test
  void follow_everythingTwice_changesNothing() {
    var batch = List.of(word("a", "ana", 30), word("b", "ben", 20), word("c", "cy", 10));
    follow(batch);
    var once = tables();

    follow(batch);

    assertThat(tables()).isEqualTo(once);
  }

  @Test
  void follow_deletedWord_isTakenOutAgain() {
    var first = word("a", "ana", 30);
    hear(first, word("b", "ben", 20));

    hear(deleted(first));

    assertThat(tale().row().told()).isEqualTo(1);
    assertThat(tale().row().begunAt()).isEqualTo(now.minus(Duration.ofMinutes(20)));
  }

  @Test
  void follow_editsAndDeletionsReplayedWhole_giveTheTablesOfWhatIsLeft() {
    var first = word("a", "ana", 30);
    var second = word("b", "ben", 20);
    var third = word("c", "cy", 10);
    var sequence =
        List.of(first, second, edited(first, Set.of()), third, deleted(second), edited(third));

    sequence.forEach(this::hear);
    var once = tables();
    sequence.forEach(this::hear);
    var twice = tables();

    assertThat(twice).isEqualTo(once);
    assertThat(tale().row().told()).isEqualTo(1);
    assertThat(tale().tree()).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void retire_firstOfTwo_leavesATaleOfOne() {
    var first = word("a", "ana", 30);
    hear(first, word("b", "ben", 20));

    ServerFixture.transactions()
        .run(
            scope,
            tx ->
                ServerFixture.bean(TaleCustodian.class)
                    .retire(scope, tx, new RetiredWords(List.of(first.id()))));

    assertThat(tale().row().told()).isEqualTo(1);
    assertThat(tale().row().begunAt()).isEqualTo(now.minus(Duration.ofMinutes(20)));
  }

  @Test
  void follow_allDeleted_leavesNoTale() {
    var only = word("a", "ana", 30);
    hear(only);

    hear(deleted(only));

    assertThat(ServerFixture.bean(Tales.class).all(scope).moving()).isEmpty();
  }

  @Test
  void follow_wordAfterTwoQuietDays_beginsAnother() {
    hear(word("a", "ana", 60 * 72), word("b", "ben", 10));

    var all = ServerFixture.bean(Tales.class).all(scope);

    assertThat(all.moving()).hasSize(1);
    assertThat(all.quiet()).hasSize(1);
  }

  @Test
  void follow_historyThatIsHeardNow_isNoLiveTale() {
    hear(word("a", "ana", 60), word("b", "ben", 50));

    assertThat(ServerFixture.bean(Tales.class).movingOf(scope, topic)).isEmpty();
  }

  @Test
  void follow_fivePeopleRepeatOneWording_isATaleOfItsOwn() {
    var batch = new ArrayList<Mention>();
    for (int i = 0; i < 5; i++) {
      String text = "The ferry will not sail on Sundays any more, so they say at the pier.";
      batch.add(word("copy" + i, "person" + i, 5 - i, text, Set.of()));
    }

    follow(batch);
    var moving = ServerFixture.bean(Tales.class).all(scope).moving();

    assertThat(moving).singleElement().satisfies(row -> assertThat(row.told()).isEqualTo(5));
    assertThat(moving.getFirst().title()).startsWith("The ferry will not sail");
  }

  @Test
  void follow_historyHeardWhileItIsWatched_isLearnedButSeldom() {
    var bursts = ServerFixture.bean(Bursts.class);
    bursts.look(scope, topic, now);
    hear(word("old", "ana", 60 * 24 * 29));
    boolean beforeItLearns = stale();

    hear(word("late", "ana", 60));
    boolean heard = stale();
    bursts.look(scope, topic, now.plus(Duration.ofMinutes(4)));
    boolean soon = stale();
    bursts.look(scope, topic, now.plus(Duration.ofMinutes(5)));

    assertThat(List.of(beforeItLearns, heard, soon, stale()))
        .containsExactly(false, true, true, false);
  }

  private boolean stale() {
    return ServerFixture.transactions()
        .in(scope, tx -> tx.sql("select stale from burst_state").query(Boolean.class).single());
  }

  private TaleView tale() {
    var all = ServerFixture.bean(Tales.class).all(scope);
    return ServerFixture.bean(Tales.class).get(scope, all.moving().getFirst().id());
  }

  private List<String> tables() {
    return ServerFixture.transactions()
        .in(
            scope,
            tx ->
                tx.sql(
                        """
                        select handle::text || at from telling
                        union all select 'tale' || told || begun_at || last_at from tale
                        union all select 'word' || minute || handle from topic_word order by 1""")
                    .query(String.class)
                    .list());
  }

  private void hear(Mention... words) {
    follow(List.of(words));
  }

  private void follow(List<Mention> batch) {
    var follower = ServerFixture.bean(SpreadFollower.class);
    ServerFixture.transactions().run(scope, tx -> follower.follow(scope, batch, tx));
    follower.followed(scope, batch);
  }

  private Mention word(String id, String author, int minutesAgo) {
    return word(id, author, minutesAgo, "There are rats, says " + author + ".", Set.of(topic));
  }

  private Mention word(String id, String author, int minutesAgo, String text, Set<UUID> topics) {
    var handle = UUID.nameUUIDFromBytes(author.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return new Mention(
        UUID.randomUUID(),
        ++seq,
        now,
        now.minus(Duration.ofMinutes(minutesAgo)),
        null,
        null,
        "forum",
        null,
        "",
        id,
        "https://forum.example/" + id,
        "",
        text,
        "",
        "en",
        new Mention.Author(handle, author, author, "", 10),
        "",
        "",
        "",
        new Post.Engagement(0, 0, 0, 0),
        List.of(),
        List.of(),
        new Understanding(
            "negative", .1, .8, .1, .8, Map.of(), Map.of(), 0, 0, 0, .9, List.of(), Set.of()),
        topics,
        topics.isEmpty() ? 77 : id.hashCode() * 0x9E3779B97F4A7C15L,
        false,
        false);
  }

  private Mention edited(Mention word) {
    return edited(word, word.topics());
  }

  /// The same word once more, as after an edit; its topics may have changed with it.
  private Mention edited(Mention word, Set<UUID> topics) {
    return new Mention(
        word.id(),
        ++seq,
        word.heardAt(),
        word.publishedAt(),
        now,
        null,
        word.channel(),
        null,
        "",
        word.nativeId(),
        word.url(),
        "",
        "Edited: " + word.text(),
        "",
        "en",
        word.author(),
        "",
        "",
        "",
        word.engagement(),
        List.of(),
        List.of(),
        word.understanding(),
        topics,
        word.fingerprint(),
        false,
        false);
  }

  private Mention deleted(Mention word) {
    return new Mention(
        word.id(),
        ++seq,
        word.heardAt(),
        word.publishedAt(),
        null,
        now,
        word.channel(),
        null,
        "",
        word.nativeId(),
        word.url(),
        "",
        "",
        "",
        "en",
        word.author(),
        "",
        "",
        "",
        word.engagement(),
        List.of(),
        List.of(),
        Understanding.none(),
        Set.of(),
        0,
        false,
        false);
  }
}
