package org.wordborne.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.wordborne.wire.Secret;
import org.wordborne.wire.StandardWebhooks;

/// From the moment a post should have been sent to the webhook to the moment an open page is told
/// of it.
public final class LiveBenchmark implements Benchmark {
  private static final int RUNS = 3;

  @Override
  public String name() {
    return "live";
  }

  @Override
  public String about() {
    return "webhook to open page, open loop; arguments: posts a second (100), seconds (30)";
  }

  @Override
  public List<Comparison> run(List<String> arguments) throws Exception {
    int rate = arguments.isEmpty() ? 100 : Integer.parseInt(arguments.getFirst());
    int seconds = arguments.size() < 2 ? 30 : Integer.parseInt(arguments.get(1));
    try (Served server = ServedHere.open()) {
      Map<String, String> hook = server.webhook();
      send(server, hook, rate, 5, "warm");
      var runs = new ArrayList<List<Double>>();
      for (int run = 0; run < RUNS; run++) {
        runs.add(send(server, hook, rate, seconds, "live-" + run));
      }
      return List.of(at(rate, runs, 50), at(rate, runs, 95), at(rate, runs, 99));
    }
  }

  private static Comparison at(int rate, List<List<Double>> runs, int percent) {
    var millis = runs.stream().map(run -> SearchBenchmark.at(run, percent / 100.0)).toList();
    String name = "webhook to page p%d at %d/s".formatted(percent, rate);
    return new Comparison(name, "", "ms", millis, List.of());
  }

  private static List<Double> send(
      Served server, Map<String, String> hook, int rate, int seconds, String run) throws Exception {
    int count = rate * seconds;
    var due = new AtomicLongArray(count);
    var seen = new AtomicLong();
    var delays = new ArrayList<Double>();
    try (BufferedReader events = server.events()) {
      Thread page = Thread.ofPlatform().start(() -> watch(events, due, seen, count, delays));
      try (var http = HttpClient.newHttpClient()) {
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
          long at = start + i * 1_000_000_000L / rate;
          TimeUnit.NANOSECONDS.sleep(Math.max(0, at - System.nanoTime()));
          due.set(i, at);
          http.sendAsync(delivery(hook, run + "-" + i), BodyHandlers.discarding());
        }
        page.join(TimeUnit.SECONDS.toMillis(30));
      }
    }
    if (seen.get() < count) {
      throw new IllegalStateException(seen.get() + " of " + count + " reached the page");
    }
    return delays;
  }

  private static HttpRequest delivery(Map<String, String> hook, String id) {
    String body =
        Served.JSON.writeValueAsString(
            Map.of("id", id, "text", "Is the Lantern open on Sunday, asks " + id + "?"));
    var now = Instant.now();
    byte[] bytes = body.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    var request =
        HttpRequest.newBuilder(URI.create(String.valueOf(hook.get("url"))))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(bytes));
    var secret = Secret.of(String.valueOf(hook.get("secret")));
    StandardWebhooks.sign(secret, "msg-" + id, now, bytes).forEach(request::header);
    return request.build();
  }

  /* Words are told in the order in which they were kept; the n-th told is counted as the n-th due. */
  private static void watch(
      BufferedReader events, AtomicLongArray due, AtomicLong seen, int count, List<Double> delays) {
    try {
      String event = "";
      for (String line = events.readLine(); line != null; line = events.readLine()) {
        if (line.startsWith("event:")) {
          event = line.substring("event:".length()).strip();
        } else if (line.startsWith("data:") && event.equals("words")) {
          long more = Served.JSON.readTree(line.substring("data:".length())).path("count").asLong();
          long now = System.nanoTime();
          for (long i = 0; i < more && seen.get() < count; i++) {
            delays.add((now - due.get((int) seen.getAndIncrement())) / 1e6);
          }
          if (seen.get() >= count) {
            return;
          }
        }
      }
    } catch (IOException closed) {
      // The page was closed before it had seen all; the caller counts.
    }
  }
}
