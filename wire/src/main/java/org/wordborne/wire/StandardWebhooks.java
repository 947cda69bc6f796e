package org.wordborne.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Signs and verifies webhooks after the Standard Webhooks scheme.
public final class StandardWebhooks {
  /// How far the sender's clock may be from ours, either way.
  public static final Duration TOLERANCE = Duration.ofMinutes(5);

  private StandardWebhooks() {}

  /// What verification found.
  ///
  /// @param valid whether the message may be believed
  /// @param id the message's id, the key to find repeats by; "" if it is not valid
  /// @param why the reason in plain words
  public record Verdict(boolean valid, String id, String why) {}

  /// A new random secret, `whsec_` and 32 bytes in base64.
  public static Secret newSecret() {
    throw new UnsupportedOperationException();
  }

  /// The three headers for a message.
  public static Map<String, String> sign(Secret secret, String id, Instant at, byte[] body) {
    throw new UnsupportedOperationException();
  }

  /// Judges a message by its raw bytes; while secrets rotate, any of `secrets` will do.
  public static Verdict verify(
      List<Secret> secrets, Map<String, String> headers, byte[] body, Instant now) {
    throw new UnsupportedOperationException();
  }
}
