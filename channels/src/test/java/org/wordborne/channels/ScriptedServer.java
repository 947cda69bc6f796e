package org.wordborne.channels;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.wordborne.wire.AllowedPrivate;
import org.wordborne.wire.GuardedHttp;

/* A peer that answers each address (path and query) with what the test wrote for it. */
public final class ScriptedServer implements AutoCloseable {
  public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  public record Request(
      String method, String target, Map<String, List<String>> headers, byte[] body) {
    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    public String header(String name) {
      return headers.getOrDefault(name, List.of("")).getFirst();
    }
  }

  private record Answer(int status, Map<String, String> headers, byte[] body) {}

  public final List<Request> asked = new CopyOnWriteArrayList<>();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final HttpServer server;

  public ScriptedServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  public String url(String path) {
    return "http://" + pair() + path;
  }

  public String pair() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  public ScriptedServer on(String target, int status, Map<String, String> headers, String body) {
    answers.put(target, new Answer(status, headers, body.getBytes(StandardCharsets.UTF_8)));
    return this;
  }

  public ScriptedServer on(String target, String body) {
    return on(target, 200, Map.of(), body);
  }

  public ChannelContext context() {
    var http = new GuardedHttp(AllowedPrivate.of(List.of(pair())));
    return new ChannelContext(http, InstantSource.fixed(NOW));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String target = exchange.getRequestURI().toString();
    byte[] body = exchange.getRequestBody().readAllBytes();
    asked.add(new Request(exchange.getRequestMethod(), target, exchange.getRequestHeaders(), body));
    Answer answer = answers.get(exchange.getRequestMethod() + " " + target);
    if (answer == null) {
      answer = answers.getOrDefault(target, new Answer(404, Map.of(), new byte[0]));
    }
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(
        answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
    if (answer.body().length > 0) {
      exchange.getResponseBody().write(answer.body());
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
