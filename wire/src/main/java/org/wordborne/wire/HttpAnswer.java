package org.wordborne.wire;

import java.util.List;
import java.util.Optional;

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

  /// Where a redirect that was not followed leads: an absolute http or https address without
  /// fragment; empty where the answer is none, or leads nowhere that can be asked.
  public Optional<WebAddress> leadsTo() {
    boolean redirects =
        status >= 301 && status <= 308 && status != 304 && status != 305 && status != 306;
    WebAddress from = WebAddress.parse(url);
    if (!redirects || from == null || header("Location").isEmpty()) {
      return Optional.empty();
    }
    WebAddress to = WebAddress.parse(header("Location"), from);
    return to == null || !to.isHttp()
        ? Optional.empty()
        : Optional.ofNullable(WebAddress.parse(to.withoutFragment()));
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
