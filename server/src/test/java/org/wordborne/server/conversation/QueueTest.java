package org.wordborne.server.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wordborne.server.conversation.TalkFixture.complaint;
import static org.wordborne.server.conversation.TalkFixture.praise;
import static org.wordborne.server.conversation.TalkFixture.question;
import static org.wordborne.server.conversation.TalkFixture.remark;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wordborne.server.person.Page;
import org.wordborne.server.person.People;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.NotFoundException;

class QueueTest {
  private final TalkFixture talk = new TalkFixture();
  private final Conversations conversations = talk.bean(Conversations.class);

  private ConversationPage open() {
    return conversations.list(talk.scope, "open", "", "", new Page(0, 50));
  }

  private UUID only() {
    return open().conversations().getFirst().id();
  }

  @Test
  void list_harmQuestionAndWish_standsByNeed() {
    talk.hear(
        question("1", "ana").heardBy(412),
        complaint("2", "ben").says("My son has a milk allergy and was not told.").heardBy(80),
        question("3", "ida").ago(Duration.ofHours(60)));

    assertThat(open().conversations())
        .extracting(row -> row.person().name())
        .containsExactly("ben", "ana", "ida");
    var first = open().conversations().getFirst();
    assertThat(first.need()).isEqualTo(4);
    assertThat(first.reasons().getFirst().word()).isEqualTo("harm");
    assertThat(first.reasons().getFirst().args()).containsEntry("words", "allergy");
  }

  @Test
  void list_oldSmallVoice_isKeptInView() {
    for (int i = 0; i < 12; i++) {
      talk.hear(question("new" + i, "loud" + i).heardBy(5_000).ago(Duration.ofMinutes(i)));
    }
    talk.hear(question("old", "quiet").heardBy(4).ago(Duration.ofDays(5)));

    var fifth = open().conversations().get(4);

    assertThat(fifth.person().name()).isEqualTo("quiet");
    assertThat(fifth.keptInView()).isEqualTo("small-voice");
    assertThat(fifth.reasons().getLast().word()).isEqualTo("kept-small-voice");
  }

  @Test
  void list_pages_showEachOnce() {
    IntStream.range(0, 23).forEach(i -> talk.hear(question("q" + i, "p" + i)));

    var first = conversations.list(talk.scope, "open", "", "", new Page(0, 10));
    var second = conversations.list(talk.scope, "open", "", "", Page.of(first.next(), 10, 10));
    var third = conversations.list(talk.scope, "open", "", "", Page.of(second.next(), 10, 10));

    assertThat(
            java.util.stream.Stream.of(first, second, third)
                .flatMap(page -> page.conversations().stream())
                .map(ConversationRow::id))
        .hasSize(23)
        .doesNotHaveDuplicates();
    assertThat(third.next()).isNull();
  }

  @Test
  void list_byNameOrTitle_finds() {
    talk.hear(question("1", "ana").says("Do you have oat milk today?"), question("2", "ben"));

    assertThat(conversations.list(talk.scope, "open", "", "OAT", new Page(0, 5)).conversations())
        .extracting(row -> row.person().name())
        .containsExactly("ana");
    assertThat(conversations.list(talk.scope, "open", "", "be", new Page(0, 5)).conversations())
        .hasSize(1);
    assertThat(conversations.list(talk.scope, "open", "", "100%", new Page(0, 5)).conversations())
        .isEmpty();
  }

  @Test
  void done_fiftyAtOnce_oneWins() throws Exception {
    talk.hear(question("1", "ana"));
    var id = only();

    int won = wins(50, i -> conversations.done(talk.as("P" + i), id));

    assertThat(won).isEqualTo(1);
    assertThat(talk.count("select count(*) from conversation_act where deed = 'done'"))
        .isEqualTo(1);
    assertThat(talk.count("select handled from queue_turn")).isEqualTo(1);
  }

  @Test
  void assign_fiftyAtOnceFromNobody_oneWins() throws Exception {
    talk.hear(question("1", "ana"));
    var id = only();
    var acts = talk.bean(ActBook.class);

    int won =
        wins(
            50,
            i ->
                talk.transactions()
                    .in(talk.scope, tx -> acts.assign(id, new UUID(1, i), "nobody", tx)));

    assertThat(won).isEqualTo(1);
  }

  @Test
  void later_timeHasCome_wakesByItself() throws Exception {
    talk.hear(question("1", "ana"));
    var id = only();
    conversations.later(talk.as("Ines"), id, Instant.now().plusMillis(300));
    assertThat(open().conversations()).isEmpty();

    Thread.sleep(400);
    talk.bean(LaterClock.class).wake(talk.scope.workspace());

    assertThat(open().conversations()).hasSize(1);
  }

