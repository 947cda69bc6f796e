package org.wordborne.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.Workspaces;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One server with its embedded database for all tests of a JVM, started at the first use and
/// stopped with the JVM.
///
/// Of the parts, in a workspace of one's own (no other test's rows, no sources polled there):
///
/// ```java
/// Scope scope = ServerFixture.freshScope();
/// ServerFixture.bean(Transactions.class).run(scope, jdbc -> …);
/// ```
///
/// Over HTTP, as a program with a full token (always the default workspace, shared by all tests,
/// so look for rows of your own making):
///
/// ```java
/// JsonNode topics = ServerFixture.get("/api/v1/topics").json();
/// Answer made = ServerFixture.post("/api/v1/topics", Map.of("name", "Lantern", …));
/// assertThat(made.status()).isEqualTo(201);
/// ```
///
/// Anything else (cookies, odd headers): `ServerFixture.send(ServerFixture.request("/…")…build())`.
/// A source under test listens on `ServerFixture.allowedPort()`, which the guarded client may
/// reach.
///
/// A test that stops, kills or re-starts servers makes its own with [ServerProcess] on a
/// temporary folder and closes it; that costs a few seconds.
public final class ServerFixture {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Queue<Integer> PORTS = freePorts();
  private static final int ALLOWED_PORTS = 512;
  private static @Nullable RunningServer server;

  private ServerFixture() {}

  /// An answer over HTTP.
  public record Answer(int status, String body, HttpResponse<String> whole) {
    /// The body as JSON.
    public JsonNode json() {
      return JSON.readTree(body);
    }

    /// A header's first value, or an empty text.
    public String header(String name) {
      return whole.headers().firstValue(name).orElse("");
    }
  }

  /// The server; the first call takes some seconds.
  public static synchronized RunningServer server() {
    RunningServer running = server;
    if (running == null) {
      Path folder = temporaryFolder();
      running =
          ServerProcess.start(
              ServerOptions.at(folder)
                  .withPort(0)
                  .withAllowPrivate(PORTS.stream().map(port -> "127.0.0.1:" + port).toList()));
      server = running;
      Runtime.getRuntime().addShutdownHook(new Thread(() -> removeAfterStop(folder)));
    }
    return running;
  }

  /// A free port of 127.0.0.1 which the server's sources may reach; there are 512 for all tests.
  public static int allowedPort() {
    server();
    return PORTS.remove();
  }

  /// A part of the server.
  public static <T> T bean(Class<T> type) {
    return server().bean(type);
  }

  /// The scope of a new workspace that no other test knows.
  public static Scope freshScope() {
    return Scope.of(bean(Workspaces.class).create("test"));
  }

  /// The scope of the default workspace, which requests over HTTP are about.
  public static Scope defaultScope() {
    WorkspaceId current = bean(Workspaces.class).first();
    return Scope.of(current);
  }

  /// Transactions of the serving role.
  public static Transactions transactions() {
    return bean(Transactions.class);
  }

  /// GET with the full token; the path begins with a slash.
  public static Answer get(String path) {
    return send(authorized(path).GET().build());
  }

  /// POST of `body` as JSON with the full token.
  public static Answer post(String path, Object body) {
    return send("POST", path, body);
  }

  /// PUT of `body` as JSON with the full token.
  public static Answer put(String path, Object body) {
    return send("PUT", path, body);
  }

  /// PATCH of `body` as JSON with the full token.
  public static Answer patch(String path, Object body) {
    return send("PATCH", path, body);
  }

  /// DELETE with the full token.
  public static Answer delete(String path) {
    return send(authorized(path).DELETE().build());
  }

  /// Any method with `body` as JSON (a String is sent as it is) and the full token.
  public static Answer send(String method, String path, Object body) {
    String text = body instanceof String raw ? raw : JSON.writeValueAsString(body);
    return send(
        authorized(path)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(text))
            .build());
  }

  /// A request to `path` that carries nothing else yet.
  public static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server().url() + path));
  }

  /// A request to `path` with the full token.
  public static HttpRequest.Builder authorized(String path) {
    return request(path).header("Authorization", "Bearer " + server().token());
  }

  /// Sends it.
  public static Answer send(HttpRequest request) {
    try {
      HttpResponse<String> whole = HTTP.send(request, BodyHandlers.ofString());
      return new Answer(whole.statusCode(), whole.body(), whole);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /* Below those that systems give away by themselves, so that nobody takes one meanwhile. */
  private static Queue<Integer> freePorts() {
    var ports = new ConcurrentLinkedQueue<Integer>();
    int first = ThreadLocalRandom.current().nextInt(20_000, 31_000);
    for (int port = first; ports.size() < ALLOWED_PORTS; port++) {
      try (var probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        ports.add(probe.getLocalPort());
      } catch (IOException taken) {
        // The next one may be free.
      }
    }
    return ports;
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("wordborne-test");
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  /* The server's own hook runs at the same time; its close waits for what is under way. */
  private static void removeAfterStop(Path folder) {
    RunningServer running = server;
    if (running != null) {
      running.close();
    }
    try (var inside = Files.walk(folder)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException left) {
      System.err.println("left behind: " + folder + ": " + left);
    }
  }
}
