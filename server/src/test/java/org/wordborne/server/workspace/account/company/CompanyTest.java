package org.wordborne.server.workspace.account.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.ForbiddenException;

/// The company's sign-in against a real one on loopback: what is believed, and what is not.
class CompanyTest {
  private final Company company = ServerFixture.bean(Company.class);
  private final CompanySettings settings = ServerFixture.bean(CompanySettings.class);
  private StubCompany stub = new StubCompany(ServerFixture.allowedPort());

  @BeforeEach
  void open() {
    stub.person("p-1", "petra@muster.example", true);
    settings.write(
        new CompanySetting(stub.issuer(), StubCompany.CLIENT, "Muster", List.of(), "analyst"),
        StubCompany.SECRET);
  }

  @AfterEach
  void close() {
    settings.remove();
    stub.close();
  }

  @Test
  void person_signedIn_isWhoTheTokenNames() {
    var ask = company.ask();

    var person = company.person(ask, answer(stub.visit(company.address(ask))));

    assertThat(person.subject()).isEqualTo("p-1");
    assertThat(person.email()).contains("petra@muster.example");
    assertThat(person.twoFactors()).isFalse();
  }

  @Test
  void person_mailNotVerified_hasNone() {
    stub.person("p-1", "boss@lantern.example", false);
    var ask = company.ask();

    var person = company.person(ask, answer(stub.visit(company.address(ask))));

    assertThat(person.email()).isEmpty();
  }

