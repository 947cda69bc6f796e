package org.wordborne.server.workspace.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordborne.server.ServerFixture;

/// Messages as no client of ours writes them, byte by byte.
class RawRequestsTest {
  private static final String HOST = "Host: localhost\r\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 5\r\nContent-Length: 6\r\n",
        "Content-Length: -1\r\n",
        "Content-Length: +5\r\n",
        "Content-Length: 5, 6\r\n",
        "Transfer-Encoding: xchunked\r\n",
        "Transfer-Encoding: chunked, identity\r\n",
        "X-Bad: a\u0000b\r\n",
        "X Bad: a\r\n",
        "X-Long: %LONG%\r\n",
        "Host: evil.example\r\n"
      })
  void message_withADoubtfulBoundaryOrHeader_isRefused(String header) throws IOException {
    String said = header.replace("%LONG%", "a".repeat(100_000));

    String answer = ask("POST /api/v1/session HTTP/1.1\r\n" + HOST + said + "\r\nhello");

    assertThat(status(answer)).isBetween(400, 501);
    assertThat(answer).doesNotContainIgnoringCase("tomcat").doesNotContain("Exception", "at org.");
  }

  /* What follows a body whose end two headers tell differently is never a request of its own. */
  @Test
  void message_withLengthAndChunks_letsNoSecondOneIn() throws IOException {
    String smuggled = "GET /api/v1/openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n";
    String chunks = "0\r\n\r\n" + smuggled;
    String head = "Content-Length: " + chunks.length() + "\r\nTransfer-Encoding: chunked\r\n";
    String json = "Content-Type: application/json\r\n";

    String answer = ask("POST /api/v1/session HTTP/1.1\r\n" + HOST + json + head + "\r\n" + chunks);

    assertThat(answer.split("HTTP/1.1 ", -1)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "TRACK", "CONNECT", "PROPFIND", "DEBUG", "get", "FOO"})
  void method_thatNobodyNeeds_isRefused(String method) throws IOException {
    for (String path : new String[] {"/", "/api/v1/session", "/p/echo"}) {
      String answer =
          ask(method + " " + path + " HTTP/1.1\r\n" + HOST + "X-Canary: yellow\r\n\r\n");

      assertThat(status(answer)).as(method + " " + path).isBetween(400, 501);
      assertThat(answer).doesNotContain("yellow");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/.git/config",
        "/.env",
        "/WEB-INF/web.xml",
        "/META-INF/MANIFEST.MF",
        "/application.properties",
        "/org/wordborne/server/WordborneServer.class",
        "/db/migration/V1__x.sql",
        "/actuator/env",
        "/actuator/heapdump",
        "/v3/api-docs",
        "/swagger-ui/index.html",
        "/static/",
        "/assets/",
        "/assets",
        "/fonts/",
        "/error",
        "/%2e%2e/secret.key",
        "/..;/api/v1/members",
        "/assets/..%5c..%5csecret.key"
      })
  void path_thatIsNoPage_isNotServed(String path) throws IOException {
    String answer = ask("GET " + path + " HTTP/1.1\r\n" + HOST + "\r\n");

    boolean page = answer.contains("id=\"root\"") || answer.contains("there is nothing at this");
    assertThat(page || status(answer) >= 400).as(answer).isTrue();
    assertThat(answer)
        .doesNotContain("Index of", "Directory", "[core]", "spring.", "\"paths\"", "password");
  }

  private static int status(String answer) {
    return Integer.parseInt(answer.split(" ", 3)[1]);
  }

  private static String ask(String message) throws IOException {
    URI url = URI.create(ServerFixture.server().url());
    try (var socket = new Socket(url.getHost(), url.getPort())) {
      socket.setSoTimeout(10_000);
      String closing = message.replaceFirst("\r\n", "\r\nConnection: close\r\n");
      socket.getOutputStream().write(closing.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
