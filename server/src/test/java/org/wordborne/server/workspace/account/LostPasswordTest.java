package org.wordborne.server.workspace.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.ServerFixture.Answer;
import org.wordborne.server.mailroom.ScriptedSmtp;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.access.Role;
import org.wordborne.server.workspace.account.Browsers.Browser;

/// Lost passwords: by mail, and by whoever runs the server.
class LostPasswordTest {
  private static final String ASK = "/api/v1/session/recovery";
  private static final String FINISH = ASK + "/finish";
  private static final String NEW = "a new lantern in the rain";
  private static final Pattern CODE = Pattern.compile("/recover#code=3?D?([A-Za-z0-9_-]{22})");
  private static WorkspaceId team;
  private static ScriptedSmtp smtp;

  @BeforeAll
  static void mail() {
    smtp = new ScriptedSmtp(ServerFixture.allowedPort());
    team = Browsers.workspace("Post");
    Answer set = ServerFixture.put("/api/v1/mail", leaving(smtp));
    assertThat(set.status()).as(set.body()).isEqualTo(200);
  }

  @AfterAll
  static void close() {
    ServerFixture.put("/api/v1/mail", Map.of("host", ""));
    smtp.close();
  }

  private static Map<String, Object> leaving(ScriptedSmtp by) {
    return Map.of(
        "host", "127.0.0.1",
        "port", by.port(),
        "tls", "none",
        "username", "",
        "from", "wordborne@lantern.example",
        "fromName", "Wordborne");
  }

  @Test
  void ask_byMail_endsInANewPasswordOnceAndEndsSessions() throws Exception {
    Browser ruth = Browsers.member(team, Role.ANALYST);
    assertThat(ask(ruth.email().toUpperCase(java.util.Locale.ROOT)).status()).isEqualTo(202);
    String letter = letterTo(ruth.email());
    String code = code(letter);

    assertThat(new Jar().get("/recover").status()).isEqualTo(200);
    assertThat(finish(code, "short").status()).as("costs no link").isEqualTo(400);
    assertThat(finish(code, NEW).status()).isEqualTo(204);

    assertThat(finish(code, NEW).status()).as("twice").isEqualTo(403);
    assertThat(ruth.get("/api/v1/session").json().path("state").asString())
        .as("the session from before")
        .isEqualTo("signed-out");
    assertThat(signIn(ruth, Browsers.PASSWORD).status()).isEqualTo(403);
    assertThat(signIn(ruth, NEW).status()).isEqualTo(200);
  }

  @Test
  void ask_fromAWorkspaceWithMailOfItsOwn_leavesByTheServersAlone() throws Exception {
    WorkspaceId other = Browsers.workspace("Other post");
    Browser manager = Browsers.member(other, Role.MANAGER);
    Browser ruth = Browsers.member(other, Role.ANALYST);
    try (var theirs = new ScriptedSmtp(ServerFixture.allowedPort())) {
      Answer set = manager.send("PUT", "/api/v1/mail", other, leaving(theirs));
      assertThat(set.status()).as(set.body()).isEqualTo(200);

      ask(ruth.email());

      assertThat(letterTo(ruth.email())).contains("/recover#code");
      assertThat(theirs.letters()).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(
      value = Role.class,
      names = {"OWNER", "MANAGER"})
  void mail_ofTheFirstWorkspace_isSetByWhoRunsTheServerAlone(Role role) {
    Browser member = Browsers.member(role);

    assertThat(member.send("PUT", "/api/v1/mail", Map.of("host", "")).status()).isEqualTo(403);
    assertThat(member.get("/api/v1/mail").status()).isEqualTo(200);
  }

  @Test
  void ask_unknownAddress_getsTheSameAnswer() {
    Browser ruth = Browsers.member(team, Role.ANALYST);

    Answer known = ask(ruth.email());
    Answer unknown = ask("nobody" + ruth.email());

    assertThat(unknown.status()).isEqualTo(known.status()).isEqualTo(202);
    assertThat(unknown.body()).isEqualTo(known.body()).isEmpty();
    assertThat(names(unknown)).isEqualTo(names(known));
  }

  private static List<String> names(Answer answer) {
    return answer.whole().headers().map().keySet().stream().sorted().toList();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "{\"email\":[\"%s\",\"evil@evil.example\"]}",
        "{\"email\":{\"a\":\"%s\"}}",
        "{\"email\":\"%s\",\"email\":\"evil@evil.example\"}",
        "{\"email\":\"%s\",\"to\":\"evil@evil.example\"}",
        "{\"email\":null}",
        "[\"%s\"]"
      })
  void ask_oddShapes_sendNothingElsewhere(String body) {
    Browser ruth = Browsers.member(team, Role.ANALYST);

    int status = new Jar().postText(ASK, body.formatted(ruth.email())).status();

    assertThat(status).isIn(400, 202);
    assertThat(smtp.letters()).noneMatch(letter -> letter.contains("evil.example"));
    if (!body.contains("null")) {
      assertThat(status).isEqualTo(400);
    }
  }

  @Test
  void ask_withForeignHost_writesTheConfiguredAddress() throws Exception {
    Browser ruth = Browsers.member(team, Role.ANALYST);
    ServerFixture.send(
        ServerFixture.request(ASK)
            .header("Content-Type", "application/json")
            .header("X-Forwarded-Host", "evil.example")
            .header("Forwarded", "host=evil.example")
            .POST(
                java.net.http.HttpRequest.BodyPublishers.ofString(
                    "{\"email\":\"" + ruth.email() + "\"}"))
            .build());

    assertThat(letterTo(ruth.email())).contains("http://127.0.0.1:").doesNotContain("evil");
  }

  @Test
  void finish_manyAtOnceWithOneLink_changesItOnce() throws Exception {
    Browser ruth = Browsers.member(team, Role.ANALYST);
    String code = reset(ruth);
    try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> one = () -> finish(code, NEW).status();
      var all = many.invokeAll(IntStream.range(0, 50).mapToObj(_ -> one).toList());
      List<Integer> statuses = new ArrayList<>();
      for (var answer : all) {
        statuses.add(answer.get());
      }
      assertThat(statuses).containsOnlyOnce(204).containsOnly(204, 403);
    }
  }

