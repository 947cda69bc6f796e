package org.wordborne.cli.story;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A real WordPress on loopback, as its visitors and its editor use it. It ends with
/// [#close()], or with the JVM.
final class WordPressSite implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Path SCRIPTS = Path.of("..", "channels/src/test/peers/wordpress");
  private static final int NOT_TO_BE_HAD = 3;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path folder;
  private final JsonNode told;
  private final Thread atExit = new Thread(this::stop, "stop-wordpress");

  private WordPressSite(Path folder, JsonNode told) {
    this.folder = folder;
    this.told = told;
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /// Starts one below `folder`; empty where a package cannot be had, which is said.
  static Optional<WordPressSite> start(Path folder) throws IOException, InterruptedException {
    Path said = Files.createTempFile("wordpress", ".err");
    Process process =
        script("start.sh", folder.toString(), freePort(), freePort())
            .redirectError(said.toFile())
            .start();
    String line = process.inputReader(StandardCharsets.UTF_8).readLine();
    boolean ended = process.waitFor(10, TimeUnit.MINUTES);
    if (ended && process.exitValue() == 0 && line != null) {
      return Optional.of(new WordPressSite(folder, JSON.readTree(line)));
    }
    process.destroy();
    script("stop.sh", folder.toString()).start().waitFor();
    String why = Files.readString(said).strip();
    if (ended && process.exitValue() == NOT_TO_BE_HAD) {
      System.err.println("NOT RUN: the story on a real WordPress. " + why);
      return Optional.empty();
    }
    throw new IOException("WordPress did not start: " + why);
  }

  private static ProcessBuilder script(String name, String... arguments) {
    var command = new java.util.ArrayList<String>();
    command.add(SCRIPTS.resolve(name).toString());
    command.addAll(java.util.List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
  }

  private static String freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return Integer.toString(socket.getLocalPort());
    }
  }

  String url() {
    return told.path("url").asString();
  }

  String hostAndPort() {
    return URI.create(url()).getAuthority();
  }

  String user() {
    return told.path("user").asString();
  }

  String password() {
    return told.path("password").asString();
  }

  /// The editor is shown by another name than that of the account.
  void showEditorAs(String name) {
    send("POST", "users/me", Map.of("name", name), true);
  }

  /// The editor writes a post; its number.
  long post(String title, String html) {
    var draft = Map.of("title", title, "content", html, "status", "publish");
    return send("POST", "posts", draft, true).path("id").asLong();
  }

  /// A guest comments; the comment's number.
  long comment(long post, String name, String text) {
    var draft =
        Map.of(
            "post", post,
            "author_name", name,
            "author_email", "guest@visitor.example",
            "content", text);
    return send("POST", "comments", draft, false).path("id").asLong();
  }

  void editComment(long id, String text) {
    send("POST", "comments/" + id, Map.of("content", text), true);
  }

  void trashComment(long id) {
    send("DELETE", "comments/" + id, Map.of(), true);
  }

  /// All comments under a post, as everybody sees them.
  JsonNode commentsOf(long post) {
    return send("GET", "comments?per_page=100&order=asc&post=" + post, Map.of(), false);
  }

  /// All posts that stand there, drafts and what is in the bin included, as the editor sees them.
  List<JsonNode> posts() {
    JsonNode all = send("GET", "posts?per_page=100&context=edit&status=any,trash", Map.of(), true);
    return all.valueStream().toList();
  }

  /// A page as a visitor sees it.
  String page(String link) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(link)).build();
    return http.send(request, BodyHandlers.ofString()).body();
  }

  private JsonNode send(String method, String route, Map<String, ?> body, boolean editor) {
    var request =
        HttpRequest.newBuilder(URI.create(url() + "/wp-json/wp/v2/" + route))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
    if (editor) {
      byte[] pair = (user() + ":" + password()).getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }
    try {
      var answer = http.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(method + " " + route + ": " + answer.body());
      }
      return JSON.readTree(answer.body());
    } catch (IOException | InterruptedException broken) {
      throw new IllegalStateException(method + " " + route, broken);
    }
  }

  private void stop() {
    try {
      script("stop.sh", folder.toString()).start().waitFor(30, TimeUnit.SECONDS);
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException("WordPress was not stopped", failed);
    }
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(atExit);
    http.close();
    stop();
  }
}
