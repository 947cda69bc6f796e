package org.wordborne.effect;

/// A list, a commitment, a beacon or a proof is not what it must be; the message says what, where
/// and what would be right.
public final class DrawException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;

  DrawException(String message) {
    this(0, message);
  }

  DrawException(int line, String message) {
    super(message);
    this.line = line;
  }

  /// The line of the list or of the commitment that is wrong, from 1; 0 where it is no line.
  public int line() {
    return line;
  }
}
