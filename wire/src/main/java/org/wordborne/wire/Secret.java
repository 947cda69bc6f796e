package org.wordborne.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// A password, token or signing key: usable, but never printed.
///
/// There is no accessor that looks like a value, and `toString` shows nothing, so a secret does not
/// reach a log line, an error or a JSON document by accident.
public final class Secret {
  private final String content;

  private Secret(String content) {
    this.content = content;
  }

  /// Wraps `content`; it may be empty.
  public static Secret of(String content) {
    return new Secret(content);
  }

  /// Hands the content out, for the one place that puts it on the wire or under a cipher.
  public String reveal() {
    return content;
  }

  /// Whether there is nothing in it.
  public boolean isEmpty() {
    return content.isEmpty();
  }

  /// Compares in a time that does not depend on where the contents differ.
  @Override
  public boolean equals(Object other) {
    return other instanceof Secret that
        && MessageDigest.isEqual(
            content.getBytes(StandardCharsets.UTF_8),
            that.content.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public int hashCode() {
    return content.hashCode();
  }

  @Override
  public String toString() {
    return "Secret[…]";
  }
}
