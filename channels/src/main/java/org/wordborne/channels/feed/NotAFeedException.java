package org.wordborne.channels.feed;

/// A document is no feed; the message says what it seems to be.
public final class NotAFeedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  NotAFeedException(String message) {
    super(message);
    this.reason = message;
  }

  /// What the document seems to be, in plain words.
  public String reason() {
    return reason;
  }
}
