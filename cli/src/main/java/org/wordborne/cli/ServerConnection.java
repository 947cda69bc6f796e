package org.wordborne.cli;

import java.io.InputStream;
import java.net.http.HttpRequest;
import tools.jackson.databind.JsonNode;

/// The API of a server, as a command uses it: JSON in, JSON out, a problem becomes a
/// [CommandException] with the server's own sentence.
///
/// Paths start behind `/api/v1`, as in `get("/topics")`.
public final class ServerConnection implements AutoCloseable {
  private ServerConnection() {}

  static ServerConnection open(ConnectionOptions options) {
    throw new UnsupportedOperationException(options.data().toString());
  }

  /// Address of the server, without `/api/v1`.
  public String url() {
    throw new UnsupportedOperationException();
  }

  /// Asks for `path`.
  public JsonNode get(String path) {
    return send("GET", path, null);
  }

  /// Sends `body` (anything Jackson can write) to `path`.
  public JsonNode post(String path, Object body) {
    return send("POST", path, body);
  }

  /// Any method; `body` may be null.
  public JsonNode send(String method, String path, @org.jspecify.annotations.Nullable Object body) {
    throw new UnsupportedOperationException(method + path + body);
  }

  /// Sends `body` as it is and returns the answer as a stream, for long work both ways.
  public InputStream stream(
      String method, String path, String contentType, HttpRequest.BodyPublisher body) {
    throw new UnsupportedOperationException(method + path + contentType + body);
  }

  /// Asks for `path` and returns the answer as a stream, for exports.
  public InputStream stream(String path) {
    return stream("GET", path, "", HttpRequest.BodyPublishers.noBody());
  }

  @Override
  public void close() {}
}