  @Test
  void reset_byWhoRunsTheServer_leavesTokensUnlessAllIsToEnd() {
    Browser ruth = Browsers.member(team, Role.ANALYST);
    String token =
        ruth.send("POST", "/api/v1/tokens", Map.of("name", "r")).json().path("token").asString();

    reset(Map.of("email", ruth.email()));
    assertThat(byToken(token)).isEqualTo(200);
    assertThat(ruth.get("/api/v1/topics").status()).isEqualTo(200);

    reset(Map.of("email", ruth.email(), "endAll", true));
    assertThat(byToken(token)).isEqualTo(401);
    assertThat(ruth.get("/api/v1/topics").status()).isEqualTo(401);
  }

  private static void reset(Map<String, Object> wanted) {
    Answer made = ServerFixture.post("/api/v1/server/accounts/reset", wanted);
    assertThat(made.json().path("link").asString()).contains("/recover#code=");
  }

  private static int byToken(String token) {
    return ServerFixture.send(
            ServerFixture.request("/api/v1/topics")
                .header("Authorization", "Bearer " + token)
                .build())
        .status();
  }

  @Test
  void finish_oneLink_usesUpTheOthers() {
    Browser ruth = Browsers.member(team, Role.ANALYST);
    String first = reset(ruth);
    String second = reset(ruth);

    assertThat(finish(second, NEW).status()).isEqualTo(204);

    assertThat(finish(first, NEW).status()).isEqualTo(403);
  }

  @Test
  void reset_byOwnerWhoDoesNotRunTheServer_isRefused() {
    Browser owner = Browsers.member(team, Role.OWNER);
    var whose = Map.of("email", owner.email());

    assertThat(owner.send("POST", "/api/v1/server/accounts/reset", whose).status()).isEqualTo(403);
    assertThat(owner.send("POST", "/api/v1/server/accounts/factors/clear", whose).status())
        .isEqualTo(403);
    assertThat(
            ServerFixture.post(
                    "/api/v1/server/accounts/reset", Map.of("email", "nobody@lantern.example"))
                .status())
        .isEqualTo(404);
  }

  @Test
  void clear_byWhoRunsTheServer_letsInWithThePasswordAlone() {
    Browser ruth = Browsers.member(team, Role.ANALYST);
    SecondFactorTest.register(ruth);
    ruth.send("POST", "/api/v1/me/factors/codes", Map.of("password", Browsers.PASSWORD));

    Answer cleared =
        ServerFixture.post("/api/v1/server/accounts/factors/clear", Map.of("email", ruth.email()));

    assertThat(cleared.status()).isEqualTo(204);
    assertThat(signIn(ruth, Browsers.PASSWORD).json().path("state").asString())
        .isEqualTo("signed-in");
  }

  @Test
  void finish_whoHasASecondFactor_isAskedForItAllTheSame() {
    Browser ruth = Browsers.member(team, Role.ANALYST);
    SecondFactorTest.turnOn(ruth);

    assertThat(finish(reset(ruth), NEW).status()).isEqualTo(204);

    assertThat(signIn(ruth, NEW).json().path("state").asString()).isEqualTo("second-factor");
  }

  private static Answer ask(String email) {
    return new Jar().post(ASK, Map.of("email", email));
  }

  private static Answer finish(String code, String password) {
    return new Jar().post(FINISH, Map.of("code", code, "password", password));
  }

  private static Answer signIn(Browser who, String password) {
    return new Jar().post("/api/v1/session", Map.of("email", who.email(), "password", password));
  }

  private static String reset(Browser who) {
    Answer made = ServerFixture.post("/api/v1/server/accounts/reset", Map.of("email", who.email()));
    return code(made.json().path("link").asString());
  }

  private static String code(String text) {
    var found = CODE.matcher(text.replace("=\r\n", "").replace("=\n", ""));
    assertThat(found.find()).as(text).isTrue();
    return found.group(1);
  }

  private static String letterTo(String email) throws InterruptedException {
    long end = System.nanoTime() + 30_000_000_000L;
    while (System.nanoTime() < end) {
      for (String letter : smtp.letters()) {
        if (letter.contains("To: " + email)) {
          return letter;
        }
      }
      Thread.sleep(50);
    }
    throw new AssertionError("no letter came for " + email + ": " + smtp.letters());
  }
}
