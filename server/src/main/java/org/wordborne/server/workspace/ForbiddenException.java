package org.wordborne.server.workspace;

/// It is refused to the one who asks: answered with 403.
public class ForbiddenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Takes a sentence for the person who reads it.
  public ForbiddenException(String message) {
    super(message);
  }
}