  @Test
  void later_past_isRefused() {
    talk.hear(question("1", "ana"));

    assertThatThrownBy(
            () -> conversations.later(talk.as("Ines"), only(), Instant.now().minusSeconds(5)))
        .isInstanceOf(BadInputException.class);
  }

  @Test
  void reopen_done_waitsAgain() {
    talk.hear(question("1", "ana"));
    var id = only();
    conversations.done(talk.as("Ines"), id);

    var view = conversations.reopen(talk.as("Ruth"), id);

    assertThat(view.row().state()).isEqualTo("open");
    assertThat(open().conversations()).hasSize(1);
    assertThat(view.thread()).extracting(ThreadEntryView::kind).containsOnly("act");
  }

  @Test
  void need_setByHand_leadsAndSaysSo() {
    talk.hear(complaint("1", "ana").heardBy(5_000), question("2", "ben").ago(Duration.ofDays(4)));
    var ben = open().conversations().getLast();

    conversations.need(talk.as("Ines"), ben.id(), 4);

    var first = open().conversations().getFirst();
    assertThat(first.id()).isEqualTo(ben.id());
    assertThat(first.need()).isEqualTo(4);
    assertThat(first.reasons().getFirst().word()).isEqualTo("set-by-hand");
    assertThat(open().counts().now()).isGreaterThanOrEqualTo(1);
  }

  @Test
  void begin_atATime_leavesWhatWasSpokenBefore() {
    talk.hear(question("1", "ana").ago(Duration.ofHours(5)), question("2", "ben"));

    int closed = conversations.begin(talk.as("Ines"), Instant.now().minusSeconds(3_600));
    talk.hear(question("3", "ida").ago(Duration.ofHours(4)));

    assertThat(closed).isEqualTo(1);
    assertThat(open().conversations())
        .extracting(row -> row.person().name())
        .containsExactly("ben");
  }

  @Test
  void note_text_standsInTheThread() {
    talk.hear(question("1", "ana"));

    var view = conversations.note(talk.as("Tomasz"), only(), "Not true: the lease runs to 2031.");

    assertThat(view.thread())
        .filteredOn(entry -> entry.note() != null)
        .singleElement()
        .satisfies(entry -> assertThat(entry.note().by().name()).isEqualTo("Tomasz"));
  }

  @Test
  void acts_otherWorkspace_findNothing() {
    talk.hear(question("1", "ana"));
    var id = only();
    var other = new TalkFixture();

    assertThatThrownBy(() -> conversations.done(other.as("Eve"), id))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> conversations.get(other.as("Eve"), id))
        .isInstanceOf(NotFoundException.class);
    assertThat(conversations.list(other.scope, "open", "", "", new Page(0, 5)).counts().open())
        .isZero();
  }

  @Test
  void person_theirPage_tellsWordsDeedsAndWhatIsBetweenUs() {
    talk.hear(
        complaint("1", "ana").ago(Duration.ofHours(3)),
        praise("2", "ana").ago(Duration.ofHours(2)),
        remark("3", "ben").answers("1").ago(Duration.ofHours(1)));
    var ana = open().conversations().getFirst().person().id();

    var view = conversations.person(talk.scope, ana);

    assertThat(view.words()).isEqualTo(2);
    assertThat(view.mood().negative()).isEqualTo(1);
    assertThat(view.trust())
        .singleElement()
        .satisfies(edge -> assertThat(edge.deed()).isEqualTo("answered-by"));
    assertThat(view.between()).singleElement().satisfies(one -> assertThat(one.owed()).isTrue());
    assertThat(view.months().getLast().positive()).isEqualTo(1);
  }

  @Test
  void people_sortsAndSearch() {
    talk.hear(praise("1", "ana").heardBy(9), praise("2", "ana"), praise("3", "ben").heardBy(70));
    var people = talk.bean(People.class);

    assertThat(people.list(talk.scope, "", "words", new Page(0, 9)).people())
        .extracting(row -> row.name())
        .containsExactly("ana", "ben");
    assertThat(people.list(talk.scope, "", "heard", new Page(0, 9)).people().getFirst().name())
        .isEqualTo("ben");
    assertThat(people.list(talk.scope, "AN", "recent", new Page(0, 9)).total()).isEqualTo(1);
  }

  private interface Deed {
    Object by(int number);
  }

  private static int wins(int calls, Deed deed) throws Exception {
    try (var threads = Executors.newFixedThreadPool(16)) {
      var tasks =
          IntStream.range(0, calls)
              .mapToObj(i -> (Callable<Boolean>) () -> won(() -> deed.by(i)))
              .toList();
      int won = 0;
      for (var result : threads.invokeAll(tasks)) {
        won += result.get() ? 1 : 0;
      }
      return won;
    }
  }

  private static boolean won(Callable<Object> deed) throws Exception {
    try {
      return !Boolean.FALSE.equals(deed.call());
    } catch (ConflictException second) {
      return false;
    }
  }
}
