package org.wordborne.server.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordborne.server.RunningServer;
import org.wordborne.server.ServerOptions;
import org.wordborne.server.ServerProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Many sources, one in ten of which hangs, drips, floods, cuts the line or sends garbage: the
/// others are heard as if they were alone. `-Dsources=1000` for more of them.
@Tag("second-stage")
class BadNeighboursTest {
  private static final int SOURCES = Integer.getInteger("sources", 200);
  private static final List<String> MANNERS =
      List.of("hang", "drip", "flood", "cut", "garbage", "500");
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir private Path data;
  private final Map<Integer, Long> shownAt = new ConcurrentHashMap<>();
  private volatile boolean closing;

  @Test
  void listen_oneInTenMisbehaves_hearsAllOthersAndStaysSmall() throws Exception {
    var peer = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    peer.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    peer.createContext("/", this::answer);
    peer.start();
    String authority = "127.0.0.1:" + peer.getAddress().getPort();
    try (RunningServer server = start(authority)) {
      for (int i = 0; i < SOURCES; i++) {
        add(server, "http://" + authority + "/" + manner(i) + "/" + i);
      }
      for (int i = 0; i < SOURCES; i++) {
        shownAt.put(i, System.nanoTime());
      }
      int good = SOURCES - SOURCES / 10;
      double[] waits = await(server, good);

      System.out.printf(
          "%d sources, %d bad: all others heard, p95 %.1f s, last %.1f s; %d threads%n",
          SOURCES,
          SOURCES / 10,
          waits[(int) (waits.length * 0.95)],
          waits[waits.length - 1],
          ManagementFactory.getThreadMXBean().getThreadCount());
      assertThat(ManagementFactory.getThreadMXBean().getThreadCount()).isLessThan(150);
    } finally {
      closing = true;
      peer.stop(0);
    }
  }

  private static String manner(int i) {
    return i % 10 == 0 ? MANNERS.get(i / 10 % MANNERS.size()) : "good";
  }

  private RunningServer start(String authority) {
    return ServerProcess.start(
        ServerOptions.at(data).withPort(0).withAllowPrivate(List.of(authority)));
  }

  private static void add(RunningServer server, String url) throws Exception {
    var source =
        Map.of("kind", "feed", "name", url, "settings", Map.of("url", url), "everything", true);
    ask(server, "/sources", BodyPublishers.ofString(JSON.writeValueAsString(source)), "POST");
  }

  private static JsonNode ask(RunningServer server, String path, BodyPublisher body, String method)
      throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(server.url() + "/api/v1" + path))
            .header("Authorization", "Bearer " + server.token())
            .header("Content-Type", "application/json")
            .method(method, body);
    var answer = HTTP.send(request.build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    return JSON.readTree(answer.body());
  }

  /// Waits until the word of each good source is found; how long each took, in seconds, sorted.
  private static double[] await(RunningServer server, int good) throws Exception {
    long start = System.nanoTime();
    double[] waits = new double[good];
    int heard = 0;
    while (heard < good) {
      String path = "/mentions?limit=0&spam=include&query=steadyword";
      int now = ask(server, path, BodyPublishers.noBody(), "GET").path("total").asInt();
      Arrays.fill(waits, heard, now, (System.nanoTime() - start) / 1e9);
      heard = now;
      assertThat(System.nanoTime() - start)
          .as("heard %d of %d", heard, good)
          .isLessThan(PATIENCE.toNanos());
      Thread.sleep(100);
    }
    return waits;
  }

  private void answer(HttpExchange asked) throws IOException {
    String[] path = asked.getRequestURI().getPath().split("/");
    int number = Integer.parseInt(path[2]);
    switch (path[1]) {
      case "good" -> send(asked, feed(shownAt.containsKey(number) ? "steadyword " + number : ""));
      case "hang" -> pause(Duration.ofMinutes(5));
      case "drip" -> drip(asked);
      case "flood" -> flood(asked);
      case "garbage" -> send(asked, "<rss><\u0000&nope;".repeat(1_000));
      case "500" -> asked.sendResponseHeaders(500, -1);
      default -> asked.close();
    }
    asked.close();
  }

  private static String feed(String word) {
    String item =
        "<item><guid>" + word + "</guid><description>Of " + word + "</description></item>";
    return "<rss version='2.0'><channel><title>t</title>"
        + (word.isEmpty() ? "" : item)
        + "</channel></rss>";
  }

  private static void send(HttpExchange asked, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    asked.sendResponseHeaders(200, bytes.length);
    asked.getResponseBody().write(bytes);
  }

  private void drip(HttpExchange asked) throws IOException {
    asked.sendResponseHeaders(200, 0);
    OutputStream body = asked.getResponseBody();
    while (!closing) {
      body.write(' ');
      body.flush();
      pause(Duration.ofSeconds(1));
    }
  }

  private void flood(HttpExchange asked) throws IOException {
    asked.sendResponseHeaders(200, 0);
    byte[] block = "<item>flood</item>".repeat(4_000).getBytes(StandardCharsets.UTF_8);
    while (!closing) {
      asked.getResponseBody().write(block);
    }
  }

  private void pause(Duration length) {
    long end = System.nanoTime() + length.toNanos();
    while (!closing && System.nanoTime() < end) {
      try {
        Thread.sleep(200);
      } catch (InterruptedException e) {
        return;
      }
    }
  }
}
