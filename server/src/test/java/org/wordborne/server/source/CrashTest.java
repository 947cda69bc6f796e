package org.wordborne.server.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wordborne.server.ChildJvm;
import org.wordborne.server.KilledDatabase;
import org.wordborne.server.source.SourceHearingTest.FeedServer;
import org.wordborne.wire.Secret;
import org.wordborne.wire.StandardWebhooks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The server, its database, or both are killed at a crash point or at any moment, while an import
/// runs, a feed is polled and deliveries come in. After the next start everything that was
/// acknowledged is there, and
/// nothing is there twice; the test's own book says what must be.
class CrashTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int SLICE = 300;
  private static final int SLICES = 10;
  private static final List<String> POINTS =
      List.of(
          "ingest.written:4",
          "ingest.staged:6",
          "",
          "ingest.committed:5",
          "source.fetched",
          "index.applied:3",
          "follower.written:4",
          "hook.stored:2",
          "ingest.heard:7",
          "index.committed");

  @TempDir private Path data;
  private final HttpClient http = HttpClient.newHttpClient();
  private final FeedServer feed = new FeedServer(0);
  private final TreeSet<String> acknowledged = new TreeSet<>();
  private final List<String> items = new ArrayList<>();
  private Secret secret = Secret.of("");
  private String hook = "";

  @Test
  void kill_threeTimes_losesNothingAndDoublesNothing() throws Exception {
    killAndCompare(3, 7);
  }

  @Test
  @Tag("second-stage")
  void kill_twentyTimes_losesNothingAndDoublesNothing() throws Exception {
    ChildJvm.learnFromNext();
    killAndCompare(20, 11);
  }

  @Test
  @Tag("by-hand")
  @Timeout(value = 4, unit = TimeUnit.HOURS)
  void kill_threeHundredTimes_losesNothingAndDoublesNothing() throws Exception {
    ChildJvm.learnFromNext();
    killAndCompare(300, Long.getLong("seed", 13));
  }

  /// Who is killed; whoever is left goes on or is ended in order.
  private enum Victim {
    SERVER,
    BOTH,
    DATABASE
  }

  private void killAndCompare(int times, long seed) throws Exception {
    System.out.println("killed " + times + " times, by seed " + seed);
    var chance = new SplittableRandom(seed);
    try (var first = start("")) {
      setUp(first);
    }
    for (int run = 0; run < times; run++) {
      Victim victim = Victim.values()[run % Victim.values().length];
      String point = victim == Victim.DATABASE ? "" : POINTS.get(run % POINTS.size());
      try (var server = start(point)) {
        if (!server.url().isEmpty()) {
          Thread killer = killer(server, victim, point, chance.nextInt(200, 2_500));
          work(server, run);
          killer.join();
        }
      }
    }
    try (var last = start("")) {
      compare(last, times);
    }
    feed.stop();
  }

  private CrashingServer start(String point) throws IOException {
    String address = URI.create(feed.url()).getAuthority();
    return CrashingServer.start(data, address, point);
  }

  /// Kills at a moment of chance, or after long enough for the point to be reached.
  private Thread killer(CrashingServer server, Victim victim, String point, int millis) {
    return Thread.ofVirtual()
        .start(
            () -> {
              try {
                int latest = point.isEmpty() ? millis : 8_000;
                switch (victim) {
                  case SERVER -> server.killAfter(latest);
                  case DATABASE -> {
                    Thread.sleep(latest);
                    KilledDatabase.in(data);
                  }
                  case BOTH -> {
                    server.killAfter(latest);
                    KilledDatabase.in(data);
                  }
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private void setUp(CrashingServer server) throws Exception {
    var source = Map.of("kind", "feed", "settings", Map.of("url", feed.url()), "everything", true);
    send(server, "/api/v1/sources", JSON.writeValueAsString(source));
    var pushed = Map.of("kind", "webhook", "settings", Map.of(), "everything", true);
    var made = JSON.readTree(send(server, "/api/v1/sources", JSON.writeValueAsString(pushed)));
    secret = Secret.of(made.path("secret").asString());
    hook = "/hooks/" + made.path("source").path("id").asString();
  }

  /// Speaks in all three ways until the server is gone; what it acknowledged goes into the book.
  private void work(CrashingServer server, int run) throws InterruptedException {
    for (int i = 0; i < 20; i++) {
      String id = "feed-" + run + "-" + i;
      items.add("<item><guid>" + id + "</guid><description>Of " + id + "</description></item>");
    }
    feed.show(items.toArray(String[]::new));
    try {
      for (int slice = 0; slice < SLICES; slice++) {
        String id = "hook-" + run + "-" + slice;
        push(server, id);
        acknowledged.add(id);
        var ids = ids(run, slice);
        send(server, "/api/v1/imports?fresh=false", lines(ids));
        acknowledged.addAll(ids);
      }
    } catch (IOException gone) {
      // Killed: what was under way is not in the book.
    }
  }

  private void compare(CrashingServer server, int runs) throws Exception {
    for (int run = 0; run < runs; run++) {
      int now = run;
      var all = IntStream.range(0, SLICES).mapToObj(slice -> ids(now, slice)).flatMap(List::stream);
      send(server, "/api/v1/imports?fresh=false", lines(all.toList()));
    }
    awaitFeed(server);
    var times = new TreeMap<String, Integer>();
    for (String line : export(server).lines().toList()) {
      times.merge(JSON.readTree(line).path("id").asString(), 1, Integer::sum);
    }

    assertThat(times.keySet()).containsAll(acknowledged);
    assertThat(times).allSatisfy((id, count) -> assertThat(count).as(id).isEqualTo(1));
    assertThat(times.keySet().stream().filter(id -> id.startsWith("import-")))
        .hasSize(runs * SLICES * SLICE);
    assertThat(times.keySet().stream().filter(id -> id.startsWith("feed-"))).hasSize(items.size());
  }

  private void awaitFeed(CrashingServer server) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      var found = get(server, "/api/v1/mentions?fresh=true&spam=include&query=channel:feed");
      if (JSON.readTree(found).path("total").asInt() >= items.size()) {
        return;
      }
      Thread.sleep(200);
    }
  }

  private static List<String> ids(int run, int slice) {
    return IntStream.range(0, SLICE)
        .mapToObj(i -> "import-" + run + "-" + slice + "-" + i)
        .toList();
  }

  private static String lines(List<String> ids) {
    var lines = new StringBuilder();
    ids.forEach(
        id -> lines.append("{\"id\":\"" + id + "\",\"text\":\"The lantern said " + id + "\"}\n"));
    return lines.toString();
  }

  private void push(CrashingServer server, String id) throws IOException, InterruptedException {
    String body = "{\"id\":\"" + id + "\",\"text\":\"Pushed " + id + "\"}";
    var request = HttpRequest.newBuilder(URI.create(server.url() + hook)).timeout(PATIENCE);
    StandardWebhooks.sign(secret, id, Instant.now(), body.getBytes(StandardCharsets.UTF_8))
        .forEach(request::header);
    good(http.send(request.POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString()));
  }

  private String send(CrashingServer server, String path, String body)
      throws IOException, InterruptedException {
    String type = body.contains("\n") ? "application/x-ndjson" : "application/json";
    var request =
        authorized(server, path).header("Content-Type", type).POST(BodyPublishers.ofString(body));
    String answer = good(http.send(request.build(), BodyHandlers.ofString()));
    JsonNode last = JSON.readTree(answer.lines().toList().getLast());
    if (path.contains("imports") && !last.has("rejects")) {
      throw new IOException("cut off: " + answer);
    }
    return answer;
  }

  private String export(CrashingServer server) throws IOException, InterruptedException {
    return get(server, "/api/v1/mentions/export?fresh=true&spam=include&hidden=include");
  }

  private String get(CrashingServer server, String path) throws IOException, InterruptedException {
    return good(http.send(authorized(server, path).build(), BodyHandlers.ofString()));
  }

  private static HttpRequest.Builder authorized(CrashingServer server, String path) {
    return HttpRequest.newBuilder(URI.create(server.url() + path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + server.token());
  }

  private static String good(HttpResponse<String> answer) throws IOException {
    if (answer.statusCode() >= 300) {
      throw new IOException("status " + answer.statusCode() + ": " + answer.body());
    }
    return answer.body();
  }
}
