package org.wordborne.server.workspace.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.ServerFixture.Answer;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.access.Role;
import org.wordborne.server.workspace.account.Browsers.Browser;
import tools.jackson.databind.JsonNode;

class TokensTest {
  private static final String TOKENS = "/api/v1/tokens";
  private final WorkspaceId place = Browsers.workspace("Tokens");

  @Test
  void token_withScopes_mayNoMoreThanThey() {
    Browser ada = Browsers.member(place, Role.OWNER);
    String token = make(ada, List.of("see"), null).path("token").asString();

    assertThat(as(token, "GET", "/api/v1/status").status()).isEqualTo(200);
    Answer refused = as(token, "GET", "/api/v1/mentions");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body()).contains("this token may not do that: it needs read");
  }

  @Test
  void token_ofSomebodyMadeClient_mayNoMoreThanAClient() {
    Browser ada = Browsers.member(place, Role.MANAGER);
    String token = make(ada, null, null).path("token").asString();
    assertThat(as(token, "GET", "/api/v1/mail").status()).isEqualTo(200);

    member(ada, "role = 'client'");
    assertThat(as(token, "GET", "/api/v1/mail").status()).isEqualTo(403);

    member(ada, "state = 'suspended'");
    assertThat(as(token, "GET", "/api/v1/status").status()).isEqualTo(401);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"own", "server", "answer", "none", ""})
  void create_withScopesOneHasNot_isRefused(String scope) {
    Browser ada = Browsers.member(place, Role.ANALYST);

    Answer answer =
        ada.send("POST", TOKENS, Map.of("name", "reports", "scopes", List.of("see", scope)));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("field").asString()).isEqualTo("scopes");
  }

  @Test
  void token_ofAnOwner_reachesNoTokensAndNotThePerson() {
    Browser ada = Browsers.member(place, Role.OWNER);
    JsonNode made = make(ada, null, null);
    String token = made.path("token").asString();

    assertThat(as(token, "GET", TOKENS).status()).isEqualTo(403);
    assertThat(as(token, "POST", TOKENS).status()).isEqualTo(403);
    assertThat(as(token, "DELETE", TOKENS + "/" + made.path("id").asString()).status())
        .isEqualTo(403);
    Answer me = as(token, "PATCH", "/api/v1/me");
    assertThat(me.status()).isEqualTo(403);
    assertThat(me.body()).contains("a token is not enough");
  }

  @Test
  void token_namedAsTheMachine_isCountedAndNotedAsAToken() {
    Browser ada = Browsers.member(place, Role.OWNER);
    String first = named(ada, "this machine");
    String second = named(ada, "this machine");

    assertThat(as(first, "GET", "/api/v1/topics").header("RateLimit")).contains("r=5999");
    assertThat(as(second, "GET", "/api/v1/topics").header("RateLimit")).contains("r=5999");
    assertThat(as(first, "PATCH", "/api/v1/workspace/look").status()).isEqualTo(200);
    JsonNode line = ada.get("/api/v1/audit?limit=1", place).json().at("/lines/0");
    assertThat(line.path("name").asString()).isEqualTo("this machine");
    assertThat(line.path("way").asString()).isEqualTo("token");
  }

  private static String named(Browser by, String name) {
    return by.send("POST", TOKENS, Map.of("name", name)).json().path("token").asString();
  }

  @Test
  void list_andRevoke_areOfOnesOwnOrOfWhoManages() {
    Browser boss = Browsers.member(place, Role.MANAGER);
    Browser ada = Browsers.member(place, Role.ANALYST);
    Browser ben = Browsers.member(place, Role.ANALYST);
    JsonNode made = make(ada, null, 3);
    String path = TOKENS + "/" + made.path("id").asString();
    assertThat(as(made.path("token").asString(), "GET", "/api/v1/status").status()).isEqualTo(200);

    assertThat(ben.get(TOKENS).json().path("tokens").size()).isZero();
    assertThat(ben.send("DELETE", path, Map.of()).status()).isEqualTo(404);
    JsonNode seen = boss.get(TOKENS).json().path("tokens").path(0);
    assertThat(seen.path("lastUsedAt").isString()).isTrue();
    assertThat(seen.path("expiresAt").isString()).isTrue();
    assertThat(seen.toString()).doesNotContain(made.path("token").asString());
    assertThat(boss.send("DELETE", path, Map.of()).status()).isEqualTo(204);
    assertThat(as(made.path("token").asString(), "GET", "/api/v1/status").status()).isEqualTo(401);
  }

  @Test
  void token_pastItsEnd_isNobodys() {
    Browser ada = Browsers.member(place, Role.OWNER);
    String token = make(ada, null, 1).path("token").asString();

    ServerFixture.transactions()
        .run(
            Scope.of(place),
            jdbc -> jdbc.sql("update api_token set expires_at = now() - interval '1 s'").update());

    assertThat(as(token, "GET", "/api/v1/status").status()).isEqualTo(401);
  }

  @Test
  void token_inAnotherWorkspace_findsNothing() {
    Browser ada = Browsers.member(place, Role.OWNER);
    String token = make(ada, null, null).path("token").asString();

    Answer answer =
        ServerFixture.send(
            ServerFixture.request("/api/v1/status")
                .header("Authorization", "Bearer " + token)
                .header("Wordborne-Workspace", ServerFixture.defaultScope().workspace().toString())
                .build());

    assertThat(answer.status()).isEqualTo(404);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "{\"name\":[\"a\"]}",
        "{\"name\":null}",
        "{\"name\":\"a\",\"scopes\":\"see\"}",
        "{\"name\":\"a\",\"scopes\":[null]}",
        "{\"name\":\"a\",\"scopes\":[]}",
        "{\"name\":\"a\",\"days\":0}",
        "{\"name\":\"a\",\"role\":\"owner\"}",
      })
  void create_ofAnotherShape_isRefused(String body) {
    assertThat(ServerFixture.post(TOKENS, body).status()).isEqualTo(400);
  }

  private static JsonNode make(Browser by, @Nullable List<String> scopes, @Nullable Integer days) {
    var wanted = new HashMap<String, @Nullable Object>();
    wanted.put("name", "reports");
    wanted.put("scopes", scopes);
    wanted.put("days", days);
    Answer made = by.send("POST", TOKENS, wanted);
    assertThat(made.status()).isEqualTo(201);
    return made.json();
  }

  private static Answer as(String token, String method, String path) {
    return ServerFixture.send(
        ServerFixture.request(path)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(
                method, java.net.http.HttpRequest.BodyPublishers.ofString("{\"name\":\"more\"}"))
            .build());
  }

  private void member(Browser who, String change) {
    ServerFixture.transactions()
        .run(
            Scope.of(place),
            jdbc ->
                jdbc.sql("update member set " + change + " where account_id = ?")
                    .param(who.id())
                    .update());
  }
}
