package org.wordborne.server.mention.index;

/// A cursor that is none of the list it was sent for.
public final class BadCursorException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  BadCursorException(String cursor) {
    super("'" + cursor + "' is not a cursor of this list");
  }
}
