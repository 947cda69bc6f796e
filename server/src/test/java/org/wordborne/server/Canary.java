package org.wordborne.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// A listener inside that must never be dialled, and beside it a site that the server may reach,
/// which leads there in every way a site can.
///
/// Both have the same port; only the host differs: 127.0.0.1 was allowed, 127.0.0.66 was not.
public final class Canary implements AutoCloseable {
  private static final String INSIDE = "127.0.0.66";
  private static final AtomicInteger NAMES = new AtomicInteger();

  private final int port;
  private final ServerSocket canary;
  private final HttpServer site;
  private final AtomicInteger dialled = new AtomicInteger();
  private final AtomicInteger visited = new AtomicInteger();

  /// Opens both; `port` is one of [ServerFixture#allowedPort].
  public Canary(int port) {
    this.port = port;
    try {
      canary = new ServerSocket(port, 50, InetAddress.ofLiteral(INSIDE));
      site = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 50);
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
    site.createContext("/", this::lead);
    site.start();
    Thread.ofVirtual().start(this::listen);
    proveItself();
  }

  /// How often somebody dialled what must not be dialled.
  public int dialled() {
    return dialled.get();
  }

  /// How often the site was asked: a sign that the entry point went as far as it may.
  public int visited() {
    return visited.get();
  }

  /// The host and port inside.
  public String inside() {
    return INSIDE + ":" + port;
  }

  /// The port of both.
  public int port() {
    return port;
  }

  /// Addresses that lead inside at once, in every spelling, and by names.
  public List<String> addresses() {
    int name = NAMES.incrementAndGet();
    TestNames.answer("inside" + name + ".example", INSIDE);
    TestNames.answer("both" + name + ".example", "127.0.0.1 " + INSIDE);
    TestNames.answer("turns" + name + ".example", "127.0.0.1", INSIDE);
    TestNames.answer("localhost.evil" + name + ".example", INSIDE);
    return Stream.of(
            "http://127.0.0.66:%d/",
            "http://127.66:%d/",
            "http://2130706498:%d/",
            "http://0x7f000042:%d/",
            "http://0177.0.0.0102:%d/",
            "http://127.0.0.66.:%d/",
            "http://１２７.0.0.66:%d/",
            "http://127。0。0。66:%d/",
            "http://%%31%%32%%37.0.0.66:%d/",
            "http://[::ffff:127.0.0.66]:%d/",
            "http://[::ffff:7f00:42]:%d/",
            "http://[64:ff9b::7f00:42]:%d/",
            "http://u:p@127.0.0.66:%d/",
            "http://127.0.0.1:80@127.0.0.66:%d/",
            "http://127.0.0.66:%d\\@127.0.0.1/",
            "http://127.0.0.66:%d#@127.0.0.1/",
            "http:127.0.0.66:%d",
            "http://inside" + name + ".example:%d/",
            "http://both" + name + ".example:%d/",
            "http://turns" + name + ".example:%d/rebind",
            "http://localhost.evil" + name + ".example:%d/")
        .map(written -> written.formatted(port))
        .toList();
  }

  /// Addresses of the site, each of which leads inside in another way.
  public List<String> ways() {
    return Stream.of("/301", "/302", "/303", "/307", "/308", "/chain", "/bare", "/page", "/feed")
        .map(path -> "http://127.0.0.1:" + port + path)
        .toList();
  }

  private void lead(HttpExchange exchange) throws IOException {
    visited.incrementAndGet();
    String path = exchange.getRequestURI().getPath();
    String there = "http://" + inside() + "/";
    exchange.getResponseHeaders().add("Link", "<" + there + ">; rel=\"https://api.w.org/\"");
    exchange.getResponseHeaders().add("Link", "<" + there + ">; rel=\"alternate hub self\"");
    if (path.matches("/30\\d")) {
      redirect(exchange, Integer.parseInt(path.substring(1)), there);
    } else if (path.equals("/chain")) {
      redirect(exchange, 302, "/301");
    } else if (path.equals("/bare") || path.equals("/robots.txt")) {
      redirect(exchange, 307, "//" + inside() + "/");
    } else if (path.equals("/rebind")) {
      redirect(exchange, 302, "/rebind"); // by then the name leads inside
    } else {
      answer(exchange, path.equals("/feed") ? feed(there) : page(there), path.equals("/feed"));
    }
  }

  private static String page(String there) {
    return """
    <html><head><base href="%1$s"><title>A page</title>
    <link rel="alternate" type="application/rss+xml" href="%1$sfeed">
    <link rel="https://api.w.org/" href="%1$swp-json/"><link rel="icon" href="%1$sicon">
    <link rel="webmention" href="%1$s"><meta property="og:image" content="%1$simage">
    </head><body><img src="%1$spixel"><a href="%1$s">there</a></body></html>
    """
        .formatted(there);
  }

  private static String feed(String there) {
    return """
    <!DOCTYPE rss SYSTEM "%1$sdtd" [<!ENTITY there SYSTEM "%1$sentity">]>
    <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"
      xmlns:wfw="http://wellformedweb.org/CommentAPI/"><channel><title>A feed</title>
    <atom:link rel="next" href="%1$snext"/><atom:link rel="hub" href="%1$shub"/>
    <item><guid>%1$s1</guid><link>%1$s1</link><description>&there;<![CDATA[<img src="%1$spixel">]]>
    </description><wfw:commentRss>%1$scomments</wfw:commentRss>
    <enclosure url="%1$ssound" type="audio/mpeg"/></item></channel></rss>
    """
        .formatted(there);
  }

  private static void redirect(HttpExchange exchange, int status, String to) throws IOException {
    exchange.getResponseHeaders().set("Location", to);
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private static void answer(HttpExchange exchange, String text, boolean feed) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", feed ? "application/rss+xml" : "text/html");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void listen() {
    while (!canary.isClosed()) {
      try (Socket caller = canary.accept()) {
        dialled.incrementAndGet();
        caller.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\ninside".getBytes());
      } catch (IOException goneOrClosed) {
        // The next one, if there is one.
      }
    }
  }

  /* A canary that nobody can reach would prove nothing. */
  private void proveItself() {
    try (Socket plain = new Socket(INSIDE, port)) {
      plain.getInputStream().readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    if (dialled.getAndSet(0) != 1) {
      throw new IllegalStateException("the canary does not hear who dials it");
    }
  }

  @Override
  public void close() {
    site.stop(0);
    try {
      canary.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
