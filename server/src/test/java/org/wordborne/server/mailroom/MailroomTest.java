package org.wordborne.server.mailroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.mailroom.DeliveryBook.Parcel;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.Condition.Kind;
import org.wordborne.server.workspace.Conditions;
import org.wordborne.server.workspace.Scope;
import org.wordborne.wire.AllowedPrivate;

/// Mail that goes out, to a mail host that behaves as the test says.
class MailroomTest {
  private final Scope scope = ServerFixture.freshScope();
  private final DeliveryBook book = ServerFixture.bean(DeliveryBook.class);
  private static final ScriptedSmtp SMTP = new ScriptedSmtp(ServerFixture.allowedPort());

  @BeforeEach
  void setUp() {
    SMTP.forget();
    ServerFixture.bean(MailDesk.class).set(scope, draft(SMTP.port(), "alarms@lantern.example"));
  }

  @AfterAll
  static void tearDown() {
    SMTP.close();
  }

  @Test
  void carry_hostTakes_isSentWithOurIdAndPlainText() {
    UUID id = send("alarm-1", "Rats? Ünheard of");

    carryAll(Instant.now());

    assertThat(book.get(scope, id).state()).isEqualTo("sent");
    assertThat(SMTP.letters())
        .singleElement()
        .asString()
        .contains("Message-ID: <alarm-1@lantern.example>", "Auto-Submitted: auto-generated")
        .contains("To: ruth@lantern.example", "Content-Type: text/plain", "First line");
  }

  @Test
  void hand_afterARestore_waitsUntilResumed() {
    var conditions = ServerFixture.bean(Conditions.class);
    conditions.set(Kind.SENDING, true, Instant.EPOCH);
    try {
      UUID id = send("alarm-0", "Rests");

      ServerFixture.bean(DeliveryClock.class).hand(scope, Instant.now().plusSeconds(1));

      assertThat(book.get(scope, id).state()).isEqualTo("waiting");
      assertThat(SMTP.letters()).isEmpty();
    } finally {
      conditions.set(Kind.SENDING, false, Instant.EPOCH);
    }
  }

  @Test
  void send_sameKeyTwice_goesOutOnce() {
    UUID one = send("alarm-2", "Once");
    UUID two = send("alarm-2", "Once");

    carryAll(Instant.now());

    assertThat(two).isEqualTo(one);
    assertThat(SMTP.letters()).hasSize(1);
  }

  @Test
  void carry_hostSaysLater_isTriedAgainAfterTenSeconds() {
    SMTP.behave(ScriptedSmtp.Manner.LATER);
    UUID id = send("alarm-3", "Later");
    Instant now = Instant.now();

    carryAll(now);
    var waits = book.get(scope, id);
    SMTP.behave(ScriptedSmtp.Manner.TAKES);
    carryAll(now.plusSeconds(5));
    int early = SMTP.letters().size();
    carryAll(now.plusSeconds(30));

    assertThat(waits.state()).isEqualTo("waiting");
    assertThat(waits.why()).contains("come again");
    assertThat(early).isZero();
    assertThat(book.get(scope, id).state()).isEqualTo("sent");
  }

  @Test
  void carry_hostSaysNever_isRefusedAtOnce() {
    SMTP.behave(ScriptedSmtp.Manner.NEVER);
    UUID id = send("alarm-4", "Never");

    carryAll(Instant.now());

    var view = book.get(scope, id);
    assertThat(view.state()).isEqualTo("refused");
    assertThat(view.why()).contains("550");
    assertThat(view.tries()).isEqualTo(1);
  }

  @Test
  void carry_lineDropsAgainAndAgain_isRefusedAfterSixTries() {
    SMTP.behave(ScriptedSmtp.Manner.DROPS);
    UUID id = send("alarm-5", "Dropped");
    Instant now = Instant.now();

    for (int hour = 0; hour < 12; hour++) {
      carryAll(now.plus(Duration.ofHours(3L * hour)));
    }

    assertThat(book.get(scope, id).state()).isEqualTo("refused");
    assertThat(SMTP.calls()).isEqualTo(DeliveryBook.PAUSES.size() + 1);
  }

