package org.wordborne.server.operate.backup;

/// A backup cannot be made, read or restored; the message is one line that says what and why.
public class BackupException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Takes that line.
  public BackupException(String line) {
    super(line);
  }

  /// Takes that line and what brought it about.
  public BackupException(String line, Throwable cause) {
    super(line, cause);
  }
}
