package org.wordborne.server.workspace;

/// What was asked for is not there, or not for the one who asks: answered with 404.
public class NotFoundException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Takes a sentence for the person who reads it.
  public NotFoundException(String message) {
    super(message);
  }
}
