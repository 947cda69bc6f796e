package org.wordborne.server.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.channels.Outcome;
import org.wordborne.server.conversation.Peer.Behaviour;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.Condition.Kind;
import org.wordborne.server.workspace.Conditions;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.NotFoundException;

class RepliesTest {
  private static final String ASKED = "Is it true that the Lantern is closing in January?";

  private final Peer peer = new Peer(Behaviour.ACCEPTS);
  private final ReplyDesk desk = new ReplyDesk(new PeerCarrier(peer));
  private UUID mention = new UUID(0, 0);
  private UUID conversation = new UUID(0, 0);

  @BeforeEach
  void hearAQuestion() {
    mention = desk.heard("q1", "ana", ASKED, "");
    conversation = desk.conversationOf(mention);
  }

  @AfterEach
  void closePeer() throws Exception {
    peer.close();
  }

  /// Where the program ends: after the named step, before the next.
  enum Crash {
    PLANNED,
    CLAIMED,
    CARRIED,
    LOOKED_UP,
    NEVER
  }

  static Stream<Arguments> theWorstOfThem() {
    return Stream.concat(
        Stream.of(Crash.values())
            .map(crash -> Arguments.of(crash, Behaviour.ACCEPTS_THEN_DROPS_THE_LINE)),
        Stream.of(Behaviour.ACCEPTS, Behaviour.FAILS_AFTER_ACCEPTING, Behaviour.RESETS)
            .map(how -> Arguments.of(Crash.CARRIED, how)));
  }

  static Stream<Arguments> crashesAndBehaviours() {
    return Stream.of(Crash.values())
        .flatMap(crash -> Stream.of(Behaviour.values()).map(how -> Arguments.of(crash, how)));
  }

  /// All of them, in the second stage.
  @Tag("second-stage")
  @ParameterizedTest(name = "{0}, peer {1}")
  @MethodSource("crashesAndBehaviours")
  void send_anyCrashAndAnyPeer_isAtMostOnce(Crash crash, Behaviour how) throws Exception {
    send_badCrashAndBadPeer_isAtMostOnceAndToldTruly(crash, how);
  }

  /// Whatever happens: published at most once, and what we say of it is true.
  @ParameterizedTest(name = "{0}, peer {1}")
  @MethodSource("theWorstOfThem")
  void send_badCrashAndBadPeer_isAtMostOnceAndToldTruly(Crash crash, Behaviour how)
      throws Exception {
    peer.behave(how);
    var planned = desk.plan(conversation, mention, "key-1");
    desk.pass(Duration.ofSeconds(9));

    end(crash);
    var born = desk.sender();
    born.recover(desk.talk.scope);
    if (how == Behaviour.SLOW) {
      born.next(desk.talk.scope).ifPresent(Runnable::run);
      peer.awaitLate();
    }
    desk.settle(born);

    var state = desk.reply(planned.id()).state();
    assertThat(peer.book()).hasSizeLessThanOrEqualTo(1);
    assertThat(state).isIn(peer.book().isEmpty() ? List.of("refused", "unknown") : List.of("sent"));
    if (crash == Crash.PLANNED || crash == Crash.NEVER) {
      assertThat(peer.book()).hasSize(how.publishes ? 1 : 0);
    }
  }

  private void end(Crash crash) {
    var dying = desk.sender();
    var claimed =
        crash == Crash.PLANNED || crash == Crash.NEVER
            ? null
            : desk.talk
                .transactions()
                .in(desk.talk.scope, tx -> desk.book.claim(desk.now(), tx))
                .orElseThrow();
    switch (crash) {
      case CARRIED -> carry(claimed);
      case LOOKED_UP -> {
        dying.send(desk.talk.scope, claimed);
        desk.pass(Duration.ofSeconds(3));
        desk.talk.transactions().in(desk.talk.scope, tx -> desk.book.claimLook(desk.now(), tx));
      }
      default -> {}
    }
  }

  private void carry(ReplyRecord claimed) {
    desk.carrier.send(
        desk.talk.scope,
        desk.talk.bean(org.wordborne.server.mention.Mentions.class).get(desk.talk.scope, mention),
        claimed.forChannel());
  }

