package org.wordborne.wire;

import java.time.Duration;

/// How much of our time and memory one exchange may take.
///
/// @param bodyBytes largest decoded body
/// @param whole longest whole exchange, from resolving to the last byte, redirects included
/// @param connect longest wait for one connection
/// @param redirects most redirects followed; with 0 the answer that redirects is given back, and
///     [HttpAnswer#leadsTo] says where to
public record HttpLimits(int bodyBytes, Duration whole, Duration connect, int redirects) {
  /// 10 MB, 20 s in all, 8 s to connect, 5 redirects.
  public static HttpLimits standard() {
    return new HttpLimits(10_000_000, Duration.ofSeconds(20), Duration.ofSeconds(8), 5);
  }
}
