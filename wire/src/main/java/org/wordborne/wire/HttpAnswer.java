package org.wordborne.wire;

import java.util.List;

/// What a peer answered: status, headers and the whole decoded body.
///
/// @param status the final status, after redirects
/// @param url the address that answered, after redirects
/// @param headers the header lines of the final answer
/// @param body decoded bytes (gzip and deflate undone), never more than the limit
/// @param hops the redirects that were followed, first to last
public record HttpAnswer(int status, String url, HttpHeaders headers, byte[] body, List<Hop> hops) {
  /// One redirect that was followed.
  ///
  /// @param status 301, 302, 303, 307 or 308
  /// @param to the address it led to
  public record Hop(int status, String to) {}

  /// Copies the hops.
  public HttpAnswer {
    hops = List.copyOf(hops);
  }

  /// The first value of a header, or "".
  public String header(String name) {
    return headers.first(name);
  }

  /// Whether the status is one of success (200 to 299).
  public boolean isGood() {
    return status >= 200 && status < 300;
  }

  /// Where the thing now lives for good: the end of the leading 301 and 308 redirects, or "".
  public String movedTo() {
    String to = "";
    for (Hop hop : hops) {
      if (hop.status() != 301 && hop.status() != 308) {
        break;
      }
      to = hop.to();
    }
    return to;
  }
}
