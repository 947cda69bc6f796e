package org.wordborne.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A server on a folder of its own that is gone afterwards, reached over HTTP as any program would.
/// It runs in this JVM ([ServedHere]) or in a process of its own ([ServedApart]).
abstract class Served implements AutoCloseable {
  static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int FIRST_BAD = 400;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Path folder;
  private final String url;
  private final String token;

  /// A living server, by its address and the token that it wrote into its folder.
  Served(Path folder, String url, String token) {
    this.folder = folder;
    this.url = url;
    this.token = token;
  }

  /// Ends the server, so that nothing of its folder is in use.
  abstract void stop();

  String url() {
    return url;
  }

  /// Its data folder.
  Path folder() {
    return folder;
  }

  HttpClient http() {
    return http;
  }

  /// A request of whoever has that token, to a path below `/api/v1`.
  HttpRequest.Builder request(String path, String shown) {
    return HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
        .header("Authorization", "Bearer " + shown);
  }

  /// A token for each of so many users.
  List<String> tokens(int users) {
    return IntStream.range(0, users)
        .mapToObj(i -> post("/tokens", Map.of("name", "user " + i)).path("token").asString())
        .toList();
  }

  JsonNode get(String path) {
    return JSON.readTree(text("GET", path, BodyPublishers.noBody(), "application/json"));
  }

  JsonNode post(String path, Object body) {
    String json = JSON.writeValueAsString(body);
    return JSON.readTree(text("POST", path, BodyPublishers.ofString(json), "application/json"));
  }

  /// Imports `lines` and returns the summary, after all of them can be found.
  JsonNode importLines(Stream<String> lines) {
    BodyPublisher body = BodyPublishers.ofInputStream(() -> new LinesStream(lines.iterator()));
    String answer = text("POST", "/imports", body, "application/x-ndjson");
    List<String> told = answer.lines().toList();
    return JSON.readTree(told.getLast());
  }

  /// How many mentions a search finds, with spam and what is hidden.
  long searchable() {
    return get("/mentions?limit=0&spam=include&hidden=include").path("total").asLong();
  }

  /// Waits until all who follow what was heard (people, conversations, tales, results) have read
  /// the newest mention.
  ///
  /// @return seconds since that one was heard; asked every tenth of a second
  double followersCaughtUp() {
    JsonNode status = get("/status");
    while (status.path("followersBehind").asLong(1) > 0) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      status = get("/status");
    }
    Instant heard = Instant.parse(status.path("lastHeardAt").asString());
    return Duration.between(heard, Instant.now()).toMillis() / 1000.0;
  }

  /// The stream of live events; the caller closes it.
  BufferedReader events() {
    var answer = send("GET", "/events", BodyPublishers.noBody(), "text/event-stream");
    return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
  }

  private String text(String method, String path, BodyPublisher body, String type) {
    try (InputStream answer = send(method, path, body, type).body()) {
      return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException cut) {
      throw new UncheckedIOException(cut);
    }
  }

  private HttpResponse<InputStream> send(
      String method, String path, BodyPublisher body, String type) {
    var request = request(path, token).method(method, body).header("Content-Type", type).build();
    try {
      var answer = http.send(request, BodyHandlers.ofInputStream());
      if (answer.statusCode() >= FIRST_BAD) {
        String why = new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
        throw new IllegalStateException(method + " " + path + ": " + why);
      }
      return answer;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /// Adds a webhook that keeps everything; its address and secret.
  Map<String, String> webhook() {
    JsonNode made =
        post(
            "/sources",
            Map.of("kind", "webhook", "name", "bench", "settings", Map.of(), "everything", true));
    String id = made.path("source").path("id").asString();
    return Map.of("url", url() + "/hooks/" + id, "secret", made.path("secret").asString());
  }

  @Override
  public void close() throws IOException {
    http.shutdownNow();
    stop();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /// Lines as bytes, made while they are read.
  private static final class LinesStream extends InputStream {
    private final Iterator<String> lines;
    private byte[] line = {};
    private int at;

    LinesStream(Iterator<String> lines) {
      this.lines = lines;
    }

    @Override
    public int read() {
      return fill() ? line[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] to, int from, int length) {
      if (!fill()) {
        return -1;
      }
      int count = Math.min(length, line.length - at);
      System.arraycopy(line, at, to, from, count);
      at += count;
      return count;
    }

    private boolean fill() {
      if (at < line.length) {
        return true;
      }
      if (!lines.hasNext()) {
        return false;
      }
      line = (lines.next() + "\n").getBytes(StandardCharsets.UTF_8);
      at = 0;
      return true;
    }
  }
}
