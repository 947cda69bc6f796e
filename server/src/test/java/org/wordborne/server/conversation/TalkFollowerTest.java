package org.wordborne.server.conversation;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.wordborne.server.conversation.TalkFixture.complaint;
import static org.wordborne.server.conversation.TalkFixture.praise;
import static org.wordborne.server.conversation.TalkFixture.question;
import static org.wordborne.server.conversation.TalkFixture.remark;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordborne.server.conversation.TalkFixture.Word;

class TalkFollowerTest {
  private final TalkFixture talk = new TalkFixture();

  private List<String> open() {
    return talk.texts("select state from conversation order by id");
  }

  @Test
  void follow_question_opensAConversation() {
    talk.hear(question("1", "ana").says("Is it true that you close? I wonder."));

    assertThat(talk.texts("select state || ':' || title from conversation"))
        .containsExactly("open:Is it true that you close?");
  }

  @Test
  void follow_praiseSpamOwnAndRepost_openNothing() {
    talk.hear(
        praise("1", "ana"),
        question("2", "bot").spam(),
        question("3", "us").ours(),
        question("4", "ben").repeats("2"),
        remark("5", "ida"));

    assertThat(open()).isEmpty();
  }

  @Test
  void follow_oldWordHeardNow_isHistory() {
    talk.hear(complaint("1", "ana").ago(Duration.ofDays(30)));

    assertThat(open()).isEmpty();
    assertThat(talk.count("select words from person")).isEqualTo(1);
  }

  @Test
  void follow_sameWordTwice_countsOnce() {
    var word = complaint("1", "ana");

    talk.hear(word, word);
    talk.hear(word);

    assertThat(talk.count("select words from person")).isEqualTo(1);
    assertThat(talk.count("select sum(negative) from hour_mood")).isEqualTo(1);
    assertThat(open()).containsExactly("open");
  }

  @Test
  void follow_correctedToPraise_leavesTheQueueAndTurnsTheMood() {
    var word = complaint("1", "ana");
    talk.hear(word);

    talk.hear(word.judged("positive", Map.of("praise", 1.0)));

    assertThat(talk.count("select count(*) from conversation where state = 'open'")).isZero();
    assertThat(talk.count("select positive - negative from person")).isEqualTo(1);
  }

  @Test
  void follow_correctedToComplaint_entersTheQueue() {
    var word = remark("1", "ana");
    talk.hear(word);

    talk.hear(word.judged("negative", Map.of("complaint", 1.0)));

    assertThat(open()).containsExactly("open");
  }

  @Test
  void follow_deletedThere_forgetsItHere() {
    var word = complaint("1", "ana").says("Never again, this was awful coffee.");
    talk.hear(word);

    talk.hear(word.judged("unsure", Map.of()).deleted());

    assertThat(talk.count("select count(*) from conversation")).isZero();
    assertThat(talk.count("select words from person")).isZero();
    assertThat(talk.count("select sum(negative) from hour_mood")).isZero();
  }

  @Test
  void follow_praiseAfterDone_staysDone() {
    var asked = question("1", "ana");
    talk.hear(asked);
    finish();

    talk.hear(praise("2", "ana").answers("1"));

    assertThat(open()).containsExactly("done");
  }

  @Test
  void follow_samePersonSpeaksAgain_reopens() {
    talk.hear(question("1", "ana"));
    finish();

    talk.hear(remark("2", "ana").answers("1").ago(Duration.ofMinutes(1)));

    assertThat(open()).containsExactly("open");
  }

  @Test
  void follow_somebodyElseRemarks_staysDone() {
    talk.hear(question("1", "ana"));
    finish();

    talk.hear(remark("2", "ben").answers("1").ago(Duration.ofMinutes(1)));

    assertThat(open()).containsExactly("done");
  }

  @Test
  void follow_weAnsweredThere_isAnswered() {
    talk.hear(question("1", "ana"));

    talk.hear(remark("2", "us").answers("1").ours().ago(Duration.ofMinutes(1)));

    assertThat(talk.texts("select state || ':' || answered from conversation"))
        .containsExactly("done:true");
    assertThat(talk.count("select answered_by_us from person where name = 'ana'")).isEqualTo(1);
  }