  @Test
  void send_lookUpCannotBeAsked_isUnknownAndNeverSentAgain() {
    peer.behave(Behaviour.ACCEPTS_THEN_DROPS_THE_LINE);
    peer.goDeaf();
    var planned = desk.plan(conversation, mention, "key-1");
    desk.pass(Duration.ofSeconds(9));

    desk.settle(desk.sender());

    assertThat(desk.reply(planned.id()).state()).isEqualTo("unknown");
    assertThat(desk.reply(planned.id()).why()).isNotBlank();
    assertThat(peer.book()).hasSize(1);
    assertThatThrownBy(() -> desk.replies().retry(desk.talk.as("Ines"), planned.id(), false))
        .isInstanceOf(ConflictException.class);
  }

  @Test
  void retry_droppedButPublished_findsItInsteadOfSending() {
    peer.behave(Behaviour.ACCEPTS_THEN_DROPS_THE_LINE);
    var planned = desk.plan(conversation, mention, "key-1");
    desk.pass(Duration.ofSeconds(9));
    desk.sender().next(desk.talk.scope).orElseThrow().run();
    assertThat(desk.reply(planned.id()).state()).isEqualTo("unknown");

    var again = desk.replies().retry(desk.talk.as("Ines"), planned.id(), false);

    assertThat(again.state()).isEqualTo("sent");
    assertThat(peer.book()).hasSize(1);
  }

  @Test
  void retry_refused_isSentOnce() {
    peer.behave(Behaviour.TOO_MANY_REQUESTS);
    var planned = desk.plan(conversation, mention, "key-1");
    desk.pass(Duration.ofSeconds(9));
    desk.settle(desk.sender());
    assertThat(desk.reply(planned.id()).state()).isEqualTo("refused");
    peer.behave(Behaviour.ACCEPTS);

    desk.replies().retry(desk.talk.as("Ines"), planned.id(), false);
    desk.settle(desk.sender());

    assertThat(desk.reply(planned.id()).state()).isEqualTo("sent");
    assertThat(peer.book()).hasSize(1);
    assertThat(desk.talk.count("select count(*) from reply_decision")).isEqualTo(2);
  }

  /// Somebody else answers meanwhile: that is told, not broken.
  @Test
  void retry_whileAnotherAnswerIsOnItsWay_isRefused() {
    peer.behave(Behaviour.TOO_MANY_REQUESTS);
    var planned = desk.plan(conversation, mention, "key-1");
    desk.pass(Duration.ofSeconds(9));
    desk.settle(desk.sender());
    desk.plan(conversation, mention, "key-2");

    assertThatThrownBy(() -> desk.replies().retry(desk.talk.as("Ines"), planned.id(), false))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("on its way");
  }

  @Test
  void planAgain_becameUnknownMeanwhile_isNotSent() {
    peer.behave(Behaviour.ACCEPTS_THEN_DROPS_THE_LINE);
    desk.plan(conversation, mention, "key-1");
    desk.pass(Duration.ofSeconds(9));
    var sending = inTransaction(tx -> desk.book.claim(desk.now(), tx)).orElseThrow();
    desk.sender().send(desk.talk.scope, sending);

    boolean planned = inTransaction(tx -> desk.book.planAgain(sending, desk.now(), tx));

    assertThat(planned).isFalse();
    assertThat(desk.reply(sending.id()).state()).isEqualTo("unknown");
  }

  /// A slow look ends while a person has sent it again.
  @Test
  void settle_lookThatEndsTooLate_leavesTheNewTryAlone() {
    peer.behave(Behaviour.ACCEPTS_THEN_DROPS_THE_LINE);
    peer.goDeaf();
    var planned = desk.plan(conversation, mention, "key-1");
    desk.pass(Duration.ofSeconds(9));
    desk.settle(desk.sender());
    desk.replies().retry(desk.talk.as("Ines"), planned.id(), true);
    var sending = inTransaction(tx -> desk.book.claim(desk.now(), tx)).orElseThrow();

    inTransaction(
        tx -> desk.book.settle(sending, new Outcome.Unknown("late"), true, desk.now(), tx));

    assertThat(desk.reply(planned.id()).state()).isEqualTo("sending");
    assertThat(desk.talk.count("select looks from reply")).isZero();
  }

  private <T> T inTransaction(Function<JdbcClient, T> work) {
    return desk.talk.transactions().in(desk.talk.scope, work);
  }

