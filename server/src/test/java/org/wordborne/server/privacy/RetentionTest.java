package org.wordborne.server.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordborne.query.Post;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.mention.Forgetting;
import org.wordborne.server.mention.Incoming;
import org.wordborne.server.mention.Incoming.Spoken;
import org.wordborne.server.mention.Ingest;
import org.wordborne.server.mention.MentionSearch;
import org.wordborne.server.mention.Origin;
import org.wordborne.server.mention.index.MentionQuestion;
import org.wordborne.server.privacy.RetentionDesk.RetentionDraft;
import org.wordborne.server.workspace.Scope;

/// What is older than it is kept goes, with all that was made of it; the clock is the test's own.
class RetentionTest {
  private static final Origin FORUM = new Origin(null, "Forum", "forum", "place", true);

  private final Scope scope = ServerFixture.freshScope();
  private final RetentionSweep sweep = ServerFixture.bean(RetentionSweep.class);
  private final RetentionDesk desk = ServerFixture.bean(RetentionDesk.class);

  @Test
  void sweep_twelveMonthsLater_keepsTheWordsWithoutTheirMarkup() throws Exception {
    hear(3);

    long gone = sweep.sweep(scope, later(12));

    assertThat(gone).isZero();
    assertThat(count("select count(*) from mention where text <> ''")).isEqualTo(3);
    assertThat(count("select count(*) from mention where html <> ''")).isZero();
  }

  @Test
  void sweep_fourteenMonthsLater_leavesNeitherWordsNorPeople() throws Exception {
    hear(40);
    assertThat(found()).isEqualTo(40);

    long gone = sweep.sweep(scope, later(14));

    assertThat(gone).isEqualTo(40);
    assertThat(found()).isZero();
    for (String table :
        List.of(
            "mention",
            "spoken where mention_id is not null",
            "person",
            "handle",
            "conversation",
            "ask",
            "counted_word",
            "person_day",
            "trust_edge",
            "topic_word",
            "link_said")) {
      assertThat(count("select count(*) from " + table)).as(table).isZero();
    }
    assertThat(count("select coalesce(sum(words), 0) from result_day")).isEqualTo(40);
    assertThat(
            count(
                "select count(*) from act_line where deed = 'retention.swept'"
                    + " and facts like '%words=40%'"))
        .isEqualTo(1);
  }

  @Test
  void sweep_wordThatIsListedStill_doesNotComeBack() throws Exception {
    hear(2);
    sweep.sweep(scope, later(14));

    int again = ServerFixture.bean(Ingest.class).keep(scope, FORUM, posts(2)).fresh();

    assertThat(again).isZero();
  }

  @Test
  void preview_shorterTime_saysWhatWouldGo() throws Exception {
    hear(5);
    var shorter = new RetentionDraft(1, null, null);

    long now = desk.preview(scope, shorter, Instant.now()).words();
    long soon = desk.preview(scope, shorter, later(2)).words();

    assertThat(now).isZero();
    assertThat(soon).isEqualTo(5);
    assertThat(desk.view(scope).months()).isEqualTo(13);
  }

  @Test
  void look_clockLeaptAYearAhead_letsNothingGoUntilSomebodySaves() throws Exception {
    hear(3);
    var clock = ServerFixture.bean(RetentionClock.class);
    Instant wrong = later(14);
    clock.look(scope, Instant.now(), 0);

    clock.look(scope, wrong, 1);
    clock.look(scope, wrong.plus(Duration.ofDays(2)), Duration.ofDays(2).toNanos());
    assertThat(words()).isEqualTo(3);

    ServerFixture.bean(ClockLeap.class).settle(scope, wrong.plus(Duration.ofDays(2)));
    clock.look(scope, wrong.plus(Duration.ofDays(2)), Duration.ofDays(2).toNanos());
    assertThat(words()).isZero();
  }

  @ParameterizedTest(name = "{0} days, seen for {1} hours: {2}")
  @CsvSource({"0.9,0,false", "3,0,true", "3,23,true", "3,24,false", "40,24,true", "400,500,true"})
  void rests_afterAGap_untilItWasSeenForADay(double days, int hours, boolean rests) {
    var gap = Duration.ofMinutes(Math.round(days * 24 * 60));

    assertThat(ClockLeap.rests(gap, Duration.ofHours(hours))).isEqualTo(rests);
  }

  @Test
  void sweep_afterAClockThatWasWrong_letsMarkupGoInItsTime() throws Exception {
    hear(2);
    sweep.sweep(scope, later(2));
    ServerFixture.bean(Ingest.class)
        .keep(scope, FORUM, IntStream.range(2, 5).mapToObj(RetentionTest::post).toList());

    sweep.sweep(scope, Instant.now());
    sweep.sweep(scope, later(2));

    assertThat(count("select count(*) from mention where html <> ''")).isZero();
  }

  @Test
  void keep_editOfAnOldPost_bringsNoMarkupBack() throws Exception {
    hear(2);
    sweep.sweep(scope, later(2));
    assertThat(count("select count(*) from mention where html <> ''")).isZero();

    ServerFixture.bean(Ingest.class).keep(scope, FORUM, List.of(edited()));

    assertThat(count("select count(*) from mention where text like '%still%'")).isEqualTo(1);
    assertThat(count("select count(*) from mention where html <> ''")).isZero();
  }

  @Test
  void sweep_moreThanOneBatch_goesToItsEnd() throws Exception {
    hear(2_100);

    assertThat(sweep.sweep(scope, later(14))).isEqualTo(2_100);
    assertThat(words()).isZero();
  }

  private long words() {
    return count("select count(*) from mention");
  }

  private static Instant later(int months) {
    return Instant.now().atOffset(ZoneOffset.UTC).plusMonths(months).toInstant();
  }

  private void hear(int words) throws InterruptedException {
    ServerFixture.bean(Ingest.class).keep(scope, FORUM, posts(words));
    Instant until = Instant.now().plusSeconds(120);
    while (!ServerFixture.bean(Forgetting.class).isFollowed(scope)) {
      assertThat(Instant.now()).isBefore(until);
      Thread.sleep(50);
    }
  }

  private static List<Incoming> posts(int words) {
    return IntStream.range(0, words).mapToObj(RetentionTest::post).toList();
  }

  private static Incoming post(int i) {
    return post(i, "Why does my lantern leak, number " + i + "?");
  }

  private static Incoming edited() {
    return post(0, "Why does my lantern still leak?");
  }

  private static Incoming post(int i, String text) {
    return new Spoken(
        new Post(
            "p" + i,
            text,
            "forum",
            "",
            "",
            new Post.Author("a" + i, "Author " + i, "", 2),
            Instant.now(),
            "en",
            "",
            "",
            Post.Engagement.NONE,
            List.of("https://blog.example/" + i),
            List.of()),
        "<p>lantern</p>",
        "");
  }

  private long found() throws InterruptedException {
    var search = ServerFixture.bean(MentionSearch.class);
    search.awaitFresh(scope, Duration.ofSeconds(30));
    return search.count(scope, MentionQuestion.ANY);
  }

  private long count(String sql) {
    return ServerFixture.transactions().in(scope, tx -> tx.sql(sql).query(Long.class).single());
  }
}
