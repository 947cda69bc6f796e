package org.wordborne.server.workspace.account.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.NotFoundException;

class PasskeysTest {
  private static final byte[] CHALLENGE = "sixteen bytes...".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] OTHER = "other sixteen by".getBytes(StandardCharsets.US_ASCII);
  private final Passkeys passkeys = ServerFixture.bean(Passkeys.class);
  private final UUID account = account();
  private final SoftKey device = new SoftKey(ServerFixture.bean(PasskeyPlace.class).origin());
  private UUID id;

  @BeforeEach
  void register() {
    var wanted = passkeys.wanted(account, "ines@lantern.example", "Ines", CHALLENGE);
    var made = device.make(wanted.challenge(), wanted.handle());
    id = passkeys.add(account, "this desk", CHALLENGE, made.read());
  }

  @Test
  void owner_rightAnswer_isTheAccount() {
    UUID owner = passkeys.owner(CHALLENGE, device.show(Sent.text(CHALLENGE)).read());

    assertThat(owner).isEqualTo(account);
    assertThat(passkeys.all(account).getFirst().usedAt()).isNotNull();
  }

  static Stream<Arguments> lies() {
    Consumer<SoftKey> origin = device -> device.origin = "http://localhost.evil.example";
    Consumer<SoftKey> port = device -> device.origin = "http://localhost:1";
    Consumer<SoftKey> place = device -> device.place = "evil.example";
    Consumer<SoftKey> verified = device -> device.verified = false;
    Consumer<SoftKey> signature = device -> device.rightSignature = false;
    Consumer<SoftKey> counter = device -> device.countsFrom(-1);
    return Stream.of(
        Arguments.of("another origin", origin),
        Arguments.of("another port", port),
        Arguments.of("another name", place),
        Arguments.of("person not verified", verified),
        Arguments.of("wrong signature", signature),
        Arguments.of("counter of a copy", counter));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lies")
  void owner_wrongAnswer_isRefused(String name, Consumer<SoftKey> lie) {
    passkeys.owner(CHALLENGE, device.show(Sent.text(CHALLENGE)).read());
    lie.accept(device);

    var shown = device.show(Sent.text(CHALLENGE)).read();

    assertThatThrownBy(() -> passkeys.owner(CHALLENGE, shown))
        .isInstanceOf(BadInputException.class);
  }

  @Test
  void owner_answerToAnotherChallenge_isRefused() {
    var shown = device.show(Sent.text(OTHER)).read();

    assertThatThrownBy(() -> passkeys.owner(CHALLENGE, shown))
        .isInstanceOf(BadInputException.class);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lies")
  void add_wrongAnswer_isRefused(String name, Consumer<SoftKey> lie) {
    var other = new SoftKey(ServerFixture.bean(PasskeyPlace.class).origin());
    lie.accept(other);
    var wanted = passkeys.wanted(account, "ines@lantern.example", "Ines", CHALLENGE);
    var made = other.make(wanted.challenge(), wanted.handle()).read();

    // A new key has nothing that could be signed wrong, nor an earlier counter.
    if (name.contains("signature") || name.contains("counter")) {
      assertThat(passkeys.add(account, "x", CHALLENGE, made)).isNotNull();
    } else {
      assertThatThrownBy(() -> passkeys.add(account, "x", CHALLENGE, made))
          .isInstanceOf(BadInputException.class);
    }
  }

  @Test
  void add_knownKey_isRefusedAlsoForAnotherAccount() {
    UUID other = account();
    var made = device.make(Sent.text(CHALLENGE), Sent.text(new byte[16])).read();

    assertThatThrownBy(() -> passkeys.add(other, "stolen", CHALLENGE, made))
        .isInstanceOf(ConflictException.class);
  }

  @Test
  void remove_byAnother_findsNothing() {
    assertThatThrownBy(() -> passkeys.remove(account(), id)).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> passkeys.rename(account(), id, "mine"))
        .isInstanceOf(NotFoundException.class);

    passkeys.remove(account, id);

    var shown = device.show(Sent.text(CHALLENGE)).read();
    assertThatThrownBy(() -> passkeys.owner(CHALLENGE, shown))
        .isInstanceOf(BadInputException.class);
  }

  static UUID account() {
    UUID id = UUID.randomUUID();
    ServerFixture.bean(JdbcClient.class)
        .sql("insert into account (id, email, name, created_at) values (?, ?, 'Ines', ?)")
        .params(id, id + "@lantern.example", java.sql.Timestamp.from(Instant.now()))
        .update();
    return id;
  }
}
