package org.wordborne.server.workspace.database;

/// The database cannot be used; the message is one line that says why and what would help.
public class DatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Takes that line.
  public DatabaseException(String line) {
    super(line);
  }

  /// Takes that line and what brought it about.
  public DatabaseException(String line, Throwable cause) {
    super(line, cause);
  }
}
