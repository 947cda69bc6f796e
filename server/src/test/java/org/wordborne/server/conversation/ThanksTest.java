package org.wordborne.server.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.wordborne.server.conversation.Peer.Behaviour;
import org.wordborne.server.conversation.ThanksDesk.ThanksRequest;
import org.wordborne.server.person.Page;
import org.wordborne.server.person.People;
import org.wordborne.server.person.Thanks;
import org.wordborne.server.person.ToThankView;
import org.wordborne.server.person.WordShelf;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.Brand;
import org.wordborne.server.workspace.Members;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Workspaces;

/// To thank, thanked, and the ledger, with real replies to a peer.
class ThanksTest {
  private final Peer peer = new Peer(Behaviour.ACCEPTS);
  private final ReplyDesk desk = new ReplyDesk(new PeerCarrier(peer));
  private final TalkFixture talk = desk.talk;
  private final ThanksDesk thanks =
      new ThanksDesk(
          talk.transactions(),
          talk.bean(Thanks.class),
          talk.bean(PlannedThanks.class),
          desk.conversations,
          desk.replies(),
          desk.book,
          talk.bean(People.class),
          talk.bean(WordShelf.class),
          talk.bean(Members.class));
  private UUID asked = new UUID(0, 0);

  @BeforeEach
  void eddaAsks() {
    talk.bean(Workspaces.class)
        .rename(
            talk.scope, "test", new Brand("Lantern", List.of(), "", List.of(), List.of(), true));
    asked = desk.heard("q1", "edda", "Does anyone know whether the Lantern's ramp is free?", "");
    desk.conversationOf(asked);
  }

  @AfterEach
  void closePeer() throws Exception {
    peer.close();
  }

  private List<ToThankView.Praise> due() {
    return talk.bean(People.class).toThank(talk.scope, 50).people();
  }

  private UUID tildaIsTold() {
    desk.heard("q2", "tilda", "Where can one get good cake with a wheelchair?", "");
    UUID told =
        desk.heard("r2", "edda", "Go to the Lantern, the cake is wonderful, I love it!", "q2");
    desk.conversationOf(told);
    return told;
  }

  private static ThanksRequest inThread(UUID mention, String key) {
    return new ThanksRequest(mention, "in-thread", "Thank you, Edda.", true, key, null, null);
  }

  @Test
  void toThank_recommendationAfterOurAnswer_standsThereAsSuch() {
    desk.plan(desk.conversationOf(asked), asked, "answer");
    desk.pass(Duration.ofSeconds(9));
    desk.settle(desk.sender());
    talk.transactions()
        .run(
            talk.scope,
            tx ->
                tx.sql(
                        "update spoken set answered_at = now() - interval '2 minutes'"
                            + " where answered_at is not null")
                    .update());

    UUID told = tildaIsTold();

    assertThat(due()).hasSize(1);
    assertThat(due().getFirst().why()).isEqualTo("recommended");
    assertThat(due().getFirst().mention().id()).isEqualTo(told);
  }

  @Test
  void toThank_moreThanAreShown_saysHowManyWait() {
    desk.conversationOf(tildaIsTold());
    desk.conversationOf(desk.heard("r3", "wim", "The Lantern is wonderful, I love it!", "q2"));

    var found = talk.bean(People.class).toThank(talk.scope, 1);

    assertThat(found.people()).hasSize(1);
    assertThat(found.waiting()).isEqualTo(2);
  }

