package org.wordborne.server.publicpage;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// How a public page answers.
public final class PublicAnswers {
  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

  private PublicAnswers() {}

  /// A page.
  public static ResponseEntity<String> html(int status, Html page) {
    return ResponseEntity.status(status).contentType(HTML).body(page.done());
  }

  /// After something was sent: the page to look at now, so that a reload sends nothing again.
  ///
  /// @param path one of ours, which begins with a single slash
  public static ResponseEntity<String> see(String path) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(own(path))).build();
  }

  /// A file to be kept, by a name of ours.
  public static ResponseEntity<byte[]> file(String name, String type, byte[] bytes) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + plain(name) + "\"")
        .contentType(MediaType.parseMediaType(type))
        .body(bytes);
  }

  private static String plain(String name) {
    return name.replaceAll("[^A-Za-z0-9._-]+", "-");
  }

  static String own(String path) {
    if (!path.startsWith("/") || path.startsWith("//") || path.startsWith("/\\")) {
      throw new IllegalArgumentException("no path of ours: " + path);
    }
    return path;
  }
}
