package org.wordborne.cli.story;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.wordborne.cli.WordborneCommand;
import org.wordborne.server.RunningServer;
import org.wordborne.server.ServerOptions;
import org.wordborne.server.ServerProcess;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.Workspaces;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A server of this JVM, used as its people use it: by its API and by commands.
final class Newsroom implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final long MINUTE = 60_000_000_000L;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path data;
  private final RunningServer server;

  private Newsroom(Path data, RunningServer server) {
    this.data = data;
    this.server = server;
  }

  /// Opens one on `data` that may reach one private address.
  static Newsroom open(Path data, String hostAndPort) {
    var options = ServerOptions.at(data).withPort(0).withAllowPrivate(List.of(hostAndPort));
    return new Newsroom(data, ServerProcess.start(options));
  }

  JsonNode get(String path) {
    return send("GET", path, "");
  }

  JsonNode post(String path, Object body) {
    return send("POST", path, JSON.writeValueAsString(body));
  }

  /// Every mention of a native id that can be listed, spam and hidden ones too.
  List<JsonNode> mentions(String nativeId) {
    var all = get("/mentions?limit=200&spam=include&hidden=include&fresh=true").path("mentions");
    return StreamSupport.stream(all.spliterator(), false)
        .filter(mention -> mention.path("nativeId").asString().equals(nativeId))
        .toList();
  }

  /// The conversation in which a mention stands.
  JsonNode conversationOf(String mention) {
    var id = post("/mentions/" + mention + "/conversation", "").path("conversationId");
    return get("/conversations/" + id.asString());
  }

  /// Runs a command on the data folder and returns the last line that it printed.
  JsonNode command(String... words) {
    var line = new ArrayList<>(List.of(words));
    line.addAll(List.of("--data", data.toString()));
    var before = System.out;
    var out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    int code;
    try {
      code = WordborneCommand.run(line.toArray(String[]::new));
    } finally {
      System.setOut(before);
    }
    if (code != 0) {
      throw new AssertionError(line + " ended with " + code + ": " + out);
    }
    return JSON.readTree(out.toString(StandardCharsets.UTF_8).lines().toList().getLast());
  }

  /// Changes rows behind the server's back, as a broken line or a lost answer would leave them.
  void sql(String text, Object... values) {
    Scope scope = Scope.of(server.bean(Workspaces.class).first());
    server.bean(Transactions.class).run(scope, tx -> tx.sql(text).params(values).update());
  }

  /// Asks again and again until something is there; fails after a minute.
  static <T> List<T> within(String what, Supplier<List<T>> asked) throws InterruptedException {
    long end = System.nanoTime() + MINUTE;
    while (System.nanoTime() < end) {
      List<T> found = asked.get();
      if (!found.isEmpty()) {
        return found;
      }
      Thread.sleep(250);
    }
    throw new AssertionError(what + " did not come within a minute");
  }

  private JsonNode send(String method, String path, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(server.url() + "/api/v1" + path))
            .header("Authorization", "Bearer " + server.token())
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      var answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(method + " " + path + ": " + answer.body());
      }
      return JSON.readTree(answer.body());
    } catch (IOException | InterruptedException broken) {
      throw new IllegalStateException(method + " " + path, broken);
    }
  }

  @Override
  public void close() {
    http.close();
    server.close();
  }
}
