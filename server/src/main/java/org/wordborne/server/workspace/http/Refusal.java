package org.wordborne.server.workspace.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/// A problem told before any controller is reached.
final class Refusal {
  private Refusal() {}

  /// Sends it; `title` and `detail` are our own words and need no escaping.
  static void send(HttpServletResponse response, int status, String title, @Nullable String detail)
      throws IOException {
    response.setStatus(status);
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    String json =
        "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
            .formatted(title, status, detail);
    response.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
  }
}
