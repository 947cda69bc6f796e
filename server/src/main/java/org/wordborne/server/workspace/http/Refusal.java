package org.wordborne.server.workspace.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.wordborne.server.workspace.RestingException;

/// A problem told before any controller is reached.
public final class Refusal {
  private Refusal() {}

  /// Sends it; `title` and `detail` are our own words and need no escaping.
  public static void send(
      HttpServletResponse response, int status, String title, @Nullable String detail)
      throws IOException {
    send(response, status, title, detail, "");
  }

  /// Says that work rests, why, and when to come again.
  static void resting(HttpServletResponse response, RestingException why) throws IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(why.retryAfter().toSeconds() + 1));
    String kind = ",\"kind\":\"" + why.kind().word() + "\"";
    send(response, 503, "Service Unavailable", why.getMessage(), kind);
  }

  private static void send(
      HttpServletResponse response, int status, String title, @Nullable String detail, String more)
      throws IOException {
    response.setStatus(status);
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    String json =
        "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"%s}"
            .formatted(title, status, detail, more);
    response.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
  }
}
