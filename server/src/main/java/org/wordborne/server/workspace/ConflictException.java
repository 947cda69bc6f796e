package org.wordborne.server.workspace;

/// The state of things forbids it: answered with 409.
public class ConflictException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Takes a sentence for the person who reads it.
  public ConflictException(String message) {
    super(message);
  }
}
