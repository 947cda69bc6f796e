package org.wordborne.server.mailroom;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.wordborne.wire.Secret;
import org.wordborne.wire.StandardWebhooks;

/// A program that is told by webhook.
public final class HookReceiver implements AutoCloseable {
  private final HttpServer server;
  private final List<Told> told = new CopyOnWriteArrayList<>();
  private volatile int status = 200;
  private volatile String text = "";
  private volatile Map<String, String> headersToAnswer = Map.of();

  /// Something it was told.
  public record Told(Map<String, String> headers, String body) {
    /// Whether it was signed with `secret`.
    public boolean isSigned(String secret) {
      byte[] raw = body.getBytes(StandardCharsets.UTF_8);
      var secrets = List.of(Secret.of(secret));
      return StandardWebhooks.verify(secrets, headers, raw, Instant.now()).valid();
    }
  }

  /// Listens on a port of 127.0.0.1.
  public HookReceiver(int port) {
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
    server.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          var headers = new HashMap<String, String>();
          exchange.getRequestHeaders().forEach((name, all) -> headers.put(name, all.getFirst()));
          told.add(new Told(headers, new String(body, StandardCharsets.UTF_8)));
          headersToAnswer.forEach(exchange.getResponseHeaders()::set);
          byte[] answer = text.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  /// Where it listens.
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/told";
  }

  /// Everything it was told.
  public List<Told> told() {
    return told;
  }

  /// Answers otherwise from now on.
  public void answer(int other) {
    status = other;
  }

  /// Answers otherwise from now on, with a text and a header.
  public void answer(int other, String said, String header, String value) {
    text = said;
    headersToAnswer = Map.of(header, value);
    status = other;
  }

  /// Forgets what was, and answers well again.
  public void forget() {
    told.clear();
    status = 200;
    text = "";
    headersToAnswer = Map.of();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
