package org.wordborne.server.mailroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.personal.Subject;

/// Webhooks that go out, to a program that behaves as the test says; no clock of the server goes
/// here, the test is the clock.
class HooksOutTest {
  private static final HookReceiver PROGRAM = new HookReceiver(ServerFixture.allowedPort());
  private final Scope scope = ServerFixture.freshScope();
  private final HookDesk desk = ServerFixture.bean(HookDesk.class);
  private final HookBook book = ServerFixture.bean(HookBook.class);
  private final Telexes telexes = ServerFixture.bean(Telexes.class);
  private final HookCarrier carrier = ServerFixture.bean(HookCarrier.class);

  @BeforeEach
  void setUp() {
    PROGRAM.forget();
  }

  @AfterAll
  static void tearDown() {
    PROGRAM.close();
  }

  @Test
  void carry_programFails_isTriedAgainUnderOneIdAndSigned() {
    var made = add("telex");
    PROGRAM.answer(500, "no", "X-Any", "thing");
    UUID id = send(made, "alarm-10");
    Instant now = Instant.now();

    carry(made, now.plusSeconds(1));
    var waits = book.get(scope, made.hook().id(), id);
    PROGRAM.answer(204);
    boolean early = carry(made, now.plusSeconds(4));
    carry(made, now.plusSeconds(30));

    assertThat(waits.state()).isEqualTo("waiting");
    assertThat(waits.status()).isEqualTo(500);
    assertThat(waits.answer()).isEqualTo("no");
    assertThat(early).isFalse();
    assertThat(book.get(scope, made.hook().id(), id).state()).isEqualTo("sent");
    assertThat(PROGRAM.told()).hasSize(2).allMatch(told -> told.isSigned(made.secret()));
    assertThat(PROGRAM.told())
        .allMatch(told -> told.body().startsWith("{\"type\":\"alarm.raised\",\"timestamp\":"));
    assertThat(ids()).containsOnly("alarm-10");
  }

  @Test
  void take_killedInTheMiddleOfATry_isMadeAgainUnderTheSameId() {
    var made = add("killed");
    send(made, "alarm-11");
    Instant now = Instant.now().plusSeconds(1);

    var taken = book.take(scope, made.hook().id(), now).orElseThrow(); // and nobody settles it
    boolean whileUnderWay = carry(made, now.plusSeconds(25));
    boolean after = carry(made, now.plusSeconds(31));

    assertThat(taken.key()).isEqualTo("alarm-11");
    assertThat(whileUnderWay).isFalse();
    assertThat(after).isTrue();
    assertThat(ids()).containsExactly("alarm-11");
  }

  @Test
  void carry_failsEightTimes_isRefusedAndCanBeReplayed() {
    var made = add("stubborn");
    PROGRAM.answer(500);
    UUID id = send(made, "alarm-12");
    Instant now = Instant.now().plusSeconds(1);

    for (int day = 0; day < 12; day++) {
      unrest(made);
      carry(made, now.plus(Duration.ofDays(day)));
    }
    var refused = book.get(scope, made.hook().id(), id);
    PROGRAM.answer(200);
    desk.resume(scope, made.hook().id());
    int again = book.replaySince(scope, made.hook().id(), Instant.EPOCH, now);
    carry(made, now.plusSeconds(1));

    assertThat(refused.state()).isEqualTo("refused");
    assertThat(refused.tries()).isEqualTo(8);
    assertThat(again).isEqualTo(1);
    assertThat(book.get(scope, made.hook().id(), id).state()).isEqualTo("sent");
    assertThat(Set.copyOf(ids())).containsExactly("alarm-12");
  }

  @Test
  void carry_programIsGone_stopsTheWebhookAndWhatFollowsWaits() {
    var made = add("gone");
    PROGRAM.answer(410);
    UUID first = send(made, "alarm-13");
    carry(made, Instant.now().plusSeconds(1));
    UUID second = send(made, "alarm-14");

    boolean told = carry(made, Instant.now().plusSeconds(2));
    var stopped = desk.get(scope, made.hook().id());
    PROGRAM.answer(200);
    desk.resume(scope, made.hook().id());
    carry(made, Instant.now().plusSeconds(3));

    assertThat(stopped.state()).isEqualTo("stopped");
    assertThat(stopped.why()).contains("410");
    assertThat(told).isFalse();
    assertThat(book.get(scope, made.hook().id(), first).state()).isEqualTo("refused");
    assertThat(book.get(scope, made.hook().id(), second).state()).isEqualTo("sent");
  }