  @Test
  void thank_inTheThread_isEnteredOnceItIsSent() {
    UUID told = tildaIsTold();
    UUID edda = due().getFirst().person().id();

    var done = thanks.thank(talk.as("Ines Berg"), edda, inThread(told, "key-1"));
    var again = thanks.thank(talk.as("Ines Berg"), edda, inThread(told, "key-1"));

    assertThat(done.thanks()).isNull();
    assertThat(again.reply().id()).isEqualTo(done.reply().id());
    assertThat(talk.count("select count(*) from thanks")).isZero();
    desk.pass(Duration.ofSeconds(9));
    desk.settle(desk.sender());
    var line = thanks.list(talk.scope, Page.of(null, null, 50)).thanks().getFirst();
    assertThat(line.number()).isEqualTo(1);
    assertThat(line.text()).isEqualTo("Thank you, Edda.");
    assertThat(line.mention().id()).isEqualTo(told);
    assertThat(line.replyId()).isEqualTo(done.reply().id());
    assertThat(due()).isEmpty();
    assertThat(talk.count("select count(*) from thanks")).isEqualTo(1);
  }

  @Test
  void thank_takenBackOrRefused_isNoThanks() {
    UUID told = tildaIsTold();
    UUID edda = due().getFirst().person().id();
    var done = thanks.thank(talk.as("Ines Berg"), edda, inThread(told, "key-1"));

    desk.replies().takeBack(talk.scope, done.reply().id());
    desk.pass(Duration.ofSeconds(9));
    desk.settle(desk.sender());

    assertThat(talk.count("select count(*) from thanks")).isZero();
    assertThat(due()).hasSize(1);
  }

  @Test
  void thank_byHand_isEnteredAtOnceAndOnce() {
    UUID told = tildaIsTold();
    UUID edda = due().getFirst().person().id();
    var gift = new ThanksRequest(told, "gift", "A bag of beans", false, null, null, null);

    var first = thanks.thank(talk.as("Ines Berg"), edda, gift).thanks();
    var again = thanks.thank(talk.as("Ines Berg"), edda, gift).thanks();

    assertThat(first.text()).isEqualTo("A bag of beans");
    assertThat(again.number()).isEqualTo(first.number());
    assertThat(due()).isEmpty();
  }

  @Test
  void thank_wrongInput_isRefusedByName() {
    UUID told = tildaIsTold();
    UUID edda = due().getFirst().person().id();
    var ines = talk.as("Ines Berg");

    assertThatThrownBy(
            () ->
                thanks.thank(
                    ines, edda, new ThanksRequest(told, "badge", "", false, null, null, null)))
        .isInstanceOf(BadInputException.class);
    assertThatThrownBy(
            () ->
                thanks.thank(
                    ines, edda, new ThanksRequest(told, "gift", "x", true, "k", null, null)))
        .isInstanceOf(BadInputException.class);
    assertThatThrownBy(() -> thanks.thank(ines, UUID.randomUUID(), inThread(told, "k")))
        .isInstanceOf(NotFoundException.class);
    UUID tilda =
        UUID.fromString(talk.texts("select id::text from person where name = 'tilda'").getFirst());
    assertThatThrownBy(() -> thanks.thank(ines, tilda, inThread(told, "k")))
        .isInstanceOf(BadInputException.class);
  }

  @Test
  void give_manyAtOnce_numbersThemWithoutAGap() {
    UUID edda =
        UUID.fromString(talk.texts("select id::text from person where name = 'edda'").getFirst());
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 40; i++) {
        people.submit(
            () ->
                talk.transactions()
                    .in(
                        talk.scope,
                        tx ->
                            talk.bean(Thanks.class)
                                .give(
                                    talk.scope,
                                    new Thanks.Entry(edda, null, "private", "", null, null),
                                    tx)));
      }
    }

    var numbers =
        talk.texts("select number::text from thanks order by thanks.number").stream()
            .mapToLong(Long::parseLong);
    assertThat(numbers.toArray()).isEqualTo(LongStream.rangeClosed(1, 40).toArray());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update thanks set how = 'gift'",
        "delete from thanks",
        "truncate thanks",
        "update thanks set person_id = gen_random_uuid()"
      })
  void ledger_changedByTheProgram_isRefusedByTheDatabase(String change) {
    assertThatThrownBy(() -> talk.transactions().run(talk.scope, tx -> tx.sql(change).update()))
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .hasMessageContaining("permission denied");
  }
}
