package org.wordborne.server.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wordborne.server.Canary;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.source.LinkedPages.Reading;
import org.wordborne.wire.AllowedPrivate;
import org.wordborne.wire.GuardedHttp;

/* A site whose answers each take a while, by a clock that only they move: /1 leads to /2, and so on
to /4. */
class LinkedPagesTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-22T12:00:00Z"));
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private Duration each = Duration.ZERO;
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void read_stepsInTime_isThePageAtTheirEnd() {
    each = Duration.ofSeconds(2);

    assertThat(read()).isInstanceOf(Reading.Read.class);
    assertThat(asked).containsExactly("/robots.txt", "/1", "/2", "/3", "/4");
  }

  /* After the rules and two steps 18 seconds are over. */
  @Test
  void read_stepsOfSixSeconds_endAfterFifteenInAll() {
    each = Duration.ofSeconds(6);

    assertThat(read()).isInstanceOf(Reading.Failed.class);
    assertThat(asked).containsExactly("/robots.txt", "/1", "/2");
  }

  @Test
  void read_pageOrRulesThatLeadInside_areNeverDialled() {
    int port = ServerFixture.allowedPort();
    var pages = new LinkedPages(ServerFixture.bean(GuardedHttp.class), now::get);
    try (var canary = new Canary(port)) {
      for (String address : canary.addresses()) {
        pages.read(address);
      }
      for (String address : canary.ways()) {
        pages.read(address);
      }

      assertThat(canary.dialled()).isZero();
      assertThat(canary.visited()).isPositive();
    }
  }

  private Reading read() {
    var http = new GuardedHttp(AllowedPrivate.of(List.of(pair())));
    return new LinkedPages(http, now::get).read("http://" + pair() + "/1");
  }

  private String pair() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(path);
    now.updateAndGet(at -> at.plus(each));
    boolean leads = path.matches("/[123]");
    if (leads) {
      exchange.getResponseHeaders().set("Location", "/" + (path.charAt(1) - '0' + 1));
    }
    byte[] page = "<p>Low water.</p>".getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/html");
    int status = leads ? 302 : path.equals("/4") ? 200 : 404;
    exchange.sendResponseHeaders(status, page.length);
    exchange.getResponseBody().write(page);
    exchange.close();
  }
}
