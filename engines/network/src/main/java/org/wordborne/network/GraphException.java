package org.wordborne.network;

/// A graph, or a list that belongs to one, cannot be read.
public final class GraphException extends Exception {
  private static final long serialVersionUID = 1L;
  private final int line;
  private final String reason;

  /// Says what is wrong.
  ///
  /// @param line the line that is wrong, counted from 1; 0 where it is the whole
  /// @param reason what is wrong and what would be right
  public GraphException(int line, String reason) {
    super(line == 0 ? reason : "line " + line + ": " + reason);
    this.line = line;
    this.reason = reason;
  }

  /// The line that is wrong, counted from 1; 0 where it is the whole.
  public int line() {
    return line;
  }

  /// What is wrong and what would be right.
  public String reason() {
    return reason;
  }
}