  @Test
  void settle_fiveDaysOfFailures_stopsAndWritesToManagers() {
    var made = add("ailing");
    ServerFixture.bean(MailDesk.class)
        .set(
            scope,
            new MailDraft("127.0.0.1", 1, "none", "", null, "alarms@lantern.example", "Lantern"));
    PROGRAM.answer(500);
    send(made, "alarm-15");
    carry(made, Instant.now().plusSeconds(1));
    boolean before = isStopped(made);

    failingSince(made, Instant.now().minus(Duration.ofDays(5)));
    carry(made, Instant.now().plusSeconds(30));

    assertThat(before).isFalse();
    assertThat(isStopped(made)).isTrue();
    assertThat(desk.get(scope, made.hook().id()).why()).contains("5 days");
  }

  @Test
  void settle_takenBetween_beginsToCountAnew() {
    var made = add("mostly well");
    failingSince(made, Instant.now().minus(Duration.ofDays(6)));
    send(made, "alarm-16");

    carry(made, Instant.now().plusSeconds(1));

    assertThat(desk.get(scope, made.hook().id()).failingSince()).isNull();
    assertThat(isStopped(made)).isFalse();
  }

  @Test
  void carry_saysComeLater_restsSoLongForAllOfIt() {
    var made = add("busy");
    PROGRAM.answer(429, "", "Retry-After", "600");
    UUID id = send(made, "alarm-17");
    send(made, "alarm-18");
    Instant now = Instant.now().plusSeconds(1);

    carry(made, now);

    var next = book.get(scope, made.hook().id(), id).nextAt();
    assertThat(next).isAfter(now.plusSeconds(590)).isBefore(now.plusSeconds(620));
    assertThat(book.due(scope, now.plusSeconds(500), 4)).isEmpty();
    assertThat(book.due(scope, now.plusSeconds(700), 4))
        .containsExactly(new HookBook.Due(made.hook().id(), 2));
  }

  @Test
  void carry_redirects_isNotFollowed() {
    var made = add("elsewhere");
    PROGRAM.answer(307, "", "Location", PROGRAM.url());
    UUID id = send(made, "alarm-19");

    carry(made, Instant.now().plusSeconds(1));

    assertThat(PROGRAM.told()).hasSize(1);
    assertThat(book.get(scope, made.hook().id(), id).status()).isEqualTo(307);
  }

  @Test
  void carry_addressInside_isNotDialled() throws IOException {
    try (var inside = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      inside.setSoTimeout(200);
      var made = desk.add(scope, draft("inside", "http://127.0.0.1:" + inside.getLocalPort()));
      UUID id = send(made, "alarm-20");

      carry(made, Instant.now().plusSeconds(1));

      assertThatThrownBy(inside::accept).isInstanceOf(java.net.SocketTimeoutException.class);
      assertThat(book.get(scope, made.hook().id(), id).state()).isEqualTo("waiting");
    }
  }

  @Test
  void rotate_forADay_bothSecretsSign() {
    var made = add("turning");
    var turned = desk.rotate(scope, made.hook().id());
    send(made, "alarm-21");
    carry(made, Instant.now().plusSeconds(1));
    oldUntil(made, Instant.now().minusSeconds(1));
    send(made, "alarm-22");
    carry(made, Instant.now().plusSeconds(2));

    assertThat(turned.hook().oldSecretUntil()).isAfter(Instant.now().plus(Duration.ofHours(23)));
    assertThat(PROGRAM.told()).allMatch(told -> told.isSigned(turned.secret()));
    assertThat(PROGRAM.told().getFirst().isSigned(made.secret())).isTrue();
    assertThat(PROGRAM.told().getLast().isSigned(made.secret())).isFalse();
  }

  @Test
  void hostile_endlessAnswer_isCutAndDelaysNoOther() throws Exception {
    try (var endless = new Endless(ServerFixture.allowedPort())) {
      var slow = desk.add(scope, draft("endless", "http://127.0.0.1:" + endless.port()));
      var quick = add("quick");
      send(slow, "alarm-23");
      UUID id = send(quick, "alarm-24");
      var held = book.take(scope, slow.hook().id(), Instant.now().plusSeconds(1)).orElseThrow();
      var other = Thread.ofVirtual().start(() -> carrier.carry(scope, held));

      carry(quick, Instant.now().plusSeconds(1));

      assertThat(book.get(scope, quick.hook().id(), id).state()).isEqualTo("sent");
      assertThat(other.join(Duration.ofSeconds(30))).isTrue();
      assertThat(book.get(scope, slow.hook().id(), held.id()).state()).isEqualTo("waiting");
    }
  }

