package org.wordborne.server.source;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wordborne.wire.WebAddress;

/// How often a source is asked.
///
/// A source on this very machine costs nobody anything and is asked every few seconds. Elsewhere
/// we ask as often as is civil, and less often where the peer asks for it.
final class Rhythm {
  private static final Duration USUAL = Duration.ofSeconds(60);
  private static final Map<String, Duration> BY_KIND = Map.of("wordpress", Duration.ofSeconds(30));
  private static final Duration HERE = Duration.ofSeconds(3);
  private static final Duration LONGEST_ASKED = Duration.ofMinutes(30);

  private Rhythm() {}

  /// Whether others push to this source, so that it is never asked.
  static boolean isPushed(Source source) {
    return source.kind().equals("webhook");
  }

  /// The pause between two good attempts.
  ///
  /// @param asked what the peer asks for; null if nothing
  static Duration pause(Source source, @Nullable Duration asked) {
    if (isHere(source)) {
      return HERE;
    }
    Duration own = BY_KIND.getOrDefault(source.kind(), USUAL);
    if (asked == null || asked.compareTo(own) < 0) {
      return own;
    }
    return asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;
  }

  /// Whether a source lives on this very machine.
  static boolean isHere(Source source) {
    WebAddress address = WebAddress.parse(SourceAddress.of(source));
    if (address == null) {
      return false;
    }
    String host = address.host();
    return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
  }
}