  @Test
  void follow_ourAnswerHeardFirst_needsNone() {
    talk.hear(remark("2", "us").answers("1").ours().ago(Duration.ofMinutes(1)));

    talk.hear(question("1", "ana"));

    assertThat(talk.count("select count(*) from conversation where state = 'open'")).isZero();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 5, 8, 13})
  void follow_threadInAnyOrderAndBatches_isOneConversation(long seed) {
    var words =
        Arrays.asList(
            question("1", "ana"),
            remark("2", "ben").answers("1"),
            complaint("3", "ida").answers("2"),
            remark("4", "ana").answers("3").inThread("1"),
            question("5", "tom").inThread("1"));
    var random = new Random(seed);
    Collections.shuffle(words, random);

    for (var batch : batches(words, random)) {
      talk.hear(batch.toArray(Word[]::new));
    }

    assertThat(talk.count("select count(*) from conversation")).isEqualTo(1);
    assertThat(talk.count("select people_count from conversation")).isEqualTo(4);
    assertThat(talk.count("select count(*) from ask where state = 'waiting'")).isEqualTo(3);
    assertThat(
            talk.texts(
                "select deed || f.name || t.name from trust_edge e"
                    + " join person f on f.id = from_person join person t on t.id = to_person"))
        .containsExactlyInAnyOrder("answersbenana", "answersidaben", "answersanaida");
  }

  private static List<List<Word>> batches(List<Word> words, Random random) {
    var batches = new ArrayList<List<Word>>();
    int from = 0;
    while (from < words.size()) {
      int to = Math.min(words.size(), from + 1 + random.nextInt(3));
      batches.add(words.subList(from, to));
      from = to;
    }
    return batches;
  }

  /// An answer that names both threads makes them one: what one of them put off is still owed.
  @Test
  void follow_doneAndLaterThreadsJoin_comesBackWhenItIsTime() {
    talk.hear(question("1", "ana"));
    finish();
    talk.hear(question("2", "ben"));
    var later = conversation("later");
    talk.bean(Conversations.class)
        .later(talk.as("Ines"), later, Instant.now().plus(Duration.ofHours(2)));

    talk.hear(remark("3", "ida").answers("1").inThread("2"));

    assertThat(open()).containsExactly("later");
    assertThat(talk.count("select count(*) from conversation where later_until is not null"))
        .isEqualTo(1);
  }

  private java.util.UUID conversation(String but) {
    return talk.transactions()
        .in(
            talk.scope,
            tx ->
                tx.sql("select id from conversation where state not in ('done', ?)")
                    .param(but)
                    .query(java.util.UUID.class)
                    .single());
  }

  /// Feeds name entries as they like: one name too long for an index must not stop all others.
  @Test
  void follow_endlessIds_areTiedLikeOthers() {
    var random = new Random(7);
    String id = random.ints(9_000, 'a', 'z').mapToObj(Character::toString).collect(joining());

    talk.hear(question(id, "ana"), remark("2", "ben").answers(id).repeats(id + "r"));

    assertThat(
            talk.count("select count(distinct thread_id) from spoken where mention_id is not null"))
        .isEqualTo(1);
  }

  @Test
  void follow_secondAskerInAThread_waitsAfterTheFirstIsAnswered() {
    talk.hear(question("1", "ana"), question("2", "ben").answers("1"));

    talk.hear(remark("3", "us").answers("1").ours().ago(Duration.ofMinutes(1)));

    assertThat(
            talk.texts(
                "select c.state || p.name from conversation c"
                    + " join person p on p.id = c.person_id"))
        .containsExactly("openben");
  }

  @Test
  void follow_otherWorkspace_seesNothing() {
    talk.hear(question("1", "ana"));

    var other = new TalkFixture();

    for (var table :
        List.of("person", "handle", "spoken", "hour_mood", "conversation", "ask", "trust_edge")) {
      assertThat(other.count("select count(*) from " + table)).as(table).isZero();
    }
  }

  private void finish() {
    var id =
        talk.transactions()
            .in(
                talk.scope,
                tx -> tx.sql("select id from conversation").query(java.util.UUID.class).single());
    talk.bean(Conversations.class).done(talk.as("Ines"), id);
  }
}
