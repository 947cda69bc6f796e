package org.wordborne.query;

/// A query that cannot be read: where it fails, why, and what may mend it.
public final class QueryException extends Exception {
  private static final long serialVersionUID = 1;

  private final int start;
  private final int end;
  private final String hint;

  QueryException(String reason, int start, int end, String hint) {
    super(reason);
    this.start = start;
    this.end = end;
    this.hint = hint;
  }

  /// Returns what is wrong, in one plain sentence.
  public String reason() {
    return String.valueOf(getMessage());
  }

  /// Returns the first code point of the part that is wrong.
  public int start() {
    return start;
  }

  /// Returns the code point behind the part that is wrong; it may equal `start` at the end.
  public int end() {
    return end;
  }

  /// Returns what may mend it, in one plain sentence; `""` where there is nothing to say.
  public String hint() {
    return hint;
  }
}
