package org.wordborne.server.workspace.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.DataOutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordborne.server.ServerFixture;

/// What comes odd is refused with a problem, never with a stack.
class RefusalTest {
  private static final String WORKSPACE = "/api/v1/workspace";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "\"text\"",
        "{\"brand\":",
        "{\"brand\":[\"a\"]}",
        "{\"brand\":{}}",
        "{\"brand\":7}",
        "{\"brand\":\"a\",\"brand\":\"b\"}",
        "{\"brand\":\"a\",\"role\":\"owner\"}",
        "{\"brand\":\"a\"} trailing",
        "{\"brand\":null}",
        "{\"brand\":\"a\",\"names\":[null]}",
      })
  void change_oddBody_isRefusedWithAProblem(String body) {
    var answer = ServerFixture.send("PUT", WORKSPACE, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.json().get("detail").asString()).isNotBlank();
    assertThat(answer.body()).doesNotContain("org.wordborne").doesNotContain("Exception");
  }

  @Test
  void change_unknownField_namesIt() {
    var answer = ServerFixture.put(WORKSPACE, "{\"brand\":\"a\",\"colour\":1}");

    assertThat(answer.json().get("field").asString()).isEqualTo("colour");
  }

  @Test
  void change_bodyOfUnsaidLengthTooLarge_isEnded() {
    byte[] large = " ".repeat(3 << 20).getBytes(StandardCharsets.US_ASCII);
    var request =
        ServerFixture.authorized(WORKSPACE)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)));

    assertThat(ServerFixture.send(request.build()).status()).isEqualTo(413);
  }

  @Test
  void ask_underAForeignName_isMisdirected() throws Exception {
    assertThat(statusOf("Host: evil.example")).contains(" 421 ");
    assertThat(statusOf("Host: localhost\r\nX-Forwarded-Host: evil.example")).contains(" 200 ");
  }

  @Test
  void ask_unknownAddressOrMethod_isAProblem() {
    assertThat(ServerFixture.get("/api/v1/nowhere").status()).isEqualTo(404);
    assertThat(ServerFixture.delete("/api/v1/members").status()).isEqualTo(405);
    assertThat(ServerFixture.get("/assets/../application.properties").status()).isIn(400, 404);
  }

  private static String statusOf(String headers) throws Exception {
    URI url = URI.create(ServerFixture.server().url());
    try (var socket = new Socket(url.getHost(), url.getPort())) {
      var out = new DataOutputStream(socket.getOutputStream());
      out.writeBytes(
          "GET /api/v1/session HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n");
      out.flush();
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return answer.lines().findFirst().orElse("");
    }
  }
}
