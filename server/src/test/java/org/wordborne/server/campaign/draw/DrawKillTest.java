package org.wordborne.server.campaign.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordborne.server.ChildJvm;
import org.wordborne.server.RunningServer;
import org.wordborne.server.ServerOptions;
import org.wordborne.server.ServerProcess;
import org.wordborne.server.campaign.BriefDraft;
import org.wordborne.server.campaign.Campaigns;
import org.wordborne.server.workspace.Money;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.Workspaces;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A sealed contest whose server is ended twice between the beacon's number and the winners, and
/// started again on the same folder.
@Tag("second-stage")
class DrawKillTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration AFTER_THE_ROUND = Duration.ofMinutes(11);
  private static final int KILLED = 137;
  private static final int PIECES = 4;

  private final HttpClient http = HttpClient.newHttpClient();
  @TempDir Path folder;

  /// A server of a later time, in a process of its own.
  static final class Later {
    private Later() {}

    /// Starts on a folder.
    public static void main(String[] args) throws InterruptedException {
      try (var server = ServerProcess.start(options(Path.of(args[0]), args[1], AFTER_THE_ROUND))) {
        server.await();
      }
    }
  }

  private static ServerOptions options(Path folder, String relay, Duration later) {
    return ServerOptions.at(folder.resolve("data"))
        .withPort(0)
        .withAllowPrivate(List.of(relay))
        .withBeacons(List.of(folder.resolve("beacon.json")))
        .withClock(Clock.offset(Clock.systemUTC(), later));
  }

  @Test
  void draw_processEndedInTheMiddle_isDrawnOnceByTheSealedRule() throws Exception {
    int port = freePort();
    String relay = "127.0.0.1:" + port;
    try (var beacon = new TestBeacon(port)) {
      Files.writeString(folder.resolve("beacon.json"), Chains.write(beacon.chain()));
      String contest;
      JsonNode sealed;
      try (var server = ServerProcess.start(options(folder, relay, Duration.ZERO))) {
        contest = closedContest(server);
        sealed = send(server, "POST", contest + "/draw/seal", Map.of());
      }

      int answered = killedAt("draw.answered", relay);
      int noted = killedAt("draw.noted", relay);

      assertThat(List.of(answered, noted)).containsOnly(KILLED);
      assertThat(beacon.asked()).isEqualTo(2);
      try (var server = ServerProcess.start(options(folder, relay, AFTER_THE_ROUND))) {
        JsonNode drawn = drawn(server, contest);
        String proof = get(server, contest + "/draw/proof").toString();
        send(server, "POST", contest + "/draw/run", Map.of());

        assertThat(beacon.asked()).isEqualTo(3);
        assertThat(drawn.path("steps").get(1)).isEqualTo(sealed.path("steps").get(1));
        assertThat(beacon.holds(proof)).containsExactly(true, true, true, true);
        assertThat(get(server, contest + "/draw/proof").toString()).isEqualTo(proof);
        assertThat(texts(drawn.path("winners"), "code")).hasSize(PIECES).doesNotHaveDuplicates();
        assertThat(texts(get(server, contest + "/claims").path("claims"), "code"))
            .containsExactlyInAnyOrderElementsOf(texts(drawn.path("winners"), "code"));
        assertThat(texts(get(server, contest + "/contest/log").path("lines"), "deed"))
            .filteredOn("drawn"::equals)
            .hasSize(PIECES);
      }
    }
  }

  private int killedAt(String crash, String relay) throws IOException, InterruptedException {
    Process process =
        ChildJvm.of(Later.class, List.of("-DWORDBORNE_CRASH=" + crash), folder.toString(), relay)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(crash + ".log").toFile())
            .start();
    try {
      boolean ended = process.waitFor(2, TimeUnit.MINUTES);
      return ended ? process.exitValue() : -1;
    } finally {
      process.destroyForcibly();
    }
  }

  private JsonNode drawn(RunningServer server, String contest) throws Exception {
    Instant until = Instant.now().plusSeconds(60);
    JsonNode now = get(server, contest + "/draw");
    while (!now.path("state").asString().equals("drawn") && Instant.now().isBefore(until)) {
      Thread.sleep(200);
      now = get(server, contest + "/draw");
    }
    assertThat(now.path("state").asString()).isEqualTo("drawn");
    return now;
  }

  /* Nine cards, four pieces, nobody left to be looked at. */
  private String closedContest(RunningServer server) throws Exception {
    Scope scope = Scope.of(server.bean(Workspaces.class).first());
    var by = new SignedIn(null, scope.workspace(), "test", "owner");
    var brief =
        new BriefDraft(
            "Oat Week", "Sixty glad", 60, "", "", Money.of("1000.00 GBP"), null, List.of());
    UUID id = server.bean(Campaigns.class).draft(by, brief);
    String path = "/campaigns/" + id;
    sql(
        server,
        """
        update campaign set starts_at = now() - interval '1 hour', zone = 'UTC',
          ends_at = now() + interval '9 days' where id = :id\
        """,
        id);
    sql(
        server,
        """
        insert into campaign_rules (workspace_id, campaign_id, version, language, text, hash,
          made_at)
        select workspace_id, id, 3, 'en', 'Rules.', repeat('a', 64), now() from campaign
        where id = :id\
        """,
        id);
    send(server, "PUT", path + "/contest", draft());
    prize(server, path, "A year of Saturdays", 1);
    prize(server, path, "Beans", PIECES - 1);
    sql(server, "update campaign set state = 'running' where id = :id", id);
    for (int i = 1; i <= 9; i++) {
      var card = Map.of("name", "Guest " + i, "words", "Cloud " + i);
      send(server, "POST", path + "/entries", card);
    }
    sql(server, "update contest set closes_at = now() where campaign_id = :id", id);
    keepAll(server, path);
    return path;
  }

  private static Map<String, Object> draft() {
    return Map.of(
        "tag",
        "oatweek",
        "question",
        "What would you name it?",
        "opensAt",
        local(Instant.now().minusSeconds(60)),
        "closesAt",
        local(Instant.now().plusSeconds(3600)),
        "minAge",
        16,
        "regions",
        List.of("GB"),
        "referralChances",
        0,
        "alternates",
        2);
  }

  private static String local(Instant at) {
    return LocalDateTime.ofInstant(at, ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS).toString();
  }

  private void prize(RunningServer server, String contest, String name, int pieces)
      throws Exception {
    var prize = Map.of("name", name, "each", "18.00 GBP", "pieces", pieces);
    send(server, "POST", contest + "/prizes", prize);
  }

  private void keepAll(RunningServer server, String contest) throws Exception {
    var open = new ArrayList<Integer>();
    for (JsonNode one : get(server, contest + "/fraud").path("components")) {
      for (JsonNode entry : one.path("entries")) {
        if (entry.path("decided").isNull()) {
          open.add(entry.path("number").asInt());
        }
      }
    }
    if (!open.isEmpty()) {
      var keep = Map.of("numbers", open, "keep", true, "code", "fine");
      send(server, "POST", contest + "/fraud/decide", keep);
    }
  }

  private static void sql(RunningServer server, String text, UUID id) {
    Scope scope = Scope.of(server.bean(Workspaces.class).first());
    server.bean(Transactions.class).run(scope, tx -> tx.sql(text).param("id", id).update());
  }

  private static List<String> texts(JsonNode rows, String field) {
    return rows.valueStream().map(row -> row.path(field).asString()).toList();
  }

  private JsonNode get(RunningServer server, String path) throws Exception {
    return send(server, "GET", path, Map.of());
  }

  private JsonNode send(RunningServer server, String method, String path, Map<String, ?> body)
      throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(server.url() + "/api/v1" + path))
            .header("Authorization", "Bearer " + server.token())
            .header("Content-Type", "application/json")
            .method(
                method,
                method.equals("GET")
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build();
    var answer = http.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as("%s %s: %s", method, path, answer.body()).isLessThan(300);
    return JSON.readTree(answer.body());
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
