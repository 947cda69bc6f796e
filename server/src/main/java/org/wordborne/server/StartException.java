package org.wordborne.server;

/// The server cannot start; the message is one line that says why and what would help.
public class StartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Takes that line.
  public StartException(String message) {
    super(message);
  }

  /// Takes that line and what brought it about.
  public StartException(String message, Throwable cause) {
    super(message, cause);
  }
}
