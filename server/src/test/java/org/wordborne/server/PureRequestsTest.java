package org.wordborne.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordborne.server.ApiWalk.Operation;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.Workspaces;
import tools.jackson.databind.json.JsonMapper;

/// What only reads changes nothing, and what changes something is only taken from our own page or
/// from a program: on a quiet server of its own, whose rows are compared before and after.
class PureRequestsTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final int IDS_TRIED = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /* When a credential was seen last, and that somebody asked for what they may not have. */
  private static final Set<String> OF_WHO_ASKS = Set.of("token", "sign_in", "act_line", "act_head");
  /* Streams of events stay open. */
  private static final String ENDLESS = "/api/v1/events";

  @TempDir private static Path data;
  private static RunningServer server;
  private static List<Operation> all = List.of();
  private static String cookie = "";
  private static String csrf = "";

  @BeforeAll
  static void start() throws Exception {
    server = ServerProcess.start(ServerOptions.at(data).withPort(0));
    all = ApiWalk.of(JSON.readTree(asked("/api/v1/openapi.json").body()));
    signIn();
    furnish();
    awaitQuiet();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /* A clock of the server may strike meanwhile, but not in each of three rounds. */
  @Test
  void read_everythingTwiceAsAScanner_changesNoRow() throws Exception {
    Set<String> ids = knownIds();

    changesNoRow(
        () -> {
          readAll(ids);
          readAll(ids);
        });

    assertThat(ids).hasSizeGreaterThan(3);
    assertThat(digests().get("mention")).startsWith("20 ");
  }

  private interface Asking {
    void run() throws Exception;
  }

  private static void changesNoRow(Asking asking) throws Exception {
    var before = digests();
    var after = before;
    for (int round = 0; round < 3; round++) {
      before = digests();
      asking.run();
      after = digests();
      if (after.equals(before)) {
        break;
      }
    }
    assertThat(after).isEqualTo(before);
  }

  private static void readAll(Set<String> ids) throws Exception {
    for (Operation operation : all) {
      if (operation.isPure() && !operation.path().equals(ENDLESS)) {
        for (String id : operation.hasVariables() ? ids : Set.of("")) {
          assertThat(asked(operation.at(id)).statusCode()).as("%s", operation).isLessThan(500);
          assertThat(head(operation.at(id)).statusCode()).as("%s", operation).isLessThan(500);
        }
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "without companion, application/json, same-origin, false",
    "text without companion, text/plain, same-origin, false",
    "form without companion, application/x-www-form-urlencoded, same-origin, false",
    "from a foreign page, application/json, cross-site, true",
    "from a sister's page, application/json, same-site, true"
  })
  void write_bySession_isRefusedAndChangesNoRow(
      String way, String type, String site, boolean companion) throws Exception {
    changesNoRow(() -> refuseAll(way, type, site, companion));
  }

  private static void refuseAll(String way, String type, String site, boolean companion)
      throws Exception {
    for (Operation operation : all) {
      if (!operation.isPure() && !operation.path().startsWith("/api/v1/session")) {
        var request = request(operation.at(ApiWalk.nobodysId()));
        request.header("Cookie", cookie).header("Content-Type", type);
        request.header("Sec-Fetch-Site", site);
        if (companion) {
          request.header("X-CSRF", csrf);
        }
        var answer = send(request.method(operation.method(), BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).as("%s %s", operation, way).isEqualTo(403);
      }
    }
  }

  @Test
  void parameter_givenTwice_isRefusedByName() throws Exception {
    var answer = asked("/api/v1/mentions?limit=1&limit=2");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(JSON.readTree(answer.body()).path("field").asString()).isEqualTo("limit");
  }

  @Test
  void refusal_ofARight_isNotedInTheAudit() throws Exception {
    long before = auditLines();
    int refused = 0;
    for (Operation operation : all) {
      if (operation.isPure() && !operation.hasVariables() && !operation.path().equals(ENDLESS)) {
        refused += asked(operation.path()).statusCode() == 403 ? 1 : 0;
      }
    }

    assertThat(refused).isPositive();
    assertThat(auditLines() - before).isEqualTo(refused);
  }

  private static long auditLines() {
    return server
        .bean(Transactions.class)
        .in(
            Scope.of(server.bean(Workspaces.class).first()),
            tx -> tx.sql("select count(*) from act_line").query(Long.class).single());
  }

  @Test
  void operation_withNobodysCredential_isRefusedWhateverHeadersSay() throws Exception {
    for (Operation operation : all) {
      if (!operation.path().startsWith("/api/v1/session")) {
        var request = request(operation.at(ApiWalk.nobodysId()));
        for (String name : List.of("X-Original-URL", "X-Rewrite-URL", "X-Forwarded-Prefix")) {
          request.header(name, "/api/v1/session");
        }
        request.header("X-Forwarded-For", "127.0.0.1").header("X-Real-IP", "127.0.0.1");
        request.header("X-Forwarded-User", "ines@example.org").header("X-Remote-User", "ines");
        request.header("X-HTTP-Method-Override", "GET").header("Forwarded", "for=127.0.0.1");
        request.header("Content-Type", "application/json");
        boolean pure = operation.isPure();
        var body = pure ? BodyPublishers.noBody() : BodyPublishers.ofString("{}");

        var answer = send(request.method(operation.method(), body));

        assertThat(answer.statusCode()).as("%s", operation).isEqualTo(401);
      }
    }
  }

  @Test
  void link_inAnyAnswer_isNeverToAForeignHostThatARequestNamed() throws Exception {
    for (String path : List.of("/", "/api/v1/session", "/api/v1/links", "/api/v1/sources")) {
      var request = authorized(path);
      request.header("X-Forwarded-Host", "evil.example").header("X-Forwarded-Proto", "https");
      request.header("Forwarded", "host=evil.example;proto=https");
      request.header("X-Host", "evil.example").header("X-Forwarded-Server", "evil.example");

      var answer = send(request.GET());

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body() + answer.headers().map()).doesNotContain("evil.example");
    }
  }

  @Test
  void answer_toAnybody_isNotKeptByCaches() throws Exception {
    for (Operation operation : all) {
      if (operation.isPure() && !operation.path().equals(ENDLESS)) {
        var answer = asked(operation.at(ApiWalk.nobodysId()));

        assertThat(answer.headers().allValues("Cache-Control"))
            .as("%s", operation)
            .containsExactly("no-store");
      }
    }
  }

  /* A shared cache that goes by the end of the name, as some do, gets nothing to keep. */
  @ParameterizedTest
  @CsvSource({
    "/api/v1/members/a.css",
    "/api/v1/members.css",
    "/api/v1/members;a.css",
    "/api/v1/members%2fa.css",
    "/api/v1/members%3fa.css",
    "/assets/..%2fapi/v1/members",
    "/assets/%2e%2e/api/v1/members",
    "/api/v1/session/x.js",
    "//api/v1/members"
  })
  void path_thatLooksLikeAFile_givesNoAnswerToKeep(String path) throws Exception {
    var answer = asked(path);

    assertThat(answer.statusCode()).isBetween(400, 499);
    assertThat(answer.body()).doesNotContain("ines@example.org");
    assertThat(answer.headers().firstValue("Cache-Control").orElse("no-store"))
        .doesNotContain("public", "max-age");
  }

  @Test
  void page_ofEveryKind_carriesTheHeadersThatShutBrowsers() throws Exception {
    for (String path : List.of("/", "/now", "/api/v1/session", "/p/nothing", "/nowhere.txt")) {
      var headers = send(request(path).GET()).headers();

      assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
          .as(path)
          .startsWith("default-src 'none'; ")
          .contains("base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'")
          .doesNotContain("unsafe", "*");
      assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
      assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
      assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
      assertThat(headers.firstValue("Permissions-Policy").orElse("")).contains("camera=()");
      assertThat(headers.firstValue("Server")).isEmpty();
      assertThat(headers.firstValue("X-Powered-By")).isEmpty();
      assertThat(headers.firstValue("Access-Control-Allow-Origin")).isEmpty();
    }
    String page = send(request("/").GET()).headers().firstValue("Content-Security-Policy").get();
    assertThat(page).contains("require-trusted-types-for 'script'", "script-src 'self'");
  }

  private static void signIn() throws Exception {
    String owner =
        """
        {"code": "%s", "email": "ines@example.org", "password": "a lantern in the rain",
         "name": "Ines Okafor"}"""
            .formatted(server.oneTimeCode());
    var answer = written("/api/v1/session/code", owner);
    String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
    cookie = set.substring(0, set.indexOf(';'));
    csrf = JSON.readTree(answer.body()).path("csrf").asString();
  }

  /* A little of each thing, so that there is something to read. */
  private static void furnish() throws Exception {
    written("/api/v1/topics", "{\"name\":\"Lantern\",\"query\":\"lantern\"}");
    var posts = new ArrayList<String>();
    for (int i = 0; i < 20; i++) {
      posts.add(
          "{\"id\":\"p%d\",\"text\":\"Is the lantern open? %d\",\"author\":{\"id\":\"a%d\",\"name\":\"Ada\"}}"
              .formatted(i, i, i % 3));
    }
    var lines =
        authorized("/api/v1/imports?name=posts").header("Content-Type", "application/jsonl");
    send(lines.POST(BodyPublishers.ofString(String.join("\n", posts))));
    written("/api/v1/sources", "{\"kind\":\"webhook\",\"settings\":{}}");
    written("/api/v1/hooks-out", "{\"name\":\"telex\",\"url\":\"https://cafe.example/\"}");
    written("/api/v1/links", "{\"url\":\"https://cafe.example/\",\"name\":\"Menu\"}");
    written("/api/v1/strategy/statements", "{\"text\":\"Warm in the rain\"}");
    written("/api/v1/campaigns", "{\"name\":\"Autumn\"}");
  }

  private static Set<String> knownIds() throws Exception {
    var ids = new LinkedHashSet<String>();
    for (Operation operation : all) {
      if (operation.isPure() && !operation.hasVariables() && !operation.path().equals(ENDLESS)) {
        String body = asked(operation.path()).body();
        ApiWalk.ids(body).stream().limit(2).forEach(ids::add);
      }
    }
    return new LinkedHashSet<>(ids.stream().limit(IDS_TRIED).toList());
  }

  /* Followers and clocks have caught up when nothing changes for a second. */
  private static void awaitQuiet() throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    var last = digests();
    for (int same = 0; same < 4; ) {
      Thread.sleep(500);
      var now = digests();
      same = now.equals(last) ? same + 1 : 0;
      assertThat(System.nanoTime()).as("never quiet: " + last).isLessThan(end);
      last = now;
    }
  }

  /* One digest for each table, over all rows that the workspace has there. */
  private static Map<String, String> digests() {
    Scope scope = Scope.of(server.bean(Workspaces.class).first());
    return server
        .bean(Transactions.class)
        .in(
            scope,
            tx -> {
              var tables =
                  tx.sql(
                          """
                          select relname::text from pg_class
                          where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                            and not relispartition and has_table_privilege(oid, 'select')
                          order by 1
                          """)
                      .query(String.class)
                      .list();
              var digests = new TreeMap<String, String>();
              for (String table : tables) {
                String rows =
                    "select count(*) || ' ' || coalesce(md5(string_agg(t::text, ' ' order by"
                        + " t::text)), '') from "
                        + table
                        + " t";
                if (!OF_WHO_ASKS.contains(table)) {
                  digests.put(table, tx.sql(rows).query(String.class).single());
                }
              }
              return digests;
            });
  }

  private static HttpResponse<String> asked(String path) throws Exception {
    return send(authorized(path).GET());
  }

  private static HttpResponse<String> head(String path) throws Exception {
    return send(authorized(path).method("HEAD", BodyPublishers.noBody()));
  }

  private static HttpResponse<String> written(String path, String json) throws Exception {
    boolean open = path.startsWith("/api/v1/session");
    var request = open ? request(path) : authorized(path);
    return send(
        request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
  }

  private static HttpRequest.Builder authorized(String path) {
    return request(path).header("Authorization", "Bearer " + server.token());
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.url() + path)).timeout(PATIENCE);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }
}
