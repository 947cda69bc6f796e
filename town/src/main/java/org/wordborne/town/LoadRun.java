package org.wordborne.town;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/// Posts at a steady rate to one webhook: for benchmarks and tests.
///
/// @param sent posts that were acknowledged
/// @param refused posts that were not
/// @param seconds how long it took
public record LoadRun(long sent, long refused, double seconds) {

  private static final int AT_ONCE = 64;

  /// Sends `rate` posts a second, one a message, for `seconds`.
  ///
  /// @throws IllegalArgumentException if `rate` or `seconds` is not greater than 0
  public static LoadRun run(long seed, URI to, String secret, double rate, int seconds)
      throws InterruptedException {
    if (rate <= 0 || seconds <= 0) {
      throw new IllegalArgumentException("rate and seconds must be greater than 0");
    }
    long count = Math.max(1, (long) (rate * seconds));
    var sent = new AtomicLong();
    var refused = new AtomicLong();
    var room = new Semaphore(AT_ONCE);
    long begun = System.nanoTime();
    String run = Long.toHexString(begun);
    try (var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var lines = Town.generate(seed, count).iterator();
      for (long i = 0; i < count; i++) {
        long wait = begun + (long) (i * 1e9 / rate) - System.nanoTime();
        if (wait > 0) {
          Thread.sleep(Duration.ofNanos(wait));
        }
        String id = "load-" + run + "-" + i;
        String post = now(lines.next(), id);
        room.acquire();
        threads.execute(
            () -> {
              boolean taken = send(http, to, secret, id, post);
              (taken ? sent : refused).incrementAndGet();
              room.release();
            });
      }
    }
    return new LoadRun(sent.get(), refused.get(), (System.nanoTime() - begun) / 1e9);
  }

  /// The same post with an id of this run, spoken now.
  private static String now(String line, String id) {
    String own = line.replaceFirst("\"id\":\"[^\"]*\"", "\"id\":\"" + id + "\"");
    return own.replaceFirst("\"published\":\"[^\"]*\"", "\"published\":\"" + Instant.now() + "\"");
  }

  private static boolean send(HttpClient http, URI to, String secret, String id, String post) {
    try {
      String body =
          "{\"type\":\"post.created\",\"timestamp\":\""
              + Instant.now()
              + "\",\"data\":"
              + post
              + "}";
      long second = Instant.now().getEpochSecond();
      return Deliveries.post(http, to, secret, "msg_" + id, second, body) / 100 == 2;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
