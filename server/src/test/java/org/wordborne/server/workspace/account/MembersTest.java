package org.wordborne.server.workspace.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.ServerFixture.Answer;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SecretBox;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.access.Role;
import org.wordborne.server.workspace.account.Browsers.Browser;
import tools.jackson.databind.json.JsonMapper;

/// Members, and how one becomes one.
class MembersTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String ACCEPT = "/api/v1/session/invitation/accept";
  private final WorkspaceId place = Browsers.workspace("Members");
  private final Browser owner = Browsers.member(place, Role.OWNER);

  @ParameterizedTest(name = "{0} changes a {1} to {2}: {3}")
  @CsvSource({
    "owner, analyst, owner, 200",
    "owner, owner, client, 200",
    "manager, analyst, responder, 200",
    "manager, analyst, owner, 403",
    "manager, owner, client, 403",
    "responder, analyst, client, 403",
    "client, analyst, client, 403",
  })
  void change_ofARole_needsTheRight(String who, String now, String next, int status) {
    Browser by = Browsers.member(place, Role.of(who).orElseThrow());
    Browser other = Browsers.member(place, Role.of(now).orElseThrow());

    Answer answer = by.send("PATCH", member(other), Map.of("role", next));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(other.get("/api/v1/session").json().path("role").asString())
        .isEqualTo(status == 200 ? next : now);
  }

  @Test
  void change_ofTheLastOwner_isRefused() {
    Browsers.member(place, Role.MANAGER);

    assertThat(owner.send("PATCH", member(owner), Map.of("role", "manager")).status())
        .isEqualTo(409);
    assertThat(owner.send("PATCH", member(owner), Map.of("suspended", true)).status())
        .isEqualTo(409);
    assertThat(owner.send("DELETE", member(owner), Map.of()).status()).isEqualTo(409);
    assertThat(owner.get("/api/v1/session").json().path("role").asString()).isEqualTo("owner");
  }

  @Test
  void change_ofTwoOwnersByEachOther_leavesOne() throws Exception {
    Browser second = Browsers.member(place, Role.OWNER);

    List<Integer> statuses =
        MembersTest.<Integer>atOnce(
            List.of(
                () -> owner.send("DELETE", member(second), Map.of()).status(),
                () -> second.send("DELETE", member(owner), Map.of()).status()));

    assertThat(statuses).contains(204).doesNotContain(500);
    assertThat(statuses.stream().filter(status -> status == 204)).hasSize(1);
  }

  @Test
  void suspend_andActivate_shutAndOpenAtOnce() {
    Browser ada = Browsers.member(place, Role.ANALYST);

    owner.send("PATCH", member(ada), Map.of("suspended", true));
    assertThat(ada.get("/api/v1/status").status()).isEqualTo(401);

    owner.send("PATCH", member(ada), Map.of("suspended", false));
    Browser again = Browsers.signIn(ada.id(), ada.email(), Browsers.PASSWORD);
    assertThat(again.get("/api/v1/status").status()).isEqualTo(200);
    assertThat(ada.get("/api/v1/status").status()).as("the session of before ended").isEqualTo(401);
  }

  @Test
  void remove_ofWhoWorksElsewhereToo_leavesThemThere() {
    WorkspaceId other = Browsers.workspace("Elsewhere");
    Browser ada = Browsers.member(place, Role.RESPONDER);
    Browsers.join(ada, other, Role.CLIENT);
    UUID conversation = conversationOf(ada);

    assertThat(owner.send("DELETE", member(ada), Map.of()).status()).isEqualTo(204);

    assertThat(ada.get("/api/v1/status", place).status()).isEqualTo(404);
    assertThat(ada.get("/api/v1/session").json().path("role").asString()).isEqualTo("client");
    assertThat(assignee(conversation)).isNull();
    assertThat(owner.send("DELETE", member(ada), Map.of()).status()).isEqualTo(404);
  }

  @Test
  void invitation_byLink_makesAMemberOnce() {
    String code = invite(owner, "responder", null);

    assertThat(show(code).json().path("role").asString()).isEqualTo("responder");
    assertThat(show(code).json().path("workspace").asString()).isEqualTo("Members");
    Answer accepted = accept(code, "new1@example.org");
    assertThat(accepted.status()).isEqualTo(200);
    assertThat(accepted.header("Set-Cookie")).contains("HttpOnly");
    assertThat(accept(code, "new2@example.org").status()).isEqualTo(404);
    assertThat(show(code).status()).isEqualTo(404);
    Browser ada = Browsers.signIn(owner.id(), "new1@example.org", Browsers.PASSWORD);
    assertThat(ada.get("/api/v1/session").json().path("role").asString()).isEqualTo("responder");
  }

  @Test
  void invitation_acceptedFiftyTimesAtOnce_makesOneMember() throws Exception {
    String code = invite(owner, "client", null);
    int before = members();
    var tries = new ArrayList<Callable<Integer>>();
    for (int i = 0; i < 50; i++) {
      String email = "crowd" + i + "-" + place + "@example.org";
      tries.add(() -> accept(code, email).status());
    }

    List<Integer> statuses = atOnce(tries);

    assertThat(statuses.stream().filter(status -> status == 200)).hasSize(1);
    assertThat(statuses).allMatch(status -> status == 200 || status == 404 || status == 429);
    assertThat(members()).isEqualTo(before + 1);
    Long accounts =
        ServerFixture.transactions()
            .outside(
                jdbc ->
                    jdbc.sql("select count(*) from account where email like ?")
                        .param("crowd%-" + place + "@example.org")
                        .query(Long.class)
                        .single());
    assertThat(accounts).as("who came too late has no account").isEqualTo(1);
  }

  @Test
  void invitation_ofAnAccountThatIsThere_needsItsPasswordAndOpensNoSession() {
    WorkspaceId hers = Browsers.workspace("Hers");
    Browser ada = Browsers.member(hers, Role.OWNER);
    String code = invite(owner, "analyst", null);

    assertThat(accept(code, ada.email(), "some other password").status()).isEqualTo(403);
    assertThat(Browsers.refusedSignIns(ada, hers)).isEqualTo(1);
    Answer accepted = accept(code, ada.email());

    assertThat(accepted.status()).isEqualTo(200);
    assertThat(accepted.header("Set-Cookie")).isEmpty();
    assertThat(ada.get("/api/v1/session", place).json().path("role").asString())
        .isEqualTo("analyst");
  }

  @Test
  void invitation_acceptedBySession_needsTheCompanion() {
    Browser ada = Browsers.member(Browsers.workspace("Hers"), Role.OWNER);
    String code = invite(owner, "analyst", null);
    var bare = new Browser(ada.id(), ada.email(), ada.cookie(), "");

    assertThat(bare.send("POST", ACCEPT, Map.of("code", code)).status()).isEqualTo(403);
    assertThat(ada.send("POST", ACCEPT, Map.of("code", code)).status()).isEqualTo(200);
    String second = invite(owner, "analyst", null);
    assertThat(ada.send("POST", ACCEPT, Map.of("code", second)).status()).isEqualTo(409);
    assertThat(show(second).status()).as("it is not used up").isEqualTo(200);
  }

  @Test
  void invitation_byMail_isForThatAddressAndToldToNobodyElse() {
    owner.send("PUT", "/api/v1/mail", place, mail());
    Answer made =
        owner.send(
            "POST",
            "/api/v1/invitations",
            Map.of("role", "manager", "email", "Mia@example.org", "language", "de"));

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().path("link").isNull()).isTrue();
    String text = letter("Mia@example.org");
    assertThat(text).contains("Sie sind eingeladen");
    String code = text.replaceAll("(?s).*#([A-Za-z0-9_-]+).*", "$1");
    assertThat(accept(code, "eve@example.org").status()).isEqualTo(403);
    assertThat(accept(code, "mia@example.org").status()).isEqualTo(200);
  }

  @Test
  void invitation_renewedOrWithdrawn_leadsNowhereByItsOldLink() {
    Answer made = owner.send("POST", "/api/v1/invitations", Map.of("role", "client"));
    String path = "/api/v1/invitations/" + made.json().path("id").asString();
    String first = code(made);

    String second = code(owner.send("POST", path + "/renew", Map.of()));
    assertThat(show(first).status()).isEqualTo(404);
    assertThat(show(second).status()).isEqualTo(200);

    assertThat(owner.send("DELETE", path, Map.of()).status()).isEqualTo(204);
    assertThat(show(second).status()).isEqualTo(404);
    assertThat(owner.get("/api/v1/invitations").json().path("invitations").size()).isZero();
  }

  @Test
  void invitation_renewedByAnother_isGoodByTheirWord() {
    Browser boss = Browsers.member(place, Role.MANAGER);
    Answer made = boss.send("POST", "/api/v1/invitations", Map.of("role", "analyst"));
    String path = "/api/v1/invitations/" + made.json().path("id").asString();

    String code = code(owner.send("POST", path + "/renew", Map.of()));
    owner.send("DELETE", member(boss), Map.of());

    assertThat(show(code).status()).isEqualTo(200);
    assertThat(owner.get("/api/v1/invitations").json().at("/invitations/0/by").asString())
        .isEqualTo("Owner" + owner.email().replaceAll("\\D", ""));
  }

  @Test
  void invitation_ofSomebodyWhoMayNoMore_leadsNowhere() {
    Browser boss = Browsers.member(place, Role.MANAGER);
    String code = invite(boss, "analyst", null);

    owner.send("PATCH", member(boss), Map.of("role", "client"));

    assertThat(show(code).status()).isEqualTo(404);
    assertThat(accept(code, "late@example.org").status()).isEqualTo(404);
  }

  @Test
  void invitation_pastItsSevenDays_leadsNowhere() {
    String code = invite(owner, "analyst", null);

    ServerFixture.transactions()
        .run(
            Scope.of(place),
            jdbc ->
                jdbc.sql("update invitation set expires_at = expires_at - interval '7 days'")
                    .update());

    assertThat(accept(code, "old@example.org").status()).isEqualTo(404);
  }

  @Test
  void invitation_asOwnerByAManager_isRefused() {
    Browser boss = Browsers.member(place, Role.MANAGER);

    Answer answer = boss.send("POST", "/api/v1/invitations", Map.of("role", "owner"));

    assertThat(answer.status()).isEqualTo(403);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "{\"role\":[\"client\"]}",
        "{\"role\":null}",
        "{\"role\":\"server\"}",
        "{\"role\":\"client\",\"email\":[\"a@b.example\",\"c@d.example\"]}",
        "{\"role\":\"client\",\"email\":\"a@b.example,c@d.example\"}",
        "{\"role\":\"client\",\"operator\":true}",
      })
  void invitation_ofAnotherShape_isRefused(String body) {
    assertThat(ServerFixture.post("/api/v1/invitations", body).status()).isEqualTo(400);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"", "x", "AAAA", "%00", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void show_ofNoInvitation_findsNothing(String code) {
    assertThat(show(code).status()).isEqualTo(404);
  }

  private String invite(Browser by, String role, @Nullable String email) {
    var wanted = new HashMap<String, @Nullable Object>();
    wanted.put("role", role);
    wanted.put("email", email);
    return code(by.send("POST", "/api/v1/invitations", wanted));
  }

  private static String code(Answer made) {
    String link = made.json().path("link").asString();
    return link.substring(link.indexOf('#') + 1);
  }

  private static Answer show(String code) {
    return post("/api/v1/session/invitation", Map.of("code", code));
  }

  private static Answer accept(String code, String email) {
    return accept(code, email, Browsers.PASSWORD);
  }

  private static Answer accept(String code, String email, String password) {
    return post(ACCEPT, Map.of("code", code, "email", email, "name", "New", "password", password));
  }

  private static Answer post(String path, Object body) {
    return ServerFixture.send(
        ServerFixture.request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build());
  }

  private static String member(Browser who) {
    return "/api/v1/members/" + who.id();
  }

  private int members() {
    return owner.get("/api/v1/members").json().path("members").size();
  }

  private static <T> List<T> atOnce(List<Callable<T>> tries) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var results = new ArrayList<T>();
      for (Future<T> one : threads.invokeAll(tries)) {
        results.add(one.get());
      }
      return results;
    }
  }

  private UUID conversationOf(Browser who) {
    UUID id = UUID.randomUUID();
    ServerFixture.transactions()
        .run(
            Scope.of(place),
            jdbc ->
                jdbc.sql(
                        """
                        insert into conversation (workspace_id, id, thread_id, title, title_mention,
                          opener_mention, state, assignee_id, rank, reasons, waits_since, audience,
                          last_at)
                        values (?, ?, ?, 'a word', ?, ?, 'open', ?, 1, '[]', now(), 1, now())
                        """)
                    .params(place.value(), id, id, id, id, who.id())
                    .update());
    return id;
  }

  private @Nullable UUID assignee(UUID conversation) {
    return ServerFixture.transactions()
        .<java.util.Optional<UUID>>in(
            Scope.of(place),
            jdbc ->
                jdbc.sql("select assignee_id from conversation where id = ?")
                    .param(conversation)
                    .query((row, _) -> java.util.Optional.ofNullable(row.getObject(1, UUID.class)))
                    .single())
        .orElse(null);
  }

  private static Map<String, Object> mail() {
    return Map.of(
        "host", "mail.example", "port", 587, "tls", "starttls", "from", "team@example.org");
  }

  private String letter(String to) {
    return ServerFixture.transactions()
        .in(
            Scope.of(place),
            jdbc ->
                jdbc.sql("select id, body from delivery where lower(to_text) = lower(?)")
                    .param(to)
                    .query(
                        (row, _) ->
                            ServerFixture.bean(SecretBox.class)
                                .open(row.getObject("id", UUID.class), row.getBytes("body")))
                    .single());
  }
}
