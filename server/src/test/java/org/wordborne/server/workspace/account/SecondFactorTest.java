package org.wordborne.server.workspace.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.ServerFixture.Answer;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.access.Role;
import org.wordborne.server.workspace.account.Browsers.Browser;
import org.wordborne.server.workspace.account.factor.OtherTotp;
import org.wordborne.server.workspace.account.factor.PasskeyPlace;
import org.wordborne.server.workspace.account.factor.SoftKey;
import tools.jackson.databind.JsonNode;

/// Second factors and passkeys over HTTP, as a browser uses them.
class SecondFactorTest {
  private static final String ME = "/api/v1/me/factors";
  private static final Map<String, String> PROOF = Map.of("password", Browsers.PASSWORD);

  @Test
  void signIn_withCodes_needsPasswordThenCode() {
    Browser ines = Browsers.member(Role.ANALYST);
    String secret = turnOn(ines);

    var door = new Jar();
    Answer half = door.post("/api/v1/session", password(ines));

    assertThat(half.json().path("state").asString()).isEqualTo("second-factor");
    assertThat(half.json().path("second").path("codes").asBoolean()).isTrue();
    assertThat(half.body()).doesNotContain(ines.email());
    assertThat(door.get("/api/v1/session").json().path("state").asString())
        .isEqualTo("second-factor");
    assertThat(door.get("/api/v1/topics").status()).as("half a session").isEqualTo(401);

    Answer whole = door.post("/api/v1/session/factor", Map.of("code", code(secret, 1)));

    assertThat(whole.json().path("state").asString()).isEqualTo("signed-in");
    assertThat(door.get("/api/v1/topics").status()).isEqualTo(200);
  }

  @Test
  void signIn_ticketOrCodeTwice_isRefused() {
    Browser ines = Browsers.member(Role.ANALYST);
    String secret = turnOn(ines);
    var door = new Jar();
    door.post("/api/v1/session", password(ines));
    Jar copy = door.copy();
    var other = new Jar();
    other.post("/api/v1/session", password(ines));
    String code = code(secret, 1);

    assertThat(door.post("/api/v1/session/factor", Map.of("code", code)).status()).isEqualTo(200);

    assertThat(copy.post("/api/v1/session/factor", Map.of("code", "000000")).status())
        .as("the ticket is used up")
        .isEqualTo(403);
    assertThat(other.post("/api/v1/session/factor", Map.of("code", code)).status())
        .as("the code is used up")
        .isEqualTo(400);
    assertThat(new Jar().post("/api/v1/session/factor", Map.of("code", code)).status())
        .as("no password before")
        .isEqualTo(403);
  }

