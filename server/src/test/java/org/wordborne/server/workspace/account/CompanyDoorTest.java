package org.wordborne.server.workspace.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.ServerFixture.Answer;
import org.wordborne.server.workspace.access.Role;
import org.wordborne.server.workspace.account.Browsers.Browser;
import org.wordborne.server.workspace.account.company.StubCompany;

/// Coming in by the company's sign-in, over HTTP, against one on loopback.
class CompanyDoorTest {
  private static final String BEGIN = "/api/v1/session/company";
  private static final String ANSWER = "/api/v1/session/company/answer";
  private static final String LINK = "/api/v1/me/factors/company";
  private final StubCompany company = new StubCompany(ServerFixture.allowedPort());
  private final String domain = "c" + UUID.randomUUID().toString().substring(0, 8) + ".example";

  @BeforeEach
  void open() {
    Browsers.operator();
    Answer set = set("analyst");
    assertThat(set.status()).as(set.body()).isEqualTo(200);
    assertThat(set.body()).doesNotContain(StubCompany.SECRET);
  }

  private Answer set(String role) {
    return ServerFixture.put(
        "/api/v1/server/company",
        Map.of(
            "issuer",
            company.issuer(),
            "clientId",
            StubCompany.CLIENT,
            "secret",
            StubCompany.SECRET,
            "name",
            "Muster",
            "domains",
            List.of(domain),
            "role",
            role));
  }

  @AfterEach
  void close() {
    ServerFixture.delete("/api/v1/server/company");
    company.close();
  }

  @Test
  void enter_unknownOfTheDomain_becomesAMemberAndStaysTheSame() {
    company.person("p-1", "petra@" + domain, true);

    JsonAnswer first = come(new Jar());
    JsonAnswer again = come(new Jar());

    assertThat(first.text("/session/state")).isEqualTo("signed-in");
    assertThat(first.text("/session/role")).isEqualTo("analyst");
    assertThat(again.text("/session/person/id")).isEqualTo(first.text("/session/person/id"));
  }

  @Test
  void enter_beforeThereIsAnOwner_isNotLetIn() {
    company.person("p-1", "petra@" + domain, true);
    UUID owner = operator(null);
    try {
      assertThat(comeRaw(new Jar()).body()).contains("has no owner yet");
    } finally {
      operator(owner);
    }
    assertThat(comeRaw(new Jar()).body()).contains("\"analyst\"").doesNotContain("\"server\"");
  }

  /* Who runs the server until now; from now on it is that account. */
  private static UUID operator(@Nullable UUID next) {
    return ServerFixture.transactions()
        .outside(
            jdbc ->
                jdbc.sql(
                        """
                        update account set operator = not operator
                        where operator or id = :id returning id
                        """)
                    .param("id", next, java.sql.Types.OTHER)
                    .query(UUID.class)
                    .single());
  }

  @Test
  void enter_knownSubjectWithAnotherMail_isTheSamePerson() {
    company.person("p-1", "petra@" + domain, true);
    JsonAnswer first = come(new Jar());

    company.person("p-1", "married@elsewhere.example", true);

    assertThat(come(new Jar()).text("/session/person/id"))
        .isEqualTo(first.text("/session/person/id"));
  }

