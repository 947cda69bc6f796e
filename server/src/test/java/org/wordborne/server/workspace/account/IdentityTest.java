package org.wordborne.server.workspace.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.ServerFixture.Answer;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.Workspaces;
import org.wordborne.server.workspace.access.Role;
import org.wordborne.server.workspace.account.Browsers.Browser;

/// Who is signed in, where, and for how long that holds.
class IdentityTest {
  private static final String SESSION = "/api/v1/session";

  @Test
  void session_ofAMemberElsewhere_isAboutThatWorkspace() {
    WorkspaceId harbour = Browsers.workspace("Harbour Books");
    Browser ada = Browsers.member(harbour, Role.RESPONDER);

    var view = ada.get(SESSION).json();

    assertThat(view.path("workspace").path("id").asString()).isEqualTo(harbour.toString());
    assertThat(view.path("workspace").path("prefix").asString()).startsWith("/w/harbour-books");
    assertThat(view.path("role").asString()).isEqualTo("responder");
    assertThat(view.path("permissions").valueStream().map(one -> one.asString()))
        .containsExactly("see", "read", "export", "answer");
  }

  @Test
  void session_namedWorkspace_isAboutIt() {
    WorkspaceId mill = Browsers.workspace("Mill");
    Browser ada = Browsers.member(Role.OWNER);
    Browsers.join(ada, mill, Role.CLIENT);

    var view = ada.get(SESSION, mill).json();

    assertThat(view.path("workspace").path("name").asString()).isEqualTo("Mill");
    assertThat(view.path("role").asString()).isEqualTo("client");
    assertThat(view.path("workspaces").size()).isEqualTo(2);
    assertThat(ada.get("/api/v1/members", mill).status()).isEqualTo(403);
    assertThat(ada.get("/api/v1/members").status()).isEqualTo(200);
    assertThat(ada.get("/api/v1/status?workspace=" + mill).status()).isEqualTo(200);
  }

  @Test
  void request_ofAForeignWorkspace_isAnsweredAsIfThereWereNone() {
    WorkspaceId foreign = Browsers.workspace("Foreign");
    Browser ada = Browsers.member(Role.OWNER);

    Answer named = ada.get("/api/v1/status", foreign);
    Answer none = ada.get("/api/v1/status", new WorkspaceId(UUID.randomUUID()));

    assertThat(named.status()).isEqualTo(404);
    assertThat(none.status()).isEqualTo(404);
    assertThat(named.body()).isEqualTo(none.body());
    assertThat(ada.get("/api/v1/status?workspace=" + foreign).status()).isEqualTo(404);
    assertThat(ada.get("/api/v1/status?workspace=x&workspace=y").status()).isEqualTo(404);
  }

  @ParameterizedTest(name = "{0} at {1}: {2}")
  @CsvSource({
    "invited, /api/v1/status, 401",
    "suspended, /api/v1/status, 401",
    "suspended, /api/v1/members, 401",
    "active, /api/v1/status, 200",
  })
  void request_ofAMemberInThatState_isAnswered(String state, String path, int status) {
    WorkspaceId place = Browsers.workspace("Place");
    Browser ada = Browsers.member(place, Role.OWNER);

    ServerFixture.transactions()
        .run(
            Scope.of(place), jdbc -> jdbc.sql("update member set state = ?").param(state).update());

    assertThat(ada.get(path).status()).isEqualTo(status);
  }

  @Test
  void memberships_readForSomebody_showOnlyTheirs() {
    WorkspaceId place = Browsers.workspace("Theirs");
    Browser ada = Browsers.member(place, Role.OWNER);
    Browsers.member(place, Role.OWNER);

    List<UUID> seen =
        ServerFixture.transactions()
            .acrossFor(
                ada.id(),
                jdbc -> jdbc.sql("select account_id from member").query(UUID.class).list());
    Long workspaces =
        ServerFixture.transactions()
            .acrossFor(
                ada.id(),
                jdbc -> jdbc.sql("select count(*) from workspace").query(Long.class).single());

    assertThat(seen).containsExactly(ada.id());
    assertThat(workspaces).isZero();
  }

  @Test
  void acrossFor_withAWorkspaceInside_isRefused() {
    var transactions = ServerFixture.transactions();
    Scope scope = ServerFixture.freshScope();

    assertThatThrownBy(
            () ->
                transactions.acrossFor(
                    UUID.randomUUID(), _ -> transactions.in(scope, _ -> "mixed")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void all_afterAWorkspaceWasMade_listsIt() {
    WorkspaceId made = Browsers.workspace("Just made");

    assertThat(ServerFixture.bean(Workspaces.class).all()).contains(made);
  }

  @Test
  void sessions_ofOnesOwn_areListedAndEnded() {
    Browser ada = Browsers.member(Role.OWNER);
    Browser second = Browsers.signIn(ada.id(), ada.email(), Browsers.PASSWORD);

    var listed = ada.get("/api/v1/me/sessions").json().path("sessions");
    var other = listed.valueStream().filter(one -> !one.path("here").asBoolean()).toList();

    assertThat(listed.size()).isEqualTo(2);
    assertThat(other).hasSize(1);
    assertThat(other.getFirst().path("browser").asString()).isEqualTo("Firefox, Linux");
    String path = "/api/v1/me/sessions/" + other.getFirst().path("id").asString();
    assertThat(Browsers.member(Role.OWNER).send("DELETE", path, Map.of()).status()).isEqualTo(404);
    assertThat(second.get("/api/v1/status").status()).isEqualTo(200);
    assertThat(ada.send("DELETE", path, Map.of()).status()).isEqualTo(204);
    assertThat(second.get("/api/v1/status").status()).isEqualTo(401);
    assertThat(ada.get("/api/v1/status").status()).isEqualTo(200);
  }

  @Test
  void password_changed_endsTheOthersAndIsTheOneThatHolds() {
    Browser ada = Browsers.member(Role.OWNER);
    Browser second = Browsers.signIn(ada.id(), ada.email(), Browsers.PASSWORD);
    String next = "another lantern, same rain";

    Answer wrong = change(ada, "not it, not it", next);
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.json().path("field").asString()).isEqualTo("old");
    assertThat(change(ada, Browsers.PASSWORD, "short").status()).isEqualTo(400);
    assertThat(second.get("/api/v1/status").status()).isEqualTo(200);
    assertThat(change(ada, Browsers.PASSWORD, next).status()).isEqualTo(204);

    assertThat(second.get("/api/v1/status").status()).isEqualTo(401);
    assertThat(ada.get("/api/v1/status").status()).isEqualTo(200);
    assertThat(Browsers.signIn(ada.id(), ada.email(), next).get("/api/v1/status").status())
        .isEqualTo(200);
  }

  @Test
  void password_byAToken_isRefused() {
    Answer answer =
        ServerFixture.put("/api/v1/me/password", Map.of("old", "x", "password", "y".repeat(20)));

    assertThat(answer.status()).isEqualTo(403);
  }

  private static Answer change(Browser who, String old, String password) {
    return who.send("PUT", "/api/v1/me/password", Map.of("old", old, "password", password));
  }
}