  @Test
  void signIn_manyAtOnceWithOneTicket_opensOneSession() throws Exception {
    Browser ines = Browsers.member(Role.ANALYST);
    List<String> paper = new ArrayList<>();
    turnOn(ines, paper);
    var door = new Jar();
    door.post("/api/v1/session", password(ines));

    try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Integer>> all = new ArrayList<>();
      for (String code : paper.subList(0, 8)) {
        all.add(() -> door.copy().post("/api/v1/session/factor", Map.of("code", code)).status());
      }
      long opened = 0;
      for (var one : many.invokeAll(all)) {
        opened += one.get() == 200 ? 1 : 0;
      }
      assertThat(opened).isEqualTo(1);
    }
  }

  @Test
  void signIn_wrongCodes_mustWait() {
    Browser ines = Browsers.member(Role.ANALYST);
    String secret = turnOn(ines);
    var door = new Jar();
    door.post("/api/v1/session", password(ines));

    IntStream.range(0, 10)
        .forEach(_ -> door.post("/api/v1/session/factor", Map.of("code", "abcde-fghjk")));
    door.post("/api/v1/session", password(ines));
    Answer late = door.post("/api/v1/session/factor", Map.of("code", code(secret, 1)));

    assertThat(late.status()).as("the right password forgives no wrong codes").isEqualTo(429);
  }

  @Test
  void signIn_passwordChangedMeanwhile_endsTheHalfSession() {
    Browser ines = Browsers.member(Role.ANALYST);
    String secret = turnOn(ines);
    var door = new Jar();
    door.post("/api/v1/session", password(ines));

    ines.send(
        "PUT",
        "/api/v1/me/password",
        Map.of("old", Browsers.PASSWORD, "password", "another lantern in the rain"));

    assertThat(door.post("/api/v1/session/factor", Map.of("code", code(secret, 1))).status())
        .isEqualTo(403);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "{\"code\":[\"123456\",\"123457\"]}",
        "{\"code\":{\"a\":1}}",
        "{\"code\":123456}",
        "{\"code\":null}",
        "{\"code\":\"123456\",\"code\":\"123457\"}",
        "{\"code\":\"123456\",\"account\":\"x\"}",
        "[]"
      })
  void code_oddShapes_areRefused(String body) {
    Browser ines = Browsers.member(Role.ANALYST);
    turnOn(ines);
    var door = new Jar();
    door.post("/api/v1/session", password(ines));

    assertThat(door.postText("/api/v1/session/factor", body).status()).isEqualTo(400);
  }

  @Test
  void turnOn_again_endsOtherSessionsAndAsksThePassword() {
    Browser ines = Browsers.member(Role.ANALYST);
    Browser elsewhere = Browsers.signIn(ines.id(), ines.email(), Browsers.PASSWORD);

    assertThat(ines.send("POST", ME + "/codes", Map.of()).status()).isEqualTo(400);
    assertThat(ines.send("POST", ME + "/codes", Map.of("password", "wrong")).status())
        .isEqualTo(400);
    turnOn(ines);

    assertThat(elsewhere.get("/api/v1/topics").status()).isEqualTo(401);
    assertThat(ines.get("/api/v1/topics").status()).isEqualTo(200);
  }

  @Test
  void turnOff_needsPasswordAndCode() {
    Browser ines = Browsers.member(Role.ANALYST);
    String secret = turnOn(ines);

    assertThat(ines.send("POST", ME + "/codes/remove", PROOF).status()).isEqualTo(400);
    Answer off =
        ines.send(
            "POST",
            ME + "/codes/remove",
            Map.of("password", Browsers.PASSWORD, "code", code(secret, 1)));

    assertThat(off.status()).isEqualTo(204);
    assertThat(ines.get(ME).json().path("codesSince").isNull()).isTrue();
  }

  @Test
  void factors_byToken_areOutOfReach() {
    assertThat(ServerFixture.get(ME).status()).isEqualTo(403);
    assertThat(ServerFixture.post(ME + "/codes", PROOF).status()).isEqualTo(403);
    assertThat(new Jar().get(ME).status()).isIn(401, 403);
  }

  @Test
  void passkey_registered_signsInAloneAndOnce() {
    Browser ines = Browsers.member(Role.ANALYST);
    SoftKey device = register(ines);
    var door = new Jar();
    String challenge =
        door.post("/api/v1/session/passkey/ask", Map.of()).json().path("challenge").asString();
    var shown = device.show(challenge);
    Jar copy = door.copy();

    Answer in = door.post("/api/v1/session/passkey", shown);

    assertThat(in.json().path("person").path("email").asString()).isEqualTo(ines.email());
    assertThat(copy.post("/api/v1/session/passkey", shown).status()).as("twice").isEqualTo(403);
    assertThat(new Jar().post("/api/v1/session/passkey", device.show(challenge)).status())
        .as("in another browser")
        .isEqualTo(403);
  }

  @Test
  void passkey_challengeForAnotherPurpose_isWorthNothing() {
    Browser ines = Browsers.member(Role.ANALYST);
    SoftKey device = register(ines);
    Answer asked = ines.send("POST", ME + "/passkeys/ask", PROOF);
    var door = new Jar();
    door.keep(asked, "wordborne-passkey_new", "wordborne-passkey");

    var shown = device.show(asked.json().path("challenge").asString());

    assertThat(door.post("/api/v1/session/passkey", shown).status()).isEqualTo(403);
  }

  @Test
  void rule_on_shutsOutWhoHasNoSecondFactor() {
    WorkspaceId team = Browsers.workspace("Careful " + UUID.randomUUID());
    Browser owner = Browsers.member(team, Role.OWNER);
    Browser ruth = Browsers.member(team, Role.ANALYST);
    var rule = "/api/v1/workspace/second-factor";
    assertThat(owner.send("PUT", rule, Map.of("asked", true)).status())
        .as("would shut herself out")
        .isEqualTo(409);
    assertThat(ruth.send("PUT", rule, Map.of("asked", true)).status()).isEqualTo(403);
    turnOn(owner);

    assertThat(owner.send("PUT", rule, Map.of("asked", true)).status()).isEqualTo(200);

    assertThat(owner.get("/api/v1/topics").status()).isEqualTo(200);
    assertThat(ruth.get("/api/v1/topics").status()).isEqualTo(403);
    assertThat(ruth.get("/api/v1/events").status()).isEqualTo(403);
    assertThat(ruth.get("/api/v1/session").json().path("state").asString())
        .isEqualTo("factor-wanted");
    turnOn(ruth);
    assertThat(ruth.get("/api/v1/topics").status()).isEqualTo(200);
  }

  @Test
  void rule_on_asksThePasskeyOfWhoHasOne() {
    WorkspaceId team = Browsers.workspace("Keys " + UUID.randomUUID());
    Browser owner = Browsers.member(team, Role.OWNER);
    register(owner);
    assertThat(new Jar().post("/api/v1/session", password(owner)).json().path("state").asString())
        .isEqualTo("signed-in");

    owner.send("PUT", "/api/v1/workspace/second-factor", Map.of("asked", true));

    JsonNode half = new Jar().post("/api/v1/session", password(owner)).json();
    assertThat(half.path("state").asString()).isEqualTo("second-factor");
    assertThat(half.path("second").path("passkeys").asBoolean()).isTrue();
  }

  @Test
  void rule_off_asksThePassword() {
    WorkspaceId team = Browsers.workspace("Off " + UUID.randomUUID());
    Browser owner = Browsers.member(team, Role.OWNER);
    turnOn(owner);
    var rule = "/api/v1/workspace/second-factor";
    owner.send("PUT", rule, Map.of("asked", true));

    assertThat(owner.send("PUT", rule, Map.of("asked", false)).status()).isEqualTo(400);
    assertThat(owner.send("PUT", rule, Map.of("asked", false, "password", "wrong")).status())
        .isEqualTo(400);
    assertThat(owner.get(rule).json().path("asked").asBoolean()).isTrue();
    Answer off = owner.send("PUT", rule, Map.of("asked", false, "password", Browsers.PASSWORD));
    assertThat(off.json().path("asked").asBoolean(true)).isFalse();
  }

  /// Who knows the password of somebody with a passkey must not come to a factor of their own.
  @Test
  void change_bySessionThatShowedNoFactor_isRefused() {
    Browser ines = Browsers.member(Role.ANALYST);
    register(ines);
    Browser thief = Browsers.signIn(ines.id(), ines.email(), Browsers.PASSWORD);
    String passkey = thief.get(ME).json().at("/passkeys/0/id").asString();

    for (String path :
        List.of(
            "/codes",
            "/codes/confirm",
            "/codes/remove",
            "/recovery",
            "/passkeys/ask",
            "/passkeys",
            "/passkeys/" + passkey + "/remove",
            "/company",
            "/company/answer",
            "/company/remove")) {
      assertThat(thief.send("POST", ME + path, Map.of()).status()).as(path).isEqualTo(403);
    }
    assertThat(ines.send("POST", ME + "/codes", PROOF).status()).isEqualTo(200);
  }

  @Test
  void passkey_wronglyShown_standsInTheBook() {
    WorkspaceId team = Browsers.workspace("Book " + UUID.randomUUID());
    Browser owner = Browsers.member(team, Role.OWNER);
    SoftKey device = register(owner);
    var door = new Jar();
    door.post("/api/v1/session/passkey/ask", Map.of());

    Answer wrong = door.post("/api/v1/session/passkey", device.show("AAAA"));

    assertThat(wrong.status()).isEqualTo(400);
    assertThat(Browsers.refusedSignIns(owner, team)).isEqualTo(1);
  }

  @Test
  void clear_byOwner_onlyOfWhoWorksNowhereElse() {
    WorkspaceId team = Browsers.workspace("Clear " + UUID.randomUUID());
    Browser owner = Browsers.member(team, Role.OWNER);
    Browser ruth = Browsers.member(team, Role.ANALYST);
    Browser both = Browsers.member(team, Role.ANALYST);
    Browsers.join(both, Browsers.workspace("Elsewhere " + UUID.randomUUID()), Role.ANALYST);
    Browser stranger = Browsers.member(Role.ANALYST);
    turnOn(ruth);

    assertThat(clear(ruth, owner).status()).as("not an owner").isEqualTo(403);
    assertThat(clear(owner, stranger).status()).as("no member").isEqualTo(404);
    assertThat(clear(owner, both).status()).as("works elsewhere too").isEqualTo(403);
    assertThat(clear(owner, ruth).status()).isEqualTo(204);

    assertThat(ruth.get("/api/v1/topics").status()).as("her session ended").isEqualTo(401);
    assertThat(new Jar().post("/api/v1/session", password(ruth)).json().path("state").asString())
        .isEqualTo("signed-in");
  }

  private static Answer clear(Browser by, Browser whom) {
    return by.send("POST", "/api/v1/members/" + whom.id() + "/factors/clear", Map.of());
  }

  static SoftKey register(Browser who) {
    var device = new SoftKey(ServerFixture.bean(PasskeyPlace.class).origin());
    Answer asked = who.send("POST", ME + "/passkeys/ask", PROOF);
    assertThat(asked.status()).isEqualTo(200);
    var made =
        device.make(
            asked.json().path("challenge").asString(), asked.json().path("handle").asString());
    var jar = new Jar();
    jar.signedIn(who);
    jar.keep(asked, "wordborne-passkey_new", "wordborne-passkey_new");
    Answer added =
        jar.post(
            ME + "/passkeys",
            Map.of(
                "name", "this desk",
                "attestation", made.attestation(),
                "clientData", made.clientData(),
                "transports", made.transports()));
    assertThat(added.status()).as(added.body()).isEqualTo(201);
    return device;
  }

  static String turnOn(Browser who) {
    return turnOn(who, new ArrayList<>());
  }

  static String turnOn(Browser who, List<String> paper) {
    String secret = who.send("POST", ME + "/codes", PROOF).json().path("secret").asString();
    Answer on = who.send("POST", ME + "/codes/confirm", Map.of("code", code(secret, 0)));
    assertThat(on.status()).as(on.body()).isEqualTo(200);
    on.json().path("codes").forEach(code -> paper.add(code.asString()));
    return secret;
  }

  private static String code(String secret, int stepsOn) {
    return OtherTotp.code(secret, Instant.now().getEpochSecond() + 30L * stepsOn);
  }

  private static Map<String, String> password(Browser who) {
    return Map.of("email", who.email(), "password", Browsers.PASSWORD);
  }
}
