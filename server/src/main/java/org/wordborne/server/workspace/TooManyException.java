package org.wordborne.server.workspace;

import java.time.Duration;

/// Too much was asked in too short a time: answered with 429 and how long to wait.
public class TooManyException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Duration wait;

  /// Takes a sentence for the person who reads it, and the time after which to try again.
  public TooManyException(String message, Duration wait) {
    super(message);
    this.wait = wait;
  }

  /// After how long it may be tried again.
  public Duration retryAfter() {
    return wait;
  }
}
