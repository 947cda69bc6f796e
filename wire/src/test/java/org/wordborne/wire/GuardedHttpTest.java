package org.wordborne.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedHttpTest {
  private static final String OK = "HTTP/1.1 200 OK";
  private FaultServer server;
  private GuardedHttp http;

  @BeforeEach
  void start() throws IOException {
    server = new FaultServer();
    http =
        new GuardedHttp(AllowedPrivate.of(List.of(server.pair())))
            .withLimits(
                new HttpLimits(1_000_000, Duration.ofMillis(1500), Duration.ofSeconds(1), 5));
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private HttpFault fault(String url) {
    return catchThrowableOfType(HttpFault.class, () -> http.get(url));
  }

  @Test
  void get_plainAnswer_hasStatusHeadersAndBody() throws HttpFault {
    server.on("/a", OK + "\r\nETag: \"x\"\r\nContent-Length: 5", "hello");

    var answer = http.get(server.url("/a"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("etag")).isEqualTo("\"x\"");
    assertThat(answer.body()).asString().isEqualTo("hello");
  }

  @Test
  void get_chunked_isJoined() throws HttpFault {
    server.on("/c", OK + "\r\nTransfer-Encoding: chunked", "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n");

    var answer = http.get(server.url("/c"));

    assertThat(answer.body()).asString().isEqualTo("abcde");
  }

  @Test
  void get_serverError_isAnAnswerNotAFault() throws HttpFault {
    server.on("/e", "HTTP/1.1 500 Oops\r\nRetry-After: 7", "broken");

    var answer = http.get(server.url("/e"));

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.header("Retry-After")).isEqualTo("7");
  }

  @Test
  void get_gzip_isUnpacked() throws Exception {
    byte[] packed = gzip("unpacked".getBytes(StandardCharsets.UTF_8));
    server.on("/z", out -> send(out, OK + "\r\nContent-Encoding: gzip\r\n\r\n", packed));

    assertThat(http.get(server.url("/z")).body()).asString().isEqualTo("unpacked");
  }

  @Test
  void get_saysGzipButIsPlain_isReadAsPlain() throws HttpFault {
    server.on("/p", OK + "\r\nContent-Encoding: gzip", "plain text");

    assertThat(http.get(server.url("/p")).body()).asString().isEqualTo("plain text");
  }

  @ParameterizedTest(name = "raw {0}")
  @ValueSource(booleans = {true, false})
  void get_deflateOfBothKinds_isUnpacked(boolean raw) throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (var deflate = new DeflaterOutputStream(bytes, new Deflater(6, raw))) {
      deflate.write("unpacked".getBytes(StandardCharsets.UTF_8));
    }
    byte[] packed = bytes.toByteArray();
    server.on("/d", out -> send(out, OK + "\r\nContent-Encoding: deflate\r\n\r\n", packed));

    assertThat(http.get(server.url("/d")).body()).asString().isEqualTo("unpacked");
  }

  @Test
  void get_gzipBomb_isTooLarge() throws Exception {
    byte[] bomb = gzip(new byte[200_000_000]);
    server.on("/bomb", out -> send(out, OK + "\r\nContent-Encoding: gzip\r\n\r\n", bomb));

    var fault = fault(server.url("/bomb"));

    assertThat(fault.kind()).isEqualTo(HttpFault.Kind.TOO_LARGE);
    assertThat(fault).hasMessage("The answer of 127.0.0.1 is larger than 1 MB.");
  }

  @Test
  void get_twoGigabytesAnnounced_isTooLargeAtOnce() {
    server.on("/2g", OK + "\r\nContent-Length: 2147483648", "x");

    assertThat(fault(server.url("/2g")).kind()).isEqualTo(HttpFault.Kind.TOO_LARGE);
  }

  @Test
  void get_endlessBody_isTooLarge() {
    server.on(
        "/endless",
        out -> {
          out.write((OK + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
          while (true) {
            out.write(new byte[65_536]);
          }
        });

    assertThat(fault(server.url("/endless")).kind()).isEqualTo(HttpFault.Kind.TOO_LARGE);
  }

  @Test
  void get_oneByteNowAndThen_endsAtTheDeadline() {
    server.on(
        "/drip",
        out -> {
          out.write((OK + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
          while (true) {
            out.write('x');
            out.flush();
            Thread.sleep(100);
          }
        });
    long start = System.nanoTime();

    var fault = fault(server.url("/drip"));

    assertThat(fault.kind()).isEqualTo(HttpFault.Kind.TIMED_OUT);
    assertThat(fault).hasMessage("127.0.0.1 did not finish its answer within 1.5 s.");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void get_headDrips_endsAtTheDeadline() {
    server.on(
        "/slow",
        out -> {
          while (true) {
            out.write('H');
            out.flush();
            Thread.sleep(100);
          }
        });

    assertThat(fault(server.url("/slow")).kind()).isEqualTo(HttpFault.Kind.TIMED_OUT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nshort",
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: weird\r\n\r\nab",
        "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\nab",
        "SSH-2.0-OpenSSH_9.2\r\n",
        "HTTP/1.1 200 OK\r\nX: 1"
      })
  void get_wrongHttp_isBroken(String answer) {
    server.on("/w", out -> out.write(answer.getBytes(StandardCharsets.US_ASCII)));

    assertThat(fault(server.url("/w")).kind()).isEqualTo(HttpFault.Kind.BROKEN);
  }

  @Test
  void get_endlessHead_isBroken() {
    server.on(
        "/h",
        out -> {
          out.write((OK + "\r\n").getBytes(StandardCharsets.US_ASCII));
          while (true) {
            out.write("X-More: yes and yes and yes\r\n".getBytes(StandardCharsets.US_ASCII));
          }
        });

    assertThat(fault(server.url("/h")).kind()).isEqualTo(HttpFault.Kind.BROKEN);
  }

  @Test
  void get_redirects_areFollowedAndTold() throws HttpFault {
    server.redirect("/1", 301, "/2").redirect("/2", 308, server.url("/3#part"));
    server.on("/3", OK, "there");

    var answer = http.get(server.url("/1"));

    assertThat(answer.url()).isEqualTo(server.url("/3"));
    assertThat(answer.movedTo()).isEqualTo(server.url("/3"));
  }

  @Test
  void movedTo_temporaryFirst_isNothing() throws HttpFault {
    server.redirect("/1", 302, "/2").redirect("/2", 301, "/3").on("/3", OK, "there");

    assertThat(http.get(server.url("/1")).movedTo()).isEmpty();
  }

  @Test
  void get_redirectLoop_stopsAfterFive() {
    server.redirect("/loop", 302, "/loop");

    var fault = fault(server.url("/loop"));

    assertThat(fault.kind()).isEqualTo(HttpFault.Kind.BAD_REDIRECT);
    assertThat(server.asked).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "ftp://x.example/", "javascript:1", "http://"})
  void get_redirectToNoWebAddress_isRefused(String to) {
    server.redirect("/r", 302, to);

    assertThat(fault(server.url("/r")).kind()).isEqualTo(HttpFault.Kind.BAD_REDIRECT);
  }

  @Test
  void send_redirectToOtherOrigin_dropsCredentials() throws Exception {
    try (var other = new FaultServer()) {
      other.on("/b", OK, "b");
      server.redirect("/a", 302, other.url("/b"));
      var both = new GuardedHttp(AllowedPrivate.of(List.of(server.pair(), other.pair())));

      both.send(HttpAsk.get(server.url("/a")).withBasic("me", Secret.of("canary")));

      assertThat(server.asked.getFirst()).containsIgnoringCase("Authorization: Basic");
      assertThat(other.asked.getFirst()).doesNotContainIgnoringCase("Authorization");
    }
  }

  @Test
  void send_postRedirected_isNotSentAgain() throws HttpFault {
    server.redirect("/post", 302, "/elsewhere");

    var answer = http.send(HttpAsk.postJson(server.url("/post"), "{}"));

    assertThat(answer.status()).isEqualTo(302);
    assertThat(server.asked).hasSize(1);
  }

  @Test
  void send_nothingListens_saysItWasNotSent() throws IOException {
    String url = server.url("/");
    server.close();

    var fault = fault(url);

    assertThat(fault.kind()).isEqualTo(HttpFault.Kind.UNREACHABLE);
    assertThat(fault.mayHaveArrived()).isFalse();
  }

  @Test
  void send_lineBreakInHeader_isOurOwnFault() {
    var ask = HttpAsk.get(server.url("/")).withHeader("X", "a\r\nY: b");

    assertThat(catchThrowableOfType(IllegalArgumentException.class, () -> http.send(ask)))
        .hasMessageContaining("'X'");
  }

  @Test
  void get_userInfo_becomesBasicAuthorization() throws HttpFault {
    server.on("/u", OK, "");

    http.get("http://us%65r:p@127.0.0.1:" + server.port() + "/u");

    assertThat(server.asked.getFirst()).contains("Basic dXNlcjpw").doesNotContain("@");
  }

  @Test
  void secret_toString_showsNothing() {
    assertThat(HttpAsk.get("http://x/").withBasic("me", Secret.of("canary")).toString())
        .doesNotContain("canary")
        .doesNotContain("Basic");
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    }
    return bytes.toByteArray();
  }

  private static void send(OutputStream out, String head, byte[] body) throws IOException {
    out.write(head.getBytes(StandardCharsets.US_ASCII));
    out.write(body);
  }
}
