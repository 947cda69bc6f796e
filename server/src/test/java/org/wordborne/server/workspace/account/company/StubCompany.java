package org.wordborne.server.workspace.account.company;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A company's sign-in on this machine, written from the specifications (OpenID Connect Core and
/// Discovery 1.0, RFC 6749, RFC 7636), with its own hands for tokens: nothing here is shared with
/// what it tests. It lets everybody in as the person it was told.
public final class StubCompany implements AutoCloseable {
  public static final String CLIENT = "wordborne & co";
  public static final String SECRET = "s:ecret%+";
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final JsonMapper JSON = JsonMapper.shared();
  private final HttpServer server;
  private final KeyPair keys;
  private final Map<String, Map<String, String>> asked = new ConcurrentHashMap<>();
  private volatile Map<String, Object> person = Map.of();
  private volatile UnaryOperator<Map<String, Object>> claims = UnaryOperator.identity();
  private volatile UnaryOperator<Map<String, Object>> facts = UnaryOperator.identity();
  private volatile String algorithm = "RS256";
  private volatile @Nullable KeyPair signer;

  public StubCompany(int port) {
    try {
      keys = pair();
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  public String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/main";
  }

  /// Who signs in from now on.
  public StubCompany person(String subject, @Nullable String email, boolean verified) {
    var said = new LinkedHashMap<String, Object>();
    said.put("sub", subject);
    said.put("name", "Petra Muster");
    if (email != null) {
      said.put("email", email);
      said.put("email_verified", verified);
    }
    person = said;
    return this;
  }

  /// Changes what its tokens say.
  void claims(UnaryOperator<Map<String, Object>> change) {
    claims = change;
  }

  /// Changes what it says of itself.
  void facts(UnaryOperator<Map<String, Object>> change) {
    facts = change;
  }

  /// Signs with `none`, or with a key that is not its own.
  void signsWith(String named, boolean foreign) {
    algorithm = named;
    signer = foreign ? pair() : null;
  }

  /// What a browser does at the address: signs in and is sent back with these parameters.
  public Map<String, String> visit(String address) {
    Map<String, String> query = form(address.substring(address.indexOf('?') + 1));
    String code = UUID.randomUUID().toString();
    asked.put(code, query);
    return Map.of("code", code, "state", query.getOrDefault("state", ""));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    Object said =
        switch (path) {
          case "/main/.well-known/openid-configuration" -> facts.apply(ownFacts());
          case "/main/keys" -> Map.of("keys", List.of(publicKey()));
          case "/main/token" -> token(exchange);
          case "/main/authorize" -> null;
          default -> Map.of("error", "unknown");
        };
    if (said == null) {
      back(exchange);
      return;
    }
    byte[] body = JSON.writeValueAsBytes(said);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(((Map<?, ?>) said).containsKey("error") ? 400 : 200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /* A browser comes by itself: it is sent back at once, as somebody who is signed in there. */
  private void back(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getRawQuery();
    Map<String, String> sent = visit("?" + query);
    String to =
        form(query).get("redirect_uri")
            + "?code="
            + sent.get("code")
            + "&state="
            + sent.get("state");
    exchange.getResponseHeaders().set("Location", to);
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private Map<String, Object> ownFacts() {
    var own = new LinkedHashMap<String, Object>();
    own.put("issuer", issuer());
    own.put("authorization_endpoint", issuer() + "/authorize");
    own.put("token_endpoint", issuer() + "/token");
    own.put("jwks_uri", issuer() + "/keys");
    return own;
  }

  private Map<String, Object> token(HttpExchange exchange) throws IOException {
    var sent = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    var query = asked.remove(sent.getOrDefault("code", ""));
    String wanted =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(
                    "wordborne+%26+co:s%3Aecret%25%2B".getBytes(StandardCharsets.US_ASCII));
    boolean right =
        query != null
            && wanted.equals(exchange.getRequestHeaders().getFirst("Authorization"))
            && "authorization_code".equals(sent.get("grant_type"))
            && query.get("redirect_uri").equals(sent.get("redirect_uri"))
            && query.get("code_challenge").equals(sha256(sent.getOrDefault("code_verifier", "")));
    return right
        ? Map.of("access_token", "a", "token_type", "Bearer", "id_token", idToken(query))
        : Map.of("error", "invalid_grant");
  }

  private String idToken(Map<String, String> query) {
    long now = Instant.now().getEpochSecond();
    var said = new LinkedHashMap<String, Object>(person);
    said.put("iss", issuer());
    said.put("aud", query.get("client_id"));
    said.put("iat", now);
    said.put("exp", now + 300);
    said.put("nonce", query.get("nonce"));
    var head = Map.of("alg", algorithm, "kid", "k1");
    String text = part(head) + "." + part(claims.apply(said));
    return text + "." + (algorithm.equals("none") ? "" : signature(text));
  }

  private String signature(String text) {
    try {
      KeyPair by = signer == null ? keys : signer;
      var signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(by.getPrivate());
      signature.update(text.getBytes(StandardCharsets.US_ASCII));
      return BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<String, Object> publicKey() {
    var key = (RSAPublicKey) keys.getPublic();
    return Map.of(
        "kty", "RSA",
        "kid", "k1",
        "use", "sig",
        "alg", "RS256",
        "n", BASE64.encodeToString(unsigned(key.getModulus().toByteArray())),
        "e", BASE64.encodeToString(unsigned(key.getPublicExponent().toByteArray())));
  }

  private static byte[] unsigned(byte[] number) {
    return number[0] == 0 ? java.util.Arrays.copyOfRange(number, 1, number.length) : number;
  }

  private static String part(Map<String, ?> said) {
    return BASE64.encodeToString(JSON.writeValueAsBytes(said));
  }

  private static String sha256(String text) {
    try {
      return BASE64.encodeToString(
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> form(String text) {
    var fields = new HashMap<String, String>();
    for (String field : text.split("&")) {
      int at = field.indexOf('=');
      fields.put(
          URLDecoder.decode(field.substring(0, at), StandardCharsets.UTF_8),
          URLDecoder.decode(field.substring(at + 1), StandardCharsets.UTF_8));
    }
    return fields;
  }

  private static KeyPair pair() {
    try {
      var made = KeyPairGenerator.getInstance("RSA");
      made.initialize(2048);
      return made.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
