package org.wordborne.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.wordborne.town.Town;
import org.wordborne.wire.Secret;
import org.wordborne.wire.StandardWebhooks;

/// A burst of signed webhooks that come in: each is taken for good, or told to come again.
///
/// As many senders as `senders` push as fast as they are answered; one that is answered with 429
/// or 503 waits as long as `Retry-After` says and pushes the same delivery again. At the end the
/// words are counted: none may be missing and none may stand twice.
public final class HooksBenchmark implements Benchmark {
  private static final long SEED = 31;
  private static final Duration LONGEST = Duration.ofMinutes(3);

  @Override
  public String name() {
    return "hooks";
  }

  @Override
  public String about() {
    return "a burst of signed deliveries, one post each; arguments: deliveries (10000), senders"
        + " (64)";
  }

  @Override
  public List<Comparison> run(List<String> arguments) throws Exception {
    int count = arguments.isEmpty() ? 10_000 : Integer.parseInt(arguments.getFirst());
    int senders = arguments.size() < 2 ? 64 : Integer.parseInt(arguments.get(1));
    try (ServedHere server = ServedHere.open()) {
      var hook = server.webhook();
      push(server, hook, "warm", 500, senders); // a server that has been at work
      var burst = push(server, hook, "burst", count, senders);
      server.followersCaughtUp();
      return burst.results(server.searchable() - 500);
    }
  }

  private static Burst push(
      Served server, Map<String, String> hook, String name, int count, int senders)
      throws InterruptedException {
    var burst = new Burst(count);
    var hands = new Semaphore(senders);
    var all = new CountDownLatch(count);
    try (Stream<String> town = Town.generate(SEED + name.length(), count)) {
      Iterator<String> lines = town.iterator();
      for (int i = 0; i < count && lines.hasNext(); i++) {
        String id = name + "-" + i;
        String post = lines.next().replaceFirst("\"id\":\"", "\"id\":\"" + id + "-");
        hands.acquire();
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    burst.send(server, hook, id, post);
                  } finally {
                    hands.release();
                    all.countDown();
                  }
                });
      }
    }
    if (!all.await(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException(all.getCount() + " deliveries were never answered");
    }
    return burst;
  }

  /// What became of the deliveries of a burst.
  private static final class Burst {
    private final int count;
    private final long begun = System.nanoTime();
    private final List<Double> millis = Collections.synchronizedList(new ArrayList<>());
    private final List<Double> seconds = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger later = new AtomicInteger();
    private final AtomicInteger bare = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();

    Burst(int count) {
      this.count = count;
    }

    void send(Served server, Map<String, String> hook, String id, String post) {
      byte[] body = ("[" + post + "]").getBytes(StandardCharsets.UTF_8);
      try {
        while (true) {
          long asked = System.nanoTime();
          var answer = server.http().send(request(hook, id, body), BodyHandlers.ofString());
          millis.add((System.nanoTime() - asked) / 1e6);
          if (answer.statusCode() == 200) {
            seconds.add((System.nanoTime() - begun) / 1e9);
            return;
          }
          if (!comesAgain(answer)) {
            return;
          }
        }
      } catch (IOException | InterruptedException broken) {
        lost.incrementAndGet();
      }
    }

    private boolean comesAgain(HttpResponse<String> answer) throws InterruptedException {
      if (answer.statusCode() != 429 && answer.statusCode() != 503) {
        System.err.println(answer.statusCode() + " " + answer.body());
        lost.incrementAndGet();
        return false;
      }
      later.incrementAndGet();
      var wait = answer.headers().firstValue("Retry-After");
      if (wait.isEmpty()) {
        bare.incrementAndGet();
      }
      TimeUnit.SECONDS.sleep(Long.parseLong(wait.orElse("1")));
      return true;
    }

    private static HttpRequest request(Map<String, String> hook, String id, byte[] body) {
      var request =
          HttpRequest.newBuilder(URI.create(String.valueOf(hook.get("url"))))
              .timeout(Duration.ofSeconds(60))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofByteArray(body));
      var secret = Secret.of(String.valueOf(hook.get("secret")));
      StandardWebhooks.sign(secret, id, Instant.now(), body).forEach(request::header);
      return request.build();
    }

    List<Comparison> results(long found) {
      var within = seconds.stream().filter(second -> second <= 10).count();
      return List.of(
          one("deliveries", "", count),
          one("taken within 10 s", "", within),
          one("taken at last", "", seconds.size()),
          one("all taken after", "s", at(seconds, 100)),
          one("told to come later (429, 503)", "", later.get()),
          one("of these without Retry-After", "", bare.get()),
          one("refused or broken off", "", lost.get()),
          one("words found after", "", found),
          one("answer p50", "ms", at(millis, 50)),
          one("answer p99", "ms", at(millis, 99)));
    }

    private static Comparison one(String name, String unit, double value) {
      return new Comparison(name, "", unit, List.of(value), List.of());
    }

    private static double at(List<Double> all, double percent) {
      double[] sorted = all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
      int rank = (int) Math.ceil(percent / 100 * sorted.length);
      return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, rank - 1)];
    }
  }
}