  @Test
  void tell_sourceFellDeaf_isWrittenWithItOrNotAtAll() {
    var made =
        desk.add(scope, new HookDraft("desk", PROGRAM.url(), List.of("source.ailing"), null));
    UUID source = source();
    try {
      ServerFixture.transactions()
          .run(
              scope,
              tx -> {
                tx.sql("update source set state = 'deaf' where id = ?").param(source).update();
                throw new IllegalStateException("power cut");
              });
    } catch (IllegalStateException planned) {
      assertThat(planned).hasMessage("power cut");
    }
    var happenings = ServerFixture.bean(HookHappenings.class);
    happenings.tell(scope);
    var nothing = book.log(scope, made.hook().id(), "", null, 10);

    ServerFixture.transactions()
        .run(
            scope,
            tx -> tx.sql("update source set state = 'deaf' where id = ?").param(source).update());
    happenings.tell(scope);
    happenings.tell(scope);

    assertThat(nothing).isEmpty();
    assertThat(book.log(scope, made.hook().id(), "", null, 10))
        .singleElement()
        .satisfies(line -> assertThat(line.type()).isEqualTo("source.ailing"));
  }

  @Test
  void send_sameKeyTwice_isOneDelivery() {
    var made = add("once");

    assertThat(send(made, "alarm-25")).isEqualTo(send(made, "alarm-25"));
  }

