package org.wordborne.benchmarks;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.wordborne.town.Town;
import org.wordborne.wire.Secret;
import org.wordborne.wire.StandardWebhooks;
import tools.jackson.databind.JsonNode;

/// A team at work while words arrive: requests leave on a timetable, whatever became of those
/// before (open loop), and each is counted from the moment at which it was due.
///
/// What they ask is what a hundred people ask who open a conversation every 25 s, list every 50 s,
/// search every 3 min and answer every 2.5 min, with a live line open each.
public final class LoadBenchmark implements Benchmark {
  private static final long SEED = 29;
  private static final int USERS = 100;
  private static final int PACK = 10;
  private static final List<String> SEARCHES =
      List.of("lantern", "coffee OR tea", "\"opening hours\"", "closing NOT rain", "is:question");

  @Override
  public String name() {
    return "load";
  }

  @Override
  public String about() {
    return "100 users and words that arrive, open loop; arguments: requests a second (20), seconds"
        + " (300), posts a second (500), posts before (100000), seconds to stand still (0)";
  }

  /// What was measured of one kind of request.
  private record Asked(String kind, double millis, boolean good) {}

  @Override
  public List<Comparison> run(List<String> arguments) throws Exception {
    int rate = argument(arguments, 0, 20);
    int seconds = argument(arguments, 1, 300);
    int posts = argument(arguments, 2, 500);
    int before = argument(arguments, 3, 100_000);
    int still = argument(arguments, 4, 0);
    try (ServedApart server = ServedApart.open()) {
      lay(server, before);
      var hook = server.webhook();
      long kept = server.searchable();
      List<String> users = server.tokens(USERS);
      List<Thread> lines = openLines(server, users);
      measure(server, users, 20, 15); // what was compiled and cached is that of a server at work
      var accepted = new AtomicLong();
      Thread arriving =
          Thread.ofPlatform().start(() -> arrive(server, hook, posts, seconds, accepted));
      if (still > 0) {
        standStill(server, seconds, still);
      }
      List<Asked> asked = measure(server, users, rate, seconds);
      arriving.join();
      long found = server.searchable() - kept;
      lines.forEach(Thread::interrupt);
      return results(server, asked, (long) rate * seconds, accepted.get(), found);
    }
  }

  private static int argument(List<String> arguments, int at, int usual) {
    return arguments.size() > at ? Integer.parseInt(arguments.get(at)) : usual;
  }

  private static void lay(ServedApart server, int before) throws Exception {
    server.post(
        "/topics",
        Map.of(
            "name",
            "Lantern",
            "query",
            "lantern OR coffee",
            "never",
            List.of(),
            "hide",
            List.of()));
    Path file = ImportBenchmark.file(SEED, before);
    try (Stream<String> lines = Files.lines(file)) {
      server.importLines(lines);
    } finally {
      Files.delete(file);
    }
    server.followersCaughtUp();
  }

