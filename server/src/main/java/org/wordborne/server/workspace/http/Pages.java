package org.wordborne.server.workspace.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;

/// Answers every address of a page with the one page there is, which finds its way by itself; it
/// gets the nonce that its styles need.
@Component
class Pages implements HttpRequestHandler {
  /// What the build of the pages writes wherever a nonce belongs.
  private static final String PLACE = "__CSP_NONCE__";

  private final @Nullable String index;

  Pages() throws IOException {
    try (InputStream built = Pages.class.getResourceAsStream("/static/index.html")) {
      this.index = built == null ? null : new String(built.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getRequestURI();
    String page = index;
    if (page == null || !isPage(path)) {
      Refusal.send(response, 404, "Not Found", "there is nothing at this address");
      return;
    }
    String nonce = String.valueOf(request.getAttribute(SafeHeaders.NONCE));
    response.setContentType(MediaType.TEXT_HTML_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.getOutputStream().write(page.replace(PLACE, nonce).getBytes(StandardCharsets.UTF_8));
  }

  /* The framework forwards "/" to the index it finds among the static files. */
  private static boolean isPage(String path) {
    if (path.equals("/index.html")) {
      return true;
    }
    boolean file = path.substring(path.lastIndexOf('/') + 1).contains(".");
    return !file
        && !path.startsWith("/api/")
        && !path.equals("/api")
        && !path.startsWith("/hooks/")
        && !path.startsWith("/p/")
        && !path.startsWith("/l/");
  }
}