  @Test
  void enter_anotherSubjectWithTheMailOfAnAccount_isNotLetInByThat() {
    Browser owner = Browsers.member(Role.OWNER);
    company.person("attacker", owner.email(), true);
    assertThat(comeRaw(new Jar()).status()).isEqualTo(403);

    company.person("p-1", "petra@" + domain, true);
    come(new Jar());
    company.person("p-2", "petra@" + domain, true);
    assertThat(comeRaw(new Jar()).status()).as("the address was given to another").isEqualTo(403);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"not verified", "near domain", "below domain"})
  void enter_whoIsNotOfTheDomain_isNotLetIn(String who) {
    switch (who) {
      case "not verified" -> company.person("p-3", "petra@" + domain, false);
      case "near domain" -> company.person("p-3", "petra@evil-" + domain, true);
      default -> company.person("p-3", "petra@mail." + domain, true);
    }

    assertThat(comeRaw(new Jar()).status()).isEqualTo(403);
  }

  @Test
  void enter_invitedByMail_getsTheInvitedRoleOnce() {
    String email = "guest@x" + domain;
    UUID inviting = Browsers.member(Role.OWNER).id();
    ServerFixture.transactions()
        .run(
            ServerFixture.defaultScope(),
            jdbc ->
                jdbc.sql(
                        """
                        insert into invitation (workspace_id, id, hash, role, email, language,
                          made_by, made_at, expires_at)
                        values (?, ?, sha256('x'), 'responder', ?, 'en', ?, now(),
                          now() + interval '1 day')
                        """)
                    .params(
                        ServerFixture.defaultScope().workspace().value(),
                        UUID.randomUUID(),
                        email,
                        inviting)
                    .update());
    company.person("not-verified", email, false);
    assertThat(comeRaw(new Jar()).status()).isEqualTo(403);

    company.person("guest", email, true);
    assertThat(come(new Jar()).text("/session/role")).isEqualTo("responder");

    company.person("second", email, true);
    assertThat(comeRaw(new Jar()).status())
        .as("used up, and the address has an account")
        .isEqualTo(403);
  }

  @Test
  void enter_answerInAnotherBrowserOrTwice_isRefused() {
    company.person("p-1", "petra@" + domain, true);
    var mine = new Jar();
    var theirs = new Jar();
    begin(mine);
    Map<String, String> stolen = company.visit(begin(theirs));
    Jar copy = theirs.copy();

    assertThat(mine.post(ANSWER, stolen).status()).as("theirs in mine").isEqualTo(403);
    assertThat(new Jar().post(ANSWER, stolen).status()).as("nothing asked").isEqualTo(403);
    assertThat(theirs.post(ANSWER, stolen).status()).isEqualTo(200);
    assertThat(copy.post(ANSWER, stolen).status()).as("twice").isEqualTo(403);
  }

  @Test
  void page_ofTheAnswer_doesNothingByBeingRead() {
    company.person("p-1", "petra@" + domain, true);
    var door = new Jar();
    Map<String, String> brought = company.visit(begin(door));
    String page =
        "/sign-in/oidc/callback?code=" + brought.get("code") + "&state=" + brought.get("state");

    assertThat(door.get(page).status()).isEqualTo(200);
    assertThat(door.get(page).status()).isEqualTo(200);

    assertThat(door.get("/api/v1/session").json().path("state").asString()).isEqualTo("signed-out");
    assertThat(door.post(ANSWER, brought).status()).isEqualTo(200);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"//evil.example", "/\\evil.example", "%2f%2fevil.example", "/%2f%2fevil"})
  void enter_nextThatLeadsElsewhere_goesHome(String next) {
    company.person("p-1", "petra@" + domain, true);
    var door = new Jar();
    String address = door.post(BEGIN, Map.of("next", next)).json().path("address").asString();

    Answer in = door.post(ANSWER, company.visit(address));

    assertThat(in.json().path("next").asString()).isEqualTo("/");
  }

  @Test
  void link_fromWithinASession_letsThatAccountIn() {
    Browser ines = Browsers.member(Role.ANALYST);
    company.person("ines-at-work", "other@elsewhere.example", true);
    assertThat(comeRaw(new Jar()).status()).isEqualTo(403);
    var here = new Jar();
    here.signedIn(ines);
    assertThat(here.post(LINK, Map.of()).status()).as("without the password").isEqualTo(400);

    String address =
        here.post(LINK, Map.of("password", Browsers.PASSWORD)).json().path("address").asString();
    Map<String, String> brought = company.visit(address);
    assertThat(here.copy().post(ANSWER, brought).status())
        .as("a link is no sign-in")
        .isEqualTo(403);
    String once =
        here.post(LINK, Map.of("password", Browsers.PASSWORD)).json().path("address").asString();
    assertThat(here.post(LINK + "/answer", company.visit(once)).status()).isEqualTo(204);

    assertThat(come(new Jar()).text("/session/person/id")).isEqualTo(ines.id().toString());
    here.post(LINK + "/remove", Map.of("password", Browsers.PASSWORD));
    assertThat(comeRaw(new Jar()).status()).isEqualTo(403);
  }

  @Test
  void remove_ofTheOnlyWayIn_waitsForAPassword() {
    company.person("p-1", "petra@" + domain, true);
    var here = new Jar();
    here.post(ANSWER, company.visit(begin(here)));

    Answer only = here.post(LINK + "/remove", Map.of());
    assertThat(only.status()).isEqualTo(409);
    assertThat(come(new Jar()).text("/session/state")).isEqualTo("signed-in");

    assertThat(here.put("/api/v1/me/password", Map.of("password", Browsers.PASSWORD)).status())
        .isEqualTo(204);
    assertThat(here.post(LINK + "/remove", Map.of()).status())
        .as("now the password is asked")
        .isEqualTo(400);
    assertThat(here.post(LINK + "/remove", Map.of("password", Browsers.PASSWORD)).status())
        .isEqualTo(204);
  }

  @Test
  void link_bySignInOfAnother_doesNotLinkMe() {
    Browser ines = Browsers.member(Role.ANALYST);
    company.person("attacker", "a@" + domain, true);
    var attacker = new Jar();
    Map<String, String> brought = company.visit(begin(attacker));
    var here = new Jar();
    here.signedIn(ines);

    assertThat(here.post(LINK + "/answer", brought).status()).isEqualTo(403);
  }

  @Test
  void set_byOwnerWhoDoesNotRunTheServer_isRefused() {
    Browser owner = Browsers.member(Role.OWNER);

    assertThat(owner.get("/api/v1/server/company").status()).isEqualTo(403);
    assertThat(set("owner").status()).as("nobody becomes owner by that").isEqualTo(400);
    assertThat(set("manager").status()).isEqualTo(400);
  }

  private String begin(Jar door) {
    return door.post(BEGIN, Map.of()).json().path("address").asString();
  }

  private Answer comeRaw(Jar door) {
    return door.post(ANSWER, company.visit(begin(door)));
  }

  private JsonAnswer come(Jar door) {
    Answer answer = comeRaw(door);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return new JsonAnswer(answer);
  }

  private record JsonAnswer(Answer answer) {
    String text(String pointer) {
      return answer.json().at(pointer).asString();
    }
  }
}
