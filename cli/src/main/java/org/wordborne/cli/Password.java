package org.wordborne.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// A password as commands take it: as an option, or as the first line of standard input, where
/// no list of processes shows it. Mixed into commands that need one.
public final class Password {
  @Option(names = "--password", paramLabel = "P", description = "The password.")
  @Nullable String password;

  @Option(
      names = "--password-stdin",
      description = "Read the password from the first line of standard input.")
  boolean fromInput;

  /// The password that was given.
  ///
  /// @throws CommandException if none was, or two were
  public String required() {
    if (fromInput == (password != null)) {
      throw new CommandException("give the password with --password or with --password-stdin");
    }
    return password == null ? firstLine() : password;
  }

  /// The password, or null where none was given.
  public @Nullable String orNone() {
    return fromInput || password != null ? required() : null;
  }

  /// The first line of standard input.
  static String firstLine() {
    try {
      String all = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
      return all.lines().findFirst().orElse("");
    } catch (IOException unreadable) {
      throw new CommandException("standard input: " + unreadable.getMessage());
    }
  }

  @Override
  public String toString() {
    return "password";
  }
}
