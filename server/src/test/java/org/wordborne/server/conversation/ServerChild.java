package org.wordborne.server.conversation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.wordborne.server.ChildJvm;
import org.wordborne.wire.Secret;
import org.wordborne.wire.StandardWebhooks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A [KillableServer] and the way to talk with it.
public final class ServerChild implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final long MOST_SECONDS = 120;

  private final Process process;
  private final Path complaints;
  private final String url;
  private final String token;
  private final HttpClient http = HttpClient.newHttpClient();

  /// Starts one.
  ///
  /// @param crash name of the crash point at which it ends; "" for none
  public ServerChild(Path folder, String peer, String crash) throws IOException {
    complaints = Files.createTempFile("server-child", ".log");
    List<String> options = crash.isEmpty() ? List.of() : List.of("-DWORDBORNE_CRASH=" + crash);
    process =
        ChildJvm.of(KillableServer.class, options, folder.toString(), peer)
            .redirectError(complaints.toFile())
            .start();
    var ready = ready();
    url = ready[1];
    token = ready[2];
  }

  /* What it complains of goes elsewhere: mixed with its word that it is ready, neither is read. */
  private String[] ready() throws IOException {
    var late = CompletableFuture.delayedExecutor(MOST_SECONDS, TimeUnit.SECONDS);
    var end = CompletableFuture.runAsync(process::destroyForcibly, late);
    var out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (var line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith("ready ")) {
        end.cancel(false);
        Thread.ofVirtual().start(() -> drain(out));
        return line.split(" ");
      }
    }
    throw new IOException("The server did not start:\n" + Files.readString(complaints));
  }

  private static void drain(BufferedReader out) {
    try {
      out.transferTo(Writer.nullWriter());
    } catch (IOException closed) {
      // It ended; nobody asks for its last words.
    }
  }

  /// What stands at a path below `/api/v1`.
  public JsonNode get(String path) throws Exception {
    return ask("GET", path, null);
  }

  /// What it answers to what is sent to a path below `/api/v1`.
  public JsonNode post(String path, Object body) throws Exception {
    return ask("POST", path, body);
  }

  private JsonNode ask(String method, String path, Object body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(JSON.writeValueAsString(body)));
    var answer = http.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() >= 400) {
      throw new IOException(method + " " + path + ": " + answer.statusCode() + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  /// Sends what is written under an idempotency key; fails if the server goes before it answers.
  public HttpResponse<String> postOnce(String key, String path, Object body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
    return http.send(request.build(), BodyHandlers.ofString());
  }

  /// Adds a webhook whose answers the peer takes.
  public JsonNode noticeboard(Peer peer) throws Exception {
    var settings = Map.of("answerUrl", peer.url());
    return post(
        "/sources",
        Map.of("kind", "webhook", "name", "Noticeboard", "settings", settings, "everything", true));
  }

  /// Pushes a post to a webhook source, signed.
  public int push(String hook, String secret, Map<String, Object> post) throws Exception {
    var body = JSON.writeValueAsBytes(post);
    var signed =
        StandardWebhooks.sign(Secret.of(secret), "msg_" + post.get("id"), Instant.now(), body);
    var to = url + URI.create(hook).getPath();
    var request = HttpRequest.newBuilder(URI.create(to)).POST(BodyPublishers.ofByteArray(body));
    signed.forEach(request::header);
    request.header("Content-Type", "application/json");
    return http.send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  /// Whether it has ended by itself, or does so within two minutes.
  public boolean ended() throws InterruptedException {
    return process.waitFor(2, TimeUnit.MINUTES);
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Files.deleteIfExists(complaints);
  }
}
