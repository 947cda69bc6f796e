package org.wordborne.server.workspace.account.company;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.ForbiddenException;
import org.wordborne.server.workspace.ServerAddress;
import org.wordborne.wire.GuardedHttp;
import org.wordborne.wire.HttpAnswer;
import org.wordborne.wire.HttpAsk;
import org.wordborne.wire.HttpFault;
import org.wordborne.wire.HttpLimits;
import org.wordborne.wire.Secret;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The company's sign-in, asked by the authorization code flow with PKCE (RFC 6749, 7636).
///
/// Where it asks and who answers is fixed beforehand: the redirect address is the configured one
/// and never a request's, the issuer is the operator's to the letter, and what the browser brings
/// back must fit what this very browser asked.
@Component
public class Company {
  /// Where the company sends browsers back to.
  public static final String BACK = "/sign-in/oidc/callback";

  private static final HttpLimits LIMITS =
      new HttpLimits(1_000_000, Duration.ofSeconds(15), Duration.ofSeconds(8), 0);
  private static final Duration KNOWN_FOR = Duration.ofMinutes(5);
  private static final int CHANCE = 32;
  private static final String WELL_KNOWN = "/.well-known/openid-configuration";
  private static final String FORM = "application/x-www-form-urlencoded";
  private final CompanySettings settings;
  private final ServerAddress address;
  private final GuardedHttp http;
  private final IdTokens tokens;
  private final JsonMapper json;
  private final InstantSource clock;
  private final SecureRandom chance;
  private final AtomicReference<@Nullable Known> last = new AtomicReference<>();

  private record Known(String issuer, Instant until, CompanyFacts facts) {}

  Company(
      CompanySettings settings,
      ServerAddress address,
      GuardedHttp http,
      JsonMapper json,
      InstantSource clock,
      SecureRandom chance) {
    this.settings = settings;
    this.address = address;
    this.http = http.withLimits(LIMITS);
    this.tokens = new IdTokens(clock);
    this.json = json;
    this.clock = clock;
    this.chance = chance;
  }

  /// A new question to the company.
  public CompanyAsk ask() {
    return new CompanyAsk(set().issuer(), fresh(), fresh(), fresh());
  }

  /// Where the browser goes with it.
  public String address(CompanyAsk ask) {
    CompanyFacts facts = facts(ask.issuer());
    var query = new LinkedHashMap<String, String>();
    query.put("response_type", "code");
    query.put("client_id", set().clientId());
    query.put("redirect_uri", back());
    query.put("scope", "openid email profile");
    query.put("state", ask.state());
    query.put("nonce", ask.nonce());
    query.put("code_challenge", challenge(ask.verifier()));
    query.put("code_challenge_method", "S256");
    return facts.signIn() + (facts.signIn().contains("?") ? "&" : "?") + form(query);
  }

  /// Whom the company says it is that brought `answer` back for `ask`.
  ///
  /// @throws ForbiddenException if the answer does not fit
  /// @throws ConflictException if the company cannot be asked
  public CompanyPerson person(CompanyAsk ask, CompanyAnswer answer) {
    CompanySetting setting = set();
    if (!same(ask.state(), answer.state()) || !setting.issuer().equals(ask.issuer())) {
      throw misfit();
    }
    CompanyFacts facts = facts(ask.issuer());
    String iss = answer.iss();
    boolean named = iss == null ? !facts.saysWho() : iss.equals(ask.issuer());
    if (!named) {
      throw misfit();
    }
    String code = answer.code();
    if (code == null || code.isEmpty()) {
      throw misfit();
    }
    String token = exchange(setting, facts, code, ask.verifier());
    return tokens.person(setting, ask.nonce(), token, keys(facts));
  }

  private CompanySetting set() {
    return settings
        .read()
        .orElseThrow(() -> new ConflictException("no company's sign-in is set up here"));
  }

