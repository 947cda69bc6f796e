package org.wordborne.server.publicpage;

/// A link was withdrawn or has run out: answered with 410.
public class GoneException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Takes a sentence for the person who reads it.
  public GoneException(String message) {
    super(message);
  }
}