  static Stream<Arguments> lies() {
    long now = Instant.now().getEpochSecond();
    return Stream.of(
        Arguments.of("iss", "http://127.0.0.1:1/main"),
        Arguments.of("aud", "another client"),
        Arguments.of("aud", List.of(StubCompany.CLIENT, "another client")),
        Arguments.of("azp", "another client"),
        Arguments.of("exp", now - 120),
        Arguments.of("exp", null),
        Arguments.of("iat", now + 600),
        Arguments.of("iat", now - 3600),
        Arguments.of("iat", null),
        Arguments.of("nonce", "of another question"),
        Arguments.of("nonce", null),
        Arguments.of("sub", ""),
        Arguments.of("sub", null));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("lies")
  void person_tokenThatIsNotForThisQuestion_isNotBelieved(String claim, @Nullable Object value) {
    stub.claims(
        said -> {
          var lie = new LinkedHashMap<>(said);
          lie.remove(claim);
          if (value != null) {
            lie.put(claim, value);
          }
          return lie;
        });
    var ask = company.ask();
    var brought = answer(stub.visit(company.address(ask)));

    assertThatThrownBy(() -> company.person(ask, brought)).isInstanceOf(ForbiddenException.class);
  }

  @ParameterizedTest(name = "{0}, foreign key: {1}")
  @CsvSource({"none, false", "RS256, true", "HS256, false", "RS512, false"})
  void person_tokenNotSignedAsItMust_isNotBelieved(String algorithm, boolean foreign) {
    stub.signsWith(algorithm, foreign);
    var ask = company.ask();
    var brought = answer(stub.visit(company.address(ask)));

    assertThatThrownBy(() -> company.person(ask, brought)).isInstanceOf(ForbiddenException.class);
  }

  @Test
  void person_codeOfAnotherBrowser_isWorthNothing() {
    var mine = company.ask();
    var theirs = company.ask();
    var brought = stub.visit(company.address(theirs));

    assertThatThrownBy(() -> company.person(mine, answer(brought)))
        .as("their answer in my browser")
        .isInstanceOf(ForbiddenException.class);
    var forged = new CompanyAnswer(brought.get("code"), mine.state(), null);
    assertThatThrownBy(() -> company.person(mine, forged))
        .as("their code under my state: the verifier does not fit")
        .isInstanceOf(ConflictException.class);
  }

  @Test
  void person_answerOfAnotherIssuer_isRefused() {
    var ask = company.ask();
    var brought = stub.visit(company.address(ask));

    var mixed =
        new CompanyAnswer(brought.get("code"), brought.get("state"), "https://evil.example");

    assertThatThrownBy(() -> company.person(ask, mixed)).isInstanceOf(ForbiddenException.class);
  }

  @Test
  void person_issuerThatSaysWho_mustSayIt() {
    stub.facts(said -> with(said, "authorization_response_iss_parameter_supported", true));
    var ask = company.ask();
    var brought = stub.visit(company.address(ask));
    var named = new CompanyAnswer(brought.get("code"), brought.get("state"), stub.issuer());

    assertThatThrownBy(() -> company.person(ask, answer(brought)))
        .isInstanceOf(ForbiddenException.class);
    assertThat(company.person(ask, named).subject()).isEqualTo("p-1");
  }

  @Test
  void person_askedBeforeTheCompanyChanged_isRefused() {
    var ask = company.ask();
    var brought = answer(stub.visit(company.address(ask)));
    settings.write(
        new CompanySetting(
            "https://id.other.example", StubCompany.CLIENT, "Other", List.of(), "analyst"),
        "secret");

    assertThatThrownBy(() -> company.person(ask, brought)).isInstanceOf(ForbiddenException.class);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource({
    "issuer, https://evil.example",
    "token_endpoint, http://evil.example/token",
    "jwks_uri, file:///etc/passwd",
    "authorization_endpoint, javascript:alert(1)",
    "token_endpoint_auth_methods_supported, private_key_jwt",
  })
  void address_companyThatSaysWhatIsUnsafe_isNotAsked(String fact, String value) {
    Object said = fact.endsWith("supported") ? List.of(value) : value;
    stub.facts(own -> with(own, fact, said));
    var ask = company.ask();

    assertThatThrownBy(() -> company.address(ask)).isInstanceOf(ConflictException.class);
  }

  @Test
  void address_ofTheQuestion_namesThePlaceThatIsConfigured() {
    String address = company.address(company.ask());

    assertThat(address)
        .startsWith(stub.issuer() + "/authorize?response_type=code&client_id=wordborne+%26+co&")
        .contains("redirect_uri=http%3A%2F%2F127.0.0.1%3A", "%2Fsign-in%2Foidc%2Fcallback&")
        .contains("code_challenge_method=S256")
        .doesNotContain(StubCompany.SECRET);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "http://id.muster.example",
        "https://user@id.muster.example",
        "https://id.muster.example/#x",
        "https://id.muster.example/?tenant=1",
        "id.muster.example",
        ""
      })
  void write_issuerThatIsNone_isRefused(String issuer) {
    var wanted = new CompanySetting(issuer, "c", "", List.of(), "analyst");

    assertThatThrownBy(() -> settings.write(wanted, "secret"))
        .isInstanceOf(BadInputException.class);
  }

  /// Class 22: labels are compared, not ends of texts.
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "petra@muster.example, true",
    "petra@MUSTER.example, true",
    "petra@attacker-muster.example, false",
    "petra@sub.muster.example, false",
    "petra@muster.example.evil.example, false",
    "petra@muster.example@evil.example, false",
    "petra@example, false",
    "'petra@muster.example ', true",
    "petra@mu\u00dfter.example, false",
  })
  void lets_domainsThatLookLikeIt_areOthers(String email, boolean let) {
    var setting = new CompanySetting("", "", "", List.of("muster.example"), "analyst");

    assertThat(setting.lets(email)).isEqualTo(let);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "//evil.example",
        "/\\evil.example",
        "/\\/evil.example",
        "%2f%2fevil.example",
        "/%2f%2fevil.example",
        "/%5cevil.example",
        "/a//evil.example",
        "/%252f%252fevil.example",
        "https://evil.example",
        "javascript:alert(1)",
        "/now\r\nSet-Cookie: x",
        "/\t/evil.example",
        "now",
        ""
      })
  void of_whatCouldLeadElsewhere_isHome(String next) {
    assertThat(LocalPath.of(next)).isEqualTo("/");
    assertThat(LocalPath.of(null)).isEqualTo("/");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"/", "/now", "/w/lantern/listen?query=caf%C3%A9&x=1", "/settings/security"})
  void of_aPathOfOurs_isKept(String next) {
    assertThat(LocalPath.of(next)).isEqualTo(next);
  }

  private static CompanyAnswer answer(Map<String, String> brought) {
    return new CompanyAnswer(brought.get("code"), brought.get("state"), null);
  }

  private static Map<String, Object> with(Map<String, Object> said, String name, Object value) {
    var more = new LinkedHashMap<>(said);
    more.put(name, value);
    return more;
  }
}