  /* Kept for some minutes, so that strangers at the door cannot make us ask and ask. */
  private CompanyFacts facts(String issuer) {
    Instant now = clock.instant();
    Known known = last.get();
    if (known == null || !known.issuer().equals(issuer) || now.isAfter(known.until())) {
      known = new Known(issuer, now.plus(KNOWN_FOR), asked(issuer));
      last.set(known);
    }
    return known.facts();
  }

  private CompanyFacts asked(String issuer) {
    JsonNode said = read(HttpAsk.get(issuer.replaceAll("/$", "") + WELL_KNOWN));
    if (!said.path("issuer").asString("").equals(issuer)) {
      throw strange("it goes by another name");
    }
    boolean byHeader = true;
    boolean byForm = false;
    if (said.path("token_endpoint_auth_methods_supported").isArray()) {
      String methods = said.path("token_endpoint_auth_methods_supported").toString();
      byHeader = methods.contains("\"client_secret_basic\"");
      byForm = methods.contains("\"client_secret_post\"");
    }
    if (!byHeader && !byForm) {
      throw strange("it takes no secret of a client");
    }
    return new CompanyFacts(
        endpoint(said, "authorization_endpoint"),
        endpoint(said, "token_endpoint"),
        endpoint(said, "jwks_uri"),
        said.path("authorization_response_iss_parameter_supported").asBoolean(false),
        byHeader);
  }

  private static String endpoint(JsonNode said, String name) {
    String address = said.path(name).asString("");
    if (!CompanyAddress.isGood(address)) {
      throw strange("it names no " + name + " that is safe");
    }
    return address;
  }

  private String exchange(
      CompanySetting setting, CompanyFacts facts, String code, String verifier) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("grant_type", "authorization_code");
    fields.put("code", code);
    fields.put("redirect_uri", back());
    fields.put("code_verifier", verifier);
    String secret = settings.secret();
    if (!facts.byHeader()) {
      fields.put("client_id", setting.clientId());
      fields.put("client_secret", secret);
    }
    var ask =
        new HttpAsk(
            "POST",
            facts.token(),
            Map.of("Content-Type", FORM, "Accept", "application/json"),
            Map.of(),
            form(fields).getBytes(StandardCharsets.US_ASCII));
    JsonNode said =
        read(
            facts.byHeader()
                ? ask.withBasic(encoded(setting.clientId()), Secret.of(encoded(secret)))
                : ask);
    String token = said.path("id_token").asString("");
    if (token.isEmpty()) {
      throw strange("it gave no token");
    }
    return token;
  }

  private JWKSet keys(CompanyFacts facts) {
    try {
      return JWKSet.parse(read(HttpAsk.get(facts.keys())).toString());
    } catch (ParseException noKeys) {
      throw strange("its keys cannot be read");
    }
  }

  private JsonNode read(HttpAsk ask) {
    try {
      HttpAnswer answer = http.send(ask);
      if (answer.status() != 200) {
        throw strange("it answered with " + answer.status());
      }
      return json.readTree(answer.body());
    } catch (HttpFault unreachable) {
      throw new ConflictException(
          "the company's sign-in cannot be asked: " + unreachable.getMessage());
    } catch (JacksonException noJson) {
      throw strange("it answered with no JSON");
    }
  }

  private String back() {
    return address.absolute(BACK);
  }

  private String fresh() {
    byte[] bytes = new byte[CHANCE];
    chance.nextBytes(bytes);
    return base64(bytes);
  }

  private static String challenge(String verifier) {
    try {
      return base64(
          MessageDigest.getInstance("SHA-256")
              .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static boolean same(String asked, @Nullable String brought) {
    return brought != null
        && MessageDigest.isEqual(
            asked.getBytes(StandardCharsets.UTF_8), brought.getBytes(StandardCharsets.UTF_8));
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// What the browser brought does not belong to what it asked.
  public static ForbiddenException misfit() {
    return new ForbiddenException(
        "this answer does not belong to what this browser asked; sign in again from the start");
  }

  private static ConflictException strange(String why) {
    return new ConflictException("the company's sign-in does not work as it should: " + why);
  }
}