  private static List<Thread> openLines(ServedApart server, List<String> users) {
    var lines = new ArrayList<Thread>();
    for (String user : users) {
      var request = server.request("/events", user).build();
      lines.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    try (var body = server.http().send(request, BodyHandlers.ofLines()).body()) {
                      body.forEach(_ -> {});
                    } catch (Exception ended) {
                      Thread.currentThread().interrupt();
                    }
                  }));
    }
    return lines;
  }

  /* Packs of ten, as a program that pushes what it collected would. */
  private static void arrive(
      ServedApart server, Map<String, String> hook, int rate, int seconds, AtomicLong accepted) {
    long start = System.nanoTime();
    int packs = rate * seconds / PACK;
    try (Stream<String> town = Town.generate(SEED + 1, (long) rate * seconds)) {
      Iterator<String> lines = town.iterator();
      for (int i = 0; i < packs; i++) {
        sleepUntil(start + i * 1_000_000_000L * PACK / rate);
        var request = delivery(hook, "load-" + i, lines);
        server
            .http()
            .sendAsync(request, BodyHandlers.discarding())
            .thenAccept(answer -> accepted.addAndGet(answer.statusCode() == 200 ? PACK : 0));
      }
    }
  }

  private static HttpRequest delivery(Map<String, String> hook, String id, Iterator<String> lines) {
    var posts = new ArrayList<String>();
    for (int i = 0; i < PACK && lines.hasNext(); i++) {
      posts.add(lines.next().replaceFirst("\"id\":\"", "\"id\":\"" + id + "-"));
    }
    byte[] body = ("[" + String.join(",", posts) + "]").getBytes(StandardCharsets.UTF_8);
    var request =
        HttpRequest.newBuilder(URI.create(String.valueOf(hook.get("url"))))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body));
    var secret = Secret.of(String.valueOf(hook.get("secret")));
    StandardWebhooks.sign(secret, id, Instant.now(), body).forEach(request::header);
    return request.build();
  }

  private static List<Asked> measure(ServedApart server, List<String> users, int rate, int seconds)
      throws Exception {
    var asked = new ConcurrentLinkedQueue<Asked>();
    var people = new Desk(server, users);
    long start = System.nanoTime();
    int count = rate * seconds;
    for (int i = 0; i < count; i++) {
      long due = start + i * 1_000_000_000L / rate;
      sleepUntil(due);
      Ask next = people.next();
      server
          .http()
          .sendAsync(next.request(), BodyHandlers.ofString())
          .whenComplete(
              (answer, fault) -> {
                boolean good = fault == null && answer.statusCode() < 300;
                asked.add(new Asked(next.kind(), (System.nanoTime() - due) / 1e6, good));
                if (!good) {
                  System.err.println(next.kind() + ": " + (fault == null ? answer.body() : fault));
                }
              });
    }
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (asked.size() < count && System.nanoTime() < patience) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return List.copyOf(asked);
  }

  private record Ask(String kind, HttpRequest request) {}

  /// What a hundred people ask for, in the shares in which they do.
  private static final class Desk {
    private final ServedApart server;
    private final List<String> users;
    private final SplittableRandom chance = new SplittableRandom(SEED);
    private final List<String> conversations = new ArrayList<>();
    private final List<String> people = new ArrayList<>();

    Desk(ServedApart server, List<String> users) {
      this.server = server;
      this.users = users;
      for (JsonNode one : server.get("/conversations?limit=100").path("conversations")) {
        conversations.add(one.path("id").asString());
      }
      for (JsonNode one : server.get("/people?limit=50").path("people")) {
        people.add(one.path("id").asString());
      }
      if (conversations.isEmpty() || people.isEmpty()) {
        throw new IllegalStateException("there is nobody to talk with");
      }
    }

    Ask next() {
      int share = chance.nextInt(100);
      if (share < 26) {
        return page("conversation", "/conversations/" + one(conversations));
      }
      if (share < 40) {
        return page("conversations", "/conversations");
      }
      if (share < 58) {
        return page("status", "/status");
      }
      if (share < 68) {
        return page("now", "/now");
      }
      if (share < 78) {
        return page("mentions", "/mentions");
      }
      if (share < 83) {
        String query = java.net.URLEncoder.encode(one(SEARCHES), StandardCharsets.UTF_8);
        return page("search", "/mentions?q=" + query);
      }
      if (share < 88) {
        return page("person", "/people/" + one(people));
      }
      if (share < 92) {
        return page("tales", "/tales");
      }
      if (share < 94) {
        return page("people", "/people");
      }
      if (share < 96) {
        return page("results", "/results");
      }
      String note = Served.JSON.writeValueAsString(Map.of("text", "Noted by " + share));
      var written =
          server
              .request("/conversations/" + one(conversations) + "/notes", one(users))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(note));
      return new Ask("note", written.build());
    }

    private Ask page(String kind, String path) {
      return new Ask(kind, server.request(path, one(users)).build());
    }

    private String one(List<String> all) {
      return all.get(chance.nextInt(all.size()));
    }
  }

  /* A generator that waited for its answers would hide this; ours must show it in its p99. */
  private static void standStill(ServedApart server, int seconds, int still) {
    Thread.ofPlatform()
        .start(
            () -> {
              try {
                TimeUnit.SECONDS.sleep(seconds / 2);
                server.signal("STOP");
                TimeUnit.SECONDS.sleep(still);
                server.signal("CONT");
              } catch (Exception e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  private static void sleepUntil(long due) {
    try {
      TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<Comparison> results(
      ServedApart server, List<Asked> asked, long intended, long accepted, long found)
      throws Exception {
    var results = new ArrayList<Comparison>();
    var all = asked.stream().map(Asked::millis).toList();
    for (double percent : List.of(50.0, 95.0, 99.0, 100.0)) {
      results.add(one("all pages p%.0f".formatted(percent), "ms", at(all, percent)));
    }
    var kinds = new ConcurrentHashMap<String, List<Double>>();
    asked.forEach(
        one -> kinds.computeIfAbsent(one.kind(), _ -> new ArrayList<>()).add(one.millis()));
    new java.util.TreeMap<>(kinds)
        .forEach((kind, millis) -> results.add(one(kind + " p95", "ms", at(millis, 95))));
    results.add(one("failed", "", asked.stream().filter(one -> !one.good()).count()));
    results.add(one("answered of those due", "%", 100.0 * asked.size() / intended));
    results.add(one("posts accepted", "", accepted));
    results.add(one("posts found after", "", found));
    results.add(one("most memory of the JVM", "MB", server.mostResident()));
    return results;
  }

  private static Comparison one(String name, String unit, double value) {
    return new Comparison(name, "", unit, List.of(value), List.of());
  }

  private static double at(List<Double> millis, double percent) {
    double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int rank = (int) Math.ceil(percent / 100 * sorted.length);
    return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, rank - 1)];
  }
}