  @Test
  void next_afterARestore_restsUntilResumed() {
    var planned = desk.plan(conversation, mention, "key-1");
    desk.pass(Duration.ofSeconds(9));
    var conditions = desk.talk.bean(Conditions.class);
    conditions.set(Kind.SENDING, true, Instant.EPOCH);
    try {
      assertThat(desk.sender().next(desk.talk.scope)).isEmpty();
    } finally {
      conditions.set(Kind.SENDING, false, Instant.EPOCH);
    }

    desk.settle(desk.sender());
    assertThat(desk.reply(planned.id()).state()).isEqualTo("sent");
  }

  @Test
  void takeBack_withinEightSeconds_neverLeaves() {
    var planned = desk.plan(conversation, mention, "key-1");
    desk.pass(Duration.ofSeconds(7));
    assertThat(desk.sender().next(desk.talk.scope)).isEmpty();

    var back = desk.replies().takeBack(desk.talk.scope, planned.id());
    desk.settle(desk.sender());

    assertThat(back.state()).isEqualTo("taken-back");
    assertThat(peer.book()).isEmpty();
  }

  @Test
  void takeBack_afterItLeft_isRefused() {
    var planned = desk.plan(conversation, mention, "key-1");
    desk.pass(Duration.ofSeconds(9));
    desk.settle(desk.sender());

    assertThatThrownBy(() -> desk.replies().takeBack(desk.talk.scope, planned.id()))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("sent");
  }

  @Test
  void plan_sameKeyFiftyTimesAtOnce_isOneReply() throws Exception {
    var views = atOnce(i -> () -> desk.plan(conversation, mention, "key-1").id());

    desk.pass(Duration.ofSeconds(9));
    desk.settle(desk.sender());

    assertThat(views.stream().distinct()).hasSize(1);
    assertThat(peer.book()).hasSize(1);
    assertThat(desk.talk.count("select count(*) from reply_decision")).isEqualTo(1);
  }

  @Test
  void plan_fiftyPeopleAtOnce_oneAnswers() throws Exception {
    var won =
        atOnce(
            i ->
                () -> {
                  try {
                    return desk.plan(conversation, mention, "key-" + i).id();
                  } catch (ConflictException second) {
                    return new UUID(0, 0);
                  }
                });

    assertThat(won.stream().filter(id -> !id.equals(new UUID(0, 0)))).hasSize(1);
  }

  @Test
  void claim_fiftySendersAtOnce_oneSends() throws Exception {
    desk.plan(conversation, mention, "key-1");
    desk.pass(Duration.ofSeconds(9));
    var sender = desk.sender();

    var claims =
        atOnce(i -> () -> sender.next(desk.talk.scope).map(_ -> new UUID(1, 1)).orElse(mention));

    assertThat(claims.stream().filter(id -> id.equals(new UUID(1, 1)))).hasSize(1);
  }

  private static List<UUID> atOnce(java.util.function.IntFunction<Callable<UUID>> deed)
      throws Exception {
    try (var threads = Executors.newFixedThreadPool(16)) {
      var results = threads.invokeAll(IntStream.range(0, 50).mapToObj(deed).toList());
      return results.stream().map(Future::resultNow).toList();
    }
  }

  @Test
  void plan_sameKeyOtherWords_isRefused() {
    desk.plan(conversation, mention, "key-1");
    var other = new ReplyRequest("Something else.", mention, "key-1", null, null);

    assertThatThrownBy(() -> desk.replies().plan(desk.talk.as("Ines"), conversation, other))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("key-1");
  }

  @Test
  void plan_emptyOrTooLong_saysHowMuch() {
    var empty = new ReplyRequest(" ", mention, "k", null, null);
    var tooLong = new ReplyRequest("x".repeat(512), mention, "k", null, null);

    assertThatThrownBy(() -> desk.replies().plan(desk.talk.as("Ines"), conversation, empty))
        .isInstanceOf(BadInputException.class);
    assertThatThrownBy(() -> desk.replies().plan(desk.talk.as("Ines"), conversation, tooLong))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("12 too many");
  }

