package org.wordborne.server.conversation;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A small real peer that takes replies over HTTP as the webhook channel sends them, keeps a book
/// of those it published, and behaves as badly as it is told to.
public final class Peer implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ServerSocket socket;
  private final List<String> book = new CopyOnWriteArrayList<>();
  private final Map<String, String> published = new ConcurrentHashMap<>();
  private volatile Behaviour behaviour;
  private volatile boolean deaf;
  private volatile CompletableFuture<Void> silence = new CompletableFuture<>();
  private final AtomicInteger late = new AtomicInteger();

  /// How it takes a reply.
  public enum Behaviour {
    ACCEPTS(true),
    ACCEPTS_THEN_DROPS_THE_LINE(true),
    FAILS_AFTER_ACCEPTING(true),
    TOO_MANY_REQUESTS(false),
    HANGS(false),
    SLOW(true),
    RESETS(false),
    HEARS_DOUBLE(true);

    final boolean publishes;

    Behaviour(boolean publishes) {
      this.publishes = publishes;
    }
  }

  /// Takes what comes on a port of its own.
  public Peer(Behaviour behaviour) {
    this.behaviour = behaviour;
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::listen);
  }

  /// Where it takes replies.
  public String url() {
    return "http://127.0.0.1:" + socket.getLocalPort() + "/answers";
  }

  /// Its host and port, to be let through.
  public String hostPort() {
    return "127.0.0.1:" + socket.getLocalPort();
  }

  /// What it published, one entry for each time.
  public List<String> book() {
    return List.copyOf(book);
  }

  /// Answers no look-up any more.
  void goDeaf() {
    deaf = true;
  }

  /// Takes replies in another way from now on.
  public void behave(Behaviour other) {
    behaviour = other;
  }

  /// Done when the next ask was read and will have no answer, or none in time.
  CompletableFuture<Void> nextSilence() {
    silence = new CompletableFuture<>();
    return silence;
  }

  /// Waits until all that is published late is published.
  void awaitLate() {
    await().atMost(Duration.ofSeconds(60)).until(() -> late.get() == 0);
  }

  private void listen() {
    while (!socket.isClosed()) {
      try {
        var line = socket.accept();
        Thread.ofVirtual().start(() -> serve(line));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket line) {
    try (line) {
      var ask = Ask.read(line.getInputStream());
      if (ask.method().equals("GET")) {
        lookUp(line, ask);
      } else {
        take(line, ask);
      }
    } catch (IOException gone) {
      // The other side hung up; that is what these tests are about.
    }
  }

  private void lookUp(Socket line, Ask ask) throws IOException {
    if (deaf) {
      staySilent(line);
      return;
    }
    var key = ask.path().replaceFirst(".*[?&]key=([^&]*).*", "$1");
    var id = Optional.ofNullable(published.get(key));
    answer(line, id.isPresent() ? 200 : 404, id.map(Peer::stands).orElse("{}"));
  }

  private void take(Socket line, Ask ask) throws IOException {
    var reply = JSON.readTree(ask.body()).get("data");
    switch (behaviour) {
      case ACCEPTS -> answer(line, 200, stands(publish(reply)));
      case ACCEPTS_THEN_DROPS_THE_LINE -> publish(reply);
      case FAILS_AFTER_ACCEPTING -> {
        publish(reply);
        answer(line, 500, "{}");
      }
      case TOO_MANY_REQUESTS -> answer(line, 429, "{}");
      case HANGS -> staySilent(line);
      case SLOW -> {
        late.incrementAndGet();
        staySilent(line);
        publish(reply);
        late.decrementAndGet();
      }
      case RESETS -> line.setSoLinger(true, 0);
      case HEARS_DOUBLE -> {
        publish(reply);
        answer(line, 200, stands(publish(reply)));
      }
    }
  }

  /* Until the other side gives up and hangs up. */
  private void staySilent(Socket line) {
    silence.complete(null);
    try {
      line.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException hungUp) {
      // That is what was waited for.
    }
  }

  /* As Standard Webhooks asks of receivers: the same id again is the same message. */
  private String publish(JsonNode reply) {
    return published.computeIfAbsent(
        reply.get("id").asString(),
        _ -> {
          book.add(reply.get("text").asString());
          return "native-" + book.size();
        });
  }

  private static String stands(String id) {
    return "{\"id\":\"" + id + "\",\"url\":\"https://peer.example/" + id + "\"}";
  }

  private static void answer(Socket line, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    var head =
        "HTTP/1.1 "
            + status
            + " Said\r\nContent-Type: application/json\r\nContent-Length: "
            + bytes.length
            + "\r\nConnection: close\r\n\r\n";
    line.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    line.getOutputStream().write(bytes);
    line.getOutputStream().flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private record Ask(String method, String path, byte[] body) {
    static Ask read(InputStream in) throws IOException {
      var head = new ByteArrayOutputStream();
      while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
        int next = in.read();
        if (next < 0) {
          throw new IOException("hung up");
        }
        head.write(next);
      }
      var lines = head.toString(StandardCharsets.ISO_8859_1).split("\r\n");
      var first = lines[0].split(" ");
      int length = 0;
      for (var line : lines) {
        if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
          length = Integer.parseInt(line.substring(15).strip());
        }
      }
      return new Ask(first[0], first[1], in.readNBytes(length));
    }
  }
}
