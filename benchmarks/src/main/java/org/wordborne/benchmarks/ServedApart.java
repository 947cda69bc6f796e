package org.wordborne.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.wordborne.server.ServerFile;
import org.wordborne.server.workspace.DataFolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A server as the launcher starts it, in a process and with a heap of its own, on a folder that is
/// gone afterwards.
final class ServedApart implements AutoCloseable {
  static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int FIRST_BAD = 400;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Path folder;
  private final Process process;
  private final String url;
  private final String token;

  private ServedApart(Path folder, Process process, String url, String token) {
    this.folder = folder;
    this.process = process;
    this.url = url;
    this.token = token;
  }

  static ServedApart open() throws IOException {
    Path folder = Files.createTempDirectory("wordborne-bench");
    Path launcher = Path.of(System.getenv("WORDBORNE_HOME"), "wordborne");
    Process process =
        new ProcessBuilder(launcher.toString(), "serve", "--data", folder.toString(), "--port", "0")
            .redirectError(folder.resolve("bench.log").toFile())
            .start();
    String ready = process.inputReader().readLine();
    if (ready == null) {
      throw new IllegalStateException(Files.readString(folder.resolve("bench.log")));
    }
    var file = ServerFile.read(new DataFolder(folder)).orElseThrow();
    return new ServedApart(folder, process, file.url(), file.token());
  }

  String url() {
    return url;
  }

  HttpClient http() {
    return http;
  }

  /// A request with the token of the process itself.
  HttpRequest.Builder request(String path) {
    return request(path, token);
  }

  /// A request of whoever has that token.
  HttpRequest.Builder request(String path, String shown) {
    return HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
        .header("Authorization", "Bearer " + shown)
        .header("Content-Type", "application/json");
  }

  /// A token for each of so many users.
  List<String> tokens(int users) {
    return IntStream.range(0, users)
        .mapToObj(i -> post("/tokens", Map.of("name", "user " + i)).path("token").asString())
        .toList();
  }

  JsonNode get(String path) {
    return send("GET", path, BodyPublishers.noBody());
  }

  JsonNode post(String path, Object body) {
    return send("POST", path, BodyPublishers.ofString(JSON.writeValueAsString(body)));
  }

  /// Imports a file of posts; returns when all of them can be found.
  void importFile(Path file) throws IOException {
    send("POST", "/imports", BodyPublishers.ofFile(file));
  }

  private JsonNode send(String method, String path, BodyPublisher body) {
    try {
      HttpResponse<String> answer =
          http.send(request(path).method(method, body).build(), BodyHandlers.ofString());
      if (answer.statusCode() >= FIRST_BAD) {
        throw new IllegalStateException(method + " " + path + ": " + answer.body());
      }
      return JSON.readTree(answer.body().lines().reduce((_, last) -> last).orElse("null"));
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
    return Map.of("url", url + "/hooks/" + id, "secret", made.path("secret").asString());
  }

  /// How many mentions a search finds, with spam and what is hidden.
  long searchable() {
    return get("/mentions?limit=0&spam=include&hidden=include&fresh=true").path("total").asLong();
  }

  /// The most that the JVM ever held in memory, in MB.
  double mostResident() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(Double.NaN);
  }

  /// Lets it stand still, or go on.
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder(List.of("kill", "-" + name, Long.toString(process.pid()))).start().waitFor();
  }

  @Override
  public void close() throws IOException {
    http.shutdownNow();
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
