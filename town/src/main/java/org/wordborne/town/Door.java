package org.wordborne.town;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// One institution's server on loopback.
final class Door implements AutoCloseable {

  private static final int BODY_LIMIT = 1 << 20;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /// Who answers at a door.
  @FunctionalInterface
  interface Desk {
    Answer answer(Asked asked);
  }

  /// A request as it came.
  record Asked(
      String method,
      String path,
      Map<String, String> query,
      Map<String, String> headers,
      String body) {
    String header(String name) {
      return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), "");
    }
  }

  /// What goes back.
  record Answer(int status, String type, String body, Map<String, String> headers) {
    static Answer html(String body) {
      return new Answer(200, "text/html; charset=utf-8", body, new LinkedHashMap<>());
    }

    static Answer json(int status, String body) {
      return new Answer(status, "application/json; charset=utf-8", body, new LinkedHashMap<>());
    }

    static Answer of(String type, String body) {
      return new Answer(200, type, body, new LinkedHashMap<>());
    }

    static Answer missing() {
      return new Answer(404, "text/plain; charset=utf-8", "Not here.", new LinkedHashMap<>());
    }

    Answer with(String header, String value) {
      headers.put(header, value);
      return this;
    }
  }

  private Door(HttpServer server) {
    this.server = server;
  }

  /// Opens `port`, or a free one for 0 or where `port` is taken and need not be kept.
  static Door open(int port, boolean mustHave) {
    try {
      return new Door(bind(port));
    } catch (BindException e) {
      if (mustHave) {
        throw new IllegalStateException("port " + port + " is taken; choose another --port-base");
      }
      return open(0, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpServer bind(int port) throws IOException {
    var address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
    return HttpServer.create(address, 64);
  }

  void serve(Desk desk) {
    server.setExecutor(threads);
    server.createContext("/", exchange -> handle(exchange, desk));
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  URI home() {
    return URI.create("http://127.0.0.1:" + port() + "/");
  }

  private static void handle(HttpExchange exchange, Desk desk) throws IOException {
    try (exchange) {
      Answer answer;
      try {
        answer = desk.answer(read(exchange));
      } catch (IllegalArgumentException e) {
        answer = Answer.json(400, "{\"error\":" + PostJson.quoted(e.getMessage()) + "}");
      }
      var headers = exchange.getResponseHeaders();
      headers.set("Content-Type", answer.type());
      headers.set("X-Content-Type-Options", "nosniff");
      answer.headers().forEach(headers::add);
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      boolean bare = answer.status() == 304 || exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(answer.status(), bare ? -1 : body.length);
      if (!bare) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private static Asked read(HttpExchange exchange) throws IOException {
    var headers = new HashMap<String, String>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) ->
                headers.put(name.toLowerCase(java.util.Locale.ROOT), String.join(", ", values)));
    byte[] body = exchange.getRequestBody().readNBytes(BODY_LIMIT);
    var uri = exchange.getRequestURI();
    return new Asked(
        exchange.getRequestMethod(),
        uri.getPath(),
        pairs(uri.getRawQuery()),
        headers,
        new String(body, StandardCharsets.UTF_8));
  }

  /// The fields of a query or a form.
  static Map<String, String> pairs(@org.jspecify.annotations.Nullable String raw) {
    var pairs = new HashMap<String, String>();
    if (raw != null) {
      for (String pair : raw.split("&")) {
        int at = pair.indexOf('=');
        if (at > 0) {
          pairs.put(decode(pair.substring(0, at)), decode(pair.substring(at + 1)));
        }
      }
    }
    return pairs;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
