package org.wordborne.cli;

/// A command cannot do what was asked: bad usage or bad input. Ends with exit code 2.
public final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Takes the one line that names what is wrong and what would be right.
  public CommandException(String line) {
    super(line);
  }
}