  @Test
  void sent_reply_answersTheWordAndIsSigned() {
    var planned = desk.plan(conversation, mention, "key-1");
    assertThat(planned.as()).isEqualTo("Ines");
    desk.pass(Duration.ofSeconds(9));

    desk.settle(desk.sender());

    var view = desk.conversations.get(desk.talk.as("Ines"), conversation);
    assertThat(view.row().state()).isEqualTo("done");
    assertThat(view.row().answered()).isTrue();
    assertThat(view.thread()).extracting(ThreadEntryView::kind).containsExactly("mention", "reply");
    assertThat(view.thread().getFirst().mention().answered()).isTrue();
  }

  @Test
  void heard_ourReplyComesBack_standsOnce() throws Exception {
    desk.plan(conversation, mention, "key-1");
    desk.pass(Duration.ofSeconds(9));
    desk.settle(desk.sender());

    var echo = desk.heard("native-1", "Ines", "Dear Ana, no, we are not closing.", "q1");
    await("select count(*) from reply where heard_mention is not null");

    var view = desk.conversations.get(desk.talk.as("Ines"), conversation);
    assertThat(view.thread()).extracting(ThreadEntryView::kind).containsExactly("mention", "reply");
    assertThat(
            desk.talk.texts("select counted::text from spoken where mention_id = '" + echo + "'"))
        .containsExactly("false");
  }

  @Test
  void heard_replyOfUnknownFateComesBack_isTheProof() throws Exception {
    peer.behave(Behaviour.ACCEPTS_THEN_DROPS_THE_LINE);
    peer.goDeaf();
    var planned = desk.plan(conversation, mention, "key-1");
    desk.pass(Duration.ofSeconds(9));
    desk.settle(desk.sender());

    desk.heard("77", "lantern", "Dear Ana, no, we are not closing.", "q1");
    await("select count(*) from reply where heard_mention is not null");

    assertThat(desk.reply(planned.id()).state()).isEqualTo("sent");
    assertThat(desk.reply(planned.id()).nativeId()).isEqualTo("77");
  }

  /// The same words of somebody who has spoken before prove nothing, and make them none of us.
  @Test
  void heard_guestWithTheSameWords_provesNothing() throws Exception {
    peer.behave(Behaviour.ACCEPTS_THEN_DROPS_THE_LINE);
    peer.goDeaf();
    desk.heard("70", "ben", "I like the garden there.", "");
    var planned = desk.plan(conversation, mention, "key-1");
    desk.pass(Duration.ofSeconds(9));
    desk.settle(desk.sender());

    desk.heard("77", "ben", "Dear Ana, no, we are not closing.", "q1");
    await("select count(*) - 1 from spoken where native_id in ('70', '77')");

    assertThat(desk.reply(planned.id()).state()).isEqualTo("unknown");
    assertThat(desk.talk.texts("select own || ':' || words from person where name = 'ben'"))
        .containsExactly("false:2");
  }

  /// Long after the try even an unknown author proves nothing any more.
  @Test
  void heard_sameWordsLongAfterTheTry_provesNothing() throws Exception {
    peer.behave(Behaviour.ACCEPTS_THEN_DROPS_THE_LINE);
    peer.goDeaf();
    var planned = desk.plan(conversation, mention, "key-1");
    desk.pass(Duration.ofSeconds(9));
    desk.settle(desk.sender());
    inTransaction(
        tx ->
            tx.sql(
                    "update reply set planned_at = planned_at - interval '1 h',"
                        + " tried_at = tried_at - interval '1 h'")
                .update());

    desk.heard("77", "lantern", "Dear Ana, no, we are not closing.", "q1");
    await("select count(*) from spoken where native_id = '77'");

    assertThat(desk.reply(planned.id()).state()).isEqualTo("unknown");
  }

  private void await(String sql) throws InterruptedException {
    for (int i = 0; i < 100 && desk.talk.count(sql) == 0; i++) {
      Thread.sleep(50);
    }
  }

  @Test
  void get_otherWorkspace_findsNothing() {
    var planned = desk.plan(conversation, mention, "key-1");
    var other = new TalkFixture();

    assertThatThrownBy(() -> desk.replies().get(other.scope, planned.id()))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> desk.replies().takeBack(other.scope, planned.id()))
        .isInstanceOf(NotFoundException.class);
    assertThat(other.count("select count(*) from reply_decision")).isZero();
  }
}
