package org.wordborne.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.RunningServer;
import org.wordborne.server.ServerFile;
import org.wordborne.server.ServerOptions;
import org.wordborne.server.ServerProcess;
import org.wordborne.server.workspace.DataFolder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The API of a server, as a command uses it: JSON in, JSON out, a problem becomes a
/// [CommandException] with the server's own sentence.
///
/// Paths start behind `/api/v1`, as in `get("/topics")`.
public final class ServerConnection implements AutoCloseable {
  /// Writes and reads the JSON of commands.
  static final JsonMapper JSON = JsonMapper.builder().build();

  private static final int FIRST_BAD = 400;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final String url;
  private final String token;
  private final @Nullable String workspace;
  private final @Nullable RunningServer own;

  private ServerConnection(
      String url, String token, @Nullable String workspace, @Nullable RunningServer own) {
    this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    this.token = token;
    this.workspace = workspace;
    this.own = own;
  }

  static ServerConnection open(ConnectionOptions options, List<String> allowPrivate) {
    ServerConnection living = openIfLiving(options);
    if (living != null) {
      return living;
    }
    ServerOptions alone =
        ServerOptions.at(options.data())
            .withPort(0)
            .withDatabaseUrl(options.databaseUrl)
            .withAllowPrivate(allowPrivate)
            .withoutListening();
    RunningServer own = ServerProcess.start(alone);
    return new ServerConnection(own.url(), own.token(), options.workspace, own);
  }

  /// To the server that is named, or that lives on the folder; null where none does.
  static @Nullable ServerConnection openIfLiving(ConnectionOptions options) {
    if (options.url != null) {
      if (options.token == null) {
        throw new CommandException("--url needs --token beside it");
      }
      return new ServerConnection(options.url, options.token, options.workspace, null);
    }
    return living(new DataFolder(options.data()))
        .map(file -> new ServerConnection(file.url(), file.token(), options.workspace, null))
        .orElse(null);
  }

  /// To a server of this JVM, which stays open when the connection closes.
  static ServerConnection to(RunningServer server) {
    return new ServerConnection(server.url(), server.token(), null, null);
  }

  /* A server.json whose process is gone was left by a kill. */
  private static Optional<ServerFile> living(DataFolder folder) {
    return ServerFile.read(folder)
        .filter(file -> ProcessHandle.of(file.pid()).filter(ProcessHandle::isAlive).isPresent())
        .filter(ServerConnection::answers);
  }

  private static boolean answers(ServerFile file) {
    try (var probe = new ServerConnection(file.url(), file.token(), null, null)) {
      return probe.exchange("GET", "/session", "", BodyPublishers.noBody()).statusCode()
          < FIRST_BAD;
    } catch (CommandException nobody) {
      return false;
    }
  }

  /// Address of the server, without `/api/v1`.
  public String url() {
    return url;
  }

  /// Asks for `path`.
  public JsonNode get(String path) {
    return send("GET", path, null);
  }

  /// Sends `body` (anything Jackson can write) to `path`.
  public JsonNode post(String path, Object body) {
    return send("POST", path, body);
  }

  /// Any method; `body` may be null. Returns a missing node where there is no answer to read.
  public JsonNode send(String method, String path, @Nullable Object body) {
    BodyPublisher publisher =
        body == null
            ? BodyPublishers.noBody()
            : BodyPublishers.ofString(JSON.writeValueAsString(body));
    try (InputStream answer = stream(method, path, "application/json", publisher)) {
      return JSON.readTree(answer.readAllBytes());
    } catch (IOException cut) {
      throw new CommandException(url + ": the answer was cut: " + cut.getMessage());
    }
  }

  /// Sends `body` as it is and returns the answer as a stream, for long work both ways.
  public InputStream stream(String method, String path, String contentType, BodyPublisher body) {
    HttpResponse<InputStream> answer = exchange(method, path, contentType, body);
    if (answer.statusCode() >= FIRST_BAD) {
      throw refusal(answer);
    }
    return answer.body();
  }

  /// Asks for `path` and returns the answer as a stream, for exports.
  public InputStream stream(String path) {
    return stream("GET", path, "", BodyPublishers.noBody());
  }

  private HttpResponse<InputStream> exchange(
      String method, String path, String contentType, BodyPublisher body) {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
              .method(method, body)
              .header("Authorization", "Bearer " + token);
      if (!contentType.isEmpty()) {
        request.header("Content-Type", contentType);
      }
      if (workspace != null) {
        request.header("Wordborne-Workspace", workspace);
      }
      return http.send(request.build(), BodyHandlers.ofInputStream());
    } catch (ConnectException nobody) {
      throw new CommandException(url + ": no server answers there");
    } catch (IOException broken) {
      throw told(broken);
    } catch (IllegalArgumentException malformed) {
      throw new CommandException(url + path + ": this is no address");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CommandException("stopped");
    }
  }

  /* What could not be read while it was sent is told of the file, not of the server. */
  private CommandException told(IOException broken) {
    for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
      if (cause instanceof CommandException ofInput) {
        return ofInput;
      }
    }
    return new CommandException(url + ": " + broken.getMessage());
  }

  private CommandException refusal(HttpResponse<InputStream> answer) {
    try (InputStream body = answer.body()) {
      String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
      JsonNode problem = JSON.readTree(text);
      String field = problem.path("field").asString("");
      String detail = problem.path("detail").asString("status " + answer.statusCode());
      detail += place(problem);
      return new CommandException(field.isEmpty() ? detail : field + ": " + detail);
    } catch (IOException | JacksonException unreadable) {
      return new CommandException(url + " answered with status " + answer.statusCode());
    }
  }

  /* Where a query is wrong, and what may mend it: as `query check` says it. */
  private static String place(JsonNode problem) {
    String hint = problem.path("hint").asString("");
    String place =
        problem.path("start").isInt()
            ? " At character " + (problem.path("start").asInt() + 1) + "."
            : "";
    return hint.isEmpty() ? place : place + " " + hint;
  }

  @Override
  public void close() {
    http.close();
    if (own != null) {
      own.close();
    }
  }
}