  @Test
  void carry_hostDawdles_isCutOffAtTheDeadline() {
    SMTP.behave(ScriptedSmtp.Manner.DAWDLES);
    var postman = new Postman(allowed(SMTP.port()), Duration.ofSeconds(1));
    Instant begun = Instant.now();

    var carried = postman.send(settings(SMTP.port()), parcel("alarm-6"), begun);

    assertThat(carried).isInstanceOf(Carried.NotNow.class);
    assertThat(((Carried.NotNow) carried).why()).contains("within 1.0 s");
    assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void carry_privateHostNobodyAllowed_isNeverDialled() {
    var postman = new Postman(AllowedPrivate.none(), Duration.ofSeconds(2));

    var carried = postman.send(settings(SMTP.port()), parcel("alarm-7"), Instant.now());

    assertThat(carried).isInstanceOf(Carried.NotNow.class);
    assertThat(SMTP.calls()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nBcc: all@example.org", "a\nb", "a\u0000b"})
  void send_breakInSubject_isRefused(String subject) {
    assertThatThrownBy(() -> send("alarm-8", subject)).isInstanceOf(BadInputException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ruth@example.org\r\nRCPT TO:<x@y>",
        "ruth@example.org, x@y.org",
        "Ruth <ruth@x.org>",
        "ruth",
        "@x.org",
        "ruth@x.org\n",
        "a@-x.org"
      })
  void send_notOneAddress_isRefused(String to) {
    var letter = new Letter("alarm-9", to, "Hello", "Text");

    assertThatThrownBy(() -> ServerFixture.bean(Mailroom.class).send(scope, letter, null))
        .isInstanceOf(BadInputException.class);
  }

  @Test
  void set_passwordInTheClear_isRefused() {
    var desk = ServerFixture.bean(MailDesk.class);
    var draft =
        new MailDraft("mail.example.org", 25, "none", "ruth", "secret", "a@example.org", "");

    assertThatThrownBy(() -> desk.set(scope, draft)).hasMessageContaining("starttls");
  }

  @Test
  void send_waitsThenIsSentOrRefused_isSealedThenForgotten() {
    UUID sent = send("alarm-12", "Sealed");
    byte[] waiting = body(sent);
    carryAll(Instant.now());
    SMTP.behave(ScriptedSmtp.Manner.NEVER);
    UUID refused = send("alarm-13", "Refused");

    carryAll(Instant.now());

    assertThat(new String(waiting, StandardCharsets.ISO_8859_1)).doesNotContain("First line");
    assertThat(waiting).isNotEmpty();
    assertThat(body(sent)).isEmpty();
    assertThat(body(refused)).isEmpty();
  }

  @Test
  void take_sealedWithAnotherKey_isRefusedAndKeepsNoOtherBack() {
    UUID lost = send("alarm-14", "Lost");
    UUID kept = send("alarm-15", "Kept");
    ServerFixture.transactions()
        .run(
            scope,
            tx ->
                tx.sql("update delivery set body = decode(repeat('00', 40), 'hex') where id = ?")
                    .param(lost)
                    .update());

    carryAll(Instant.now());

    assertThat(book.get(scope, lost).state()).isEqualTo("refused");
    assertThat(book.get(scope, kept).state()).isEqualTo("sent");
  }

  @Test
  void prune_sentLongAgo_isGoneAndWhatWaitsStays() {
    UUID sent = send("alarm-16", "Sent");
    carryAll(Instant.now());
    UUID waits = send("alarm-17", "Waits");

    book.prune(scope, Instant.now().plus(Duration.ofDays(89)));
    boolean kept = book.list(scope, null, 10).stream().anyMatch(one -> one.id().equals(sent));
    book.prune(scope, Instant.now().plus(Duration.ofDays(91)));

    assertThat(kept).isTrue();
    assertThat(book.list(scope, null, 10)).extracting(DeliveryView::id).containsExactly(waits);
  }

  private byte[] body(UUID id) {
    return ServerFixture.transactions()
        .in(
            scope,
            tx ->
                tx.sql("select body from delivery where id = ?")
                    .param(id)
                    .query(byte[].class)
                    .single());
  }

  private UUID send(String key, String subject) {
    var letter = new Letter(key, "ruth@lantern.example", subject, "First line\n.\nlast line\n");
    return ServerFixture.bean(Mailroom.class).send(scope, letter, null);
  }

  private void carryAll(Instant now) {
    var carriers = ServerFixture.bean(Carriers.class);
    for (Parcel parcel : book.take(scope, now.plusMillis(500), 10)) {
      carriers.carry(scope, parcel);
    }
  }

  private static MailDraft draft(int port, String from) {
    return new MailDraft("127.0.0.1", port, "none", "", null, from, "The Lantern");
  }

  private static MailSettings settings(int port) {
    return new MailSettings("127.0.0.1", port, "none", "", null, "a@lantern.example", "");
  }

  private static Parcel parcel(String key) {
    return new Parcel(
        UUID.randomUUID(), "mail", key, "ruth@lantern.example", null, "Hello", "Text", 1);
  }

  private static AllowedPrivate allowed(int port) {
    return AllowedPrivate.of(List.of("127.0.0.1:" + port));
  }
}
