package org.wordborne.server.workspace.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordborne.server.RunningServer;
import org.wordborne.server.ServerOptions;
import org.wordborne.server.ServerProcess;

/// From the printed code to the signed-out browser, in that order, on a server of its own.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SessionTest {
  private static final String PASSWORD = "a lantern in the rain";
  @TempDir private static Path data;
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static RunningServer server;
  private static String cookie = "";
  private static String csrf = "";

  @BeforeAll
  static void start() {
    server = ServerProcess.start(ServerOptions.at(data).withPort(0));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  @Order(1)
  void code_wrong_makesNobody() throws Exception {
    var answer = post("/session/code", owner("not-the-code"));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(get("/session").body()).contains("\"state\":\"needs-owner\"");
  }

  /// Nobody runs the server for having come first: the code still makes its owner.
  @Test
  @Order(2)
  void member_addedBeforeAnyOwner_doesNotRunTheServer() throws Exception {
    var petra =
        "{\"email\":\"petra@example.org\",\"password\":\"" + PASSWORD + "\",\"role\":\"%s\"}";
    var added = send(program("/members").POST(BodyPublishers.ofString(petra.formatted("analyst"))));
    assertThat(added.statusCode()).as(added.body()).isEqualTo(201);

    assertThat(post("/session", petra.replaceFirst(",.role.*", "}")).body())
        .contains("\"state\":\"signed-in\"")
        .doesNotContain("\"server\"");
    assertThat(get("/session").body()).contains("\"state\":\"needs-owner\"");
  }

  @Test
  @Order(2)
  void code_badPassword_namesTheFieldAndKeepsTheCode() throws Exception {
    String body = owner(server.oneTimeCode()).replace(PASSWORD, "a lantern i");

    var answer = post("/session/code", body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("\"field\":\"password\"")
        .contains("12 characters")
        .doesNotContain("a lantern i");
  }

  @Test
  @Order(3)
  void code_right_makesTheOwnerAndSignsIn() throws Exception {
    var answer = post("/session/code", owner(server.oneTimeCode()));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("\"state\":\"signed-in\"", "\"initials\":\"IO\"", "\"server\"");
    String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(set).startsWith("wordborne-session=").contains("HttpOnly", "SameSite=Lax");
    cookie = set.substring(0, set.indexOf(';'));
    csrf = answer.body().replaceAll(".*\"csrf\":\"([^\"]+)\".*", "$1");
  }

  @Test
  @Order(4)
  void code_again_isUsed() throws Exception {
    var answer = post("/session/code", owner(server.oneTimeCode()));

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Order(5)
  @ParameterizedTest(name = "csrf {0}, origin {1}, site {2} -> {3}")
  @CsvSource({
    "right, , , 200",
    "right, own, , 200",
    "right, own, same-origin, 200",
    "right, , none, 200",
    "right, http://evil.example, , 403",
    "right, null, , 403",
    "right, own, cross-site, 403",
    "right, own, same-site, 403",
    "wrong, own, same-origin, 403",
    ", own, same-origin, 403",
  })
  void change_bySession_needsCompanionAndOurPage(
      String word, String origin, String site, int status) throws Exception {
    var request = request("/me").method("PATCH", BodyPublishers.ofString("{\"locale\":\"de\"}"));
    request.header("Cookie", cookie).header("Content-Type", "application/json");
    if (word != null) {
      request.header("X-CSRF", word.equals("right") ? csrf : "x" + csrf);
    }
    if (origin != null) {
      request.header("Origin", origin.equals("own") ? server.url() : origin);
    }
    if (site != null) {
      request.header("Sec-Fetch-Site", site);
    }

    assertThat(send(request).statusCode()).isEqualTo(status);
  }

  @Test
  @Order(6)
  void read_withoutOrWithWrongCredential_isRefused() throws Exception {
    assertThat(get("/members").statusCode()).isEqualTo(401);
    assertThat(send(request("/members?token=" + server.token())).statusCode()).isEqualTo(401);
    assertThat(send(request("/members").header("Authorization", "Bearer x")).statusCode())
        .isEqualTo(401);
    assertThat(send(request("/members").header("Cookie", cookie + "x")).statusCode())
        .isEqualTo(401);
    assertThat(send(request("/members").header("Cookie", cookie)).statusCode()).isEqualTo(200);
  }

  @Test
  @Order(7)
  void signIn_byPassword_needsTheRightOne() throws Exception {
    String right = "{\"email\":\"INES@example.org\",\"password\":\"" + PASSWORD + "\"}";

    assertThat(post("/session", right).statusCode()).isEqualTo(200);
    assertThat(post("/session", right.replace("rain", "sun")).statusCode()).isEqualTo(403);
    assertThat(post("/session", right.replace("INES", "ruth")).statusCode()).isEqualTo(403);
    assertThat(post("/session", right.replace("\"email\"", "\"extra\":1,\"email\"")).statusCode())
        .isEqualTo(400);
    assertThat(
            post("/session", right.replace("\"INES@example.org\"", "[\"a\",\"b\"]")).statusCode())
        .isEqualTo(400);
  }

  @Test
  @Order(7)
  void signIn_rightAndWrong_bothStandInTheBook() throws Exception {
    String told = "";
    for (int tries = 0; tries < 50 && !told.contains("\"refused\":true"); tries++) {
      Thread.sleep(100); // the refused one is written by another thread
      told = send(program("/audit?deed=session.signIn")).body();
    }

    assertThat(told).contains("\"refused\":true", "\"refused\":false", "Ines Okafor");
    assertThat(send(program("/audit?deed=account.changeMe")).body())
        .contains("\"way\":\"session\"");
  }

  @Test
  @Order(8)
  void token_made_worksUntilServerForgets() throws Exception {
    var made = send(program("/tokens").POST(BodyPublishers.ofString("{\"name\":\"robot\"}")));
    String token = made.body().replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");

    var read = send(request("/members").header("Authorization", "Bearer " + token));

    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(read.body()).contains("ines@example.org");
  }

  @Test
  @Order(9)
  void restart_openSession_staysSignedIn() throws Exception {
    server.close();
    start();

    var answer = send(request("/session").header("Cookie", cookie));

    assertThat(server.oneTimeCode()).as("there is an owner").isNull();
    assertThat(answer.body()).contains("\"state\":\"signed-in\"", "\"locale\":\"de\"");
  }

  @Test
  @Order(10)
  void signOut_session_isWorthNothingAfter() throws Exception {
    var stream =
        HTTP.send(
            request("/events").header("Cookie", cookie).build(), BodyHandlers.ofInputStream());
    assertThat(stream.statusCode()).isEqualTo(200);
    var out = send(request("/session").header("Cookie", cookie).header("X-CSRF", csrf).DELETE());

    assertThat(out.statusCode()).isEqualTo(200);
    assertThat(send(request("/members").header("Cookie", cookie)).statusCode()).isEqualTo(401);
    assertTimeoutPreemptively(Duration.ofSeconds(5), () -> stream.body().readAllBytes());
  }

  @Test
  @Order(11)
  void signIn_manyFailures_mustWait() throws Exception {
    String wrong = "{\"email\":\"tomasz@example.org\",\"password\":\"wrong wrong\"}";
    for (int i = 0; i < 10; i++) {
      assertThat(post("/session", wrong).statusCode()).isEqualTo(403);
    }

    var answer = post("/session", wrong);

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
  }

  private static String owner(String code) {
    return "{\"code\":\"%s\",\"email\":\"ines@example.org\",\"password\":\"%s\",\"name\":\"Ines Okafor\"}"
        .formatted(code, PASSWORD);
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return send(request(path));
  }

  private static HttpResponse<String> post(String path, String body) throws Exception {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private static HttpRequest.Builder program(String path) {
    return request(path)
        .header("Content-Type", "application/json")
        .header("Authorization", "Bearer " + server.token());
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.url() + "/api/v1" + path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }
}
