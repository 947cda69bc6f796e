package org.wordborne.channels.feed;

/// A document is no feed; the message says what it seems to be.
public final class NotAFeedException extends Exception {
  private static final long serialVersionUID = 1L;

  NotAFeedException(String message) {
    super(message);
  }
}
