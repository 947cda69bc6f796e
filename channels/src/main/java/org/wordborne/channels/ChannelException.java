package org.wordborne.channels;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A source could not be heard; the message is plain words for the source's page.
public final class ChannelException extends Exception {
  private static final long serialVersionUID = 1L;

  /// Whose turn it is.
  public enum Kind {
    /// Nothing will be heard until a person changes something: wrong address, password, gone.
    DEAF_UNTIL_PERSON_ACTS,
    /// It may well pass: time-out, 500, too many requests.
    PASSING
  }

  private final Kind kind;
  private final @Nullable Duration retryAfter;

  /// A fault.
  ///
  /// @param kind whose turn it is
  /// @param message plain words
  /// @param retryAfter how long the peer asks us to wait; null if it said nothing
  public ChannelException(Kind kind, String message, @Nullable Duration retryAfter) {
    super(message);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  /// A person must act first.
  public static ChannelException deaf(String message) {
    return new ChannelException(Kind.DEAF_UNTIL_PERSON_ACTS, message, null);
  }

  /// It may pass by itself.
  public static ChannelException passing(String message) {
    return new ChannelException(Kind.PASSING, message, null);
  }

  /// Whose turn it is.
  public Kind kind() {
    return kind;
  }

  /// How long the peer asks us to wait; null if it said nothing.
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