  @Test
  void wall_otherWorkspace_seesNeitherHookNorLog() {
    var made = add("mine");
    UUID id = send(made, "alarm-26");
    Scope other = ServerFixture.freshScope();

    assertThat(desk.all(other)).isEmpty();
    assertThat(telexes.wanting(other, "alarm.raised")).isEmpty();
    assertThatThrownBy(() -> book.get(other, made.hook().id(), id))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> desk.rotate(other, made.hook().id()))
        .isInstanceOf(NotFoundException.class);
    assertThat(book.replaySince(other, made.hook().id(), Instant.EPOCH, Instant.now())).isZero();
  }

  @Test
  void erase_personNamedInAPayload_takesItsDeliveryAndLeavesTheRest() {
    var made = add("erased");
    UUID word = UUID.randomUUID();
    UUID byId = send(made, "alarm-27", Map.of("word", word.toString()));
    UUID byName = send(made, "alarm-28", Map.of("first", Map.of("author", "Zuvexaquil")));
    UUID other = send(made, "alarm-29", Map.of("word", UUID.randomUUID().toString()));
    var subject =
        new Subject(
            Set.of(),
            List.of(),
            List.of(new Subject.Word(word, "forum", "here", "1", true)),
            Set.of(),
            Set.of(),
            Set.of("Zuvexaquil"),
            Set.of());

    ServerFixture.transactions()
        .run(scope, tx -> ServerFixture.bean(HookCustodian.class).erase(scope, tx, subject));

    assertThat(book.log(scope, made.hook().id(), "", null, 10))
        .extracting(HookLogView::id)
        .containsExactly(other)
        .doesNotContain(byId, byName);
  }

  @Test
  void add_repeatedUnderOneIdempotencyKey_addsOneAndTellsTheSameSecret() {
    String name = "once-" + UUID.randomUUID();
    String draft =
        "{\"name\":\"%s\",\"url\":\"%s\",\"kinds\":[\"reply.sent\"]}"
            .formatted(name, PROGRAM.url());

    var first = post(name, draft);
    var again = post(name, draft);

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body()).contains("whsec_");
    var hooks = ServerFixture.get("/api/v1/hooks-out").json().path("hooks");
    assertThat(hooks.findValuesAsString("name")).containsOnlyOnce(name);
    String id = first.json().path("hook").path("id").asString();
    assertThat(ServerFixture.delete("/api/v1/hooks-out/" + id).status()).isEqualTo(204);
  }

  private static ServerFixture.Answer post(String key, String body) {
    return ServerFixture.send(
        ServerFixture.authorized("/api/v1/hooks-out")
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  @Test
  void prune_afterThirtyDays_letsTheLogGo() {
    var made = add("old");
    send(made, "alarm-30");

    book.prune(scope, Instant.now().plus(Duration.ofDays(29)));
    int before = book.log(scope, made.hook().id(), "", null, 10).size();
    book.prune(scope, Instant.now().plus(Duration.ofDays(31)));

    assertThat(before).isEqualTo(1);
    assertThat(book.log(scope, made.hook().id(), "", null, 10)).isEmpty();
  }

  @Test
  void add_unknownKindOrBrokenQuery_isRefusedByName() {
    var kind = new HookDraft("a", PROGRAM.url(), List.of("word.whispered"), null);
    var query = new HookDraft("b", PROGRAM.url(), List.of("word.heard"), "lantern AND (");

    assertThatThrownBy(() -> desk.add(scope, kind))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("word.heard");
    assertThatThrownBy(() -> desk.add(scope, query)).isInstanceOf(BadInputException.class);
  }

  @Test
  void pause_whatHappensMeanwhile_waits() {
    var made = add("resting");
    desk.pause(scope, made.hook().id());
    send(made, "alarm-31");

    assertThat(carry(made, Instant.now().plusSeconds(1))).isFalse();
    assertThat(desk.get(scope, made.hook().id()).waiting()).isEqualTo(1);
    desk.resume(scope, made.hook().id());
    assertThat(carry(made, Instant.now().plusSeconds(1))).isTrue();
  }

  private HookDesk.Made add(String name) {
    return desk.add(scope, draft(name, PROGRAM.url()));
  }

  private static HookDraft draft(String name, String url) {
    return new HookDraft(name, url, null, null);
  }

  private UUID send(HookDesk.Made made, String key) {
    return send(made, key, Map.of("title", "Rats"));
  }

  private UUID send(HookDesk.Made made, String key, Map<String, ?> data) {
    var telex = new Telex("alarm.raised", Instant.now(), data, key, null);
    return telexes.send(scope, made.to(), telex).orElseThrow();
  }

  private boolean carry(HookDesk.Made made, Instant now) {
    var next = book.take(scope, made.hook().id(), now);
    next.ifPresent(parcel -> carrier.carry(scope, parcel));
    return next.isPresent();
  }

  private List<@Nullable String> ids() {
    return PROGRAM.told().stream().map(told -> told.headers().get("Webhook-id")).toList();
  }

  private boolean isStopped(HookDesk.Made made) {
    return desk.get(scope, made.hook().id()).state().equals("stopped");
  }

  private void unrest(HookDesk.Made made) {
    set("update hook_out set stopped_at = null, failing_since = null where id = ?", made);
  }

  private void failingSince(HookDesk.Made made, Instant at) {
    at("update hook_out set failing_since = ? where id = ?", at, made);
  }

  private void oldUntil(HookDesk.Made made, Instant at) {
    at("update hook_out set old_until = ? where id = ?", at, made);
  }

  private void set(String statement, HookDesk.Made made) {
    ServerFixture.transactions()
        .run(scope, tx -> tx.sql(statement).param(made.hook().id()).update());
  }

  private void at(String statement, Instant at, HookDesk.Made made) {
    ServerFixture.transactions()
        .run(scope, tx -> tx.sql(statement).params(Timestamp.from(at), made.hook().id()).update());
  }

  private UUID source() {
    UUID id = UUID.randomUUID();
    ServerFixture.transactions()
        .run(
            scope,
            tx ->
                tx.sql(
                        """
                        insert into source (workspace_id, id, kind, name, origin, settings, secrets,
                          everything, paused, state, since, next_at, created_at)
                        values (?, ?, 'feed', 'Feed', 'o', '{}', '', true, true, 'well', now(),
                          now(), now())""")
                    .params(scope.workspace().value(), id)
                    .update());
    return id;
  }

  /// Answers with a body that has no end.
  private static final class Endless implements AutoCloseable {
    private final ServerSocket server;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    Endless(int port) throws IOException {
      server = new ServerSocket(port, 10, InetAddress.getLoopbackAddress());
      Thread.ofVirtual().start(this::serve);
    }

    int port() {
      return server.getLocalPort();
    }

    private void serve() {
      try {
        while (true) {
          var socket = server.accept();
          open.add(socket);
          Thread.ofVirtual().start(() -> flood(socket));
        }
      } catch (IOException closed) {
        open.clear();
      }
    }

    private static void flood(Socket socket) {
      try (socket) {
        var out = socket.getOutputStream();
        out.write("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n".getBytes());
        byte[] much = new byte[8192];
        while (true) {
          out.write(much);
        }
      } catch (IOException cut) {
        return;
      }
    }

    @Override
    public void close() throws IOException {
      server.close();
      for (Socket socket : open) {
        socket.close();
      }
    }
  }
}
