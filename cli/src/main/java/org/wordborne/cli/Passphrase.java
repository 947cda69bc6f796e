package org.wordborne.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// A passphrase as commands take it: never as an argument, which lists of processes show. Mixed
/// into commands that take one.
public final class Passphrase {
  @Option(
      names = "--passphrase-stdin",
      description = "Read the passphrase from the first line of standard input.")
  boolean fromInput;

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description = "Read the passphrase from the first line of a file.")
  @Nullable Path file;

  /// The passphrase, or null where none was given.
  @Nullable String orNone() throws IOException {
    if (fromInput && file != null) {
      throw new CommandException("give --passphrase-stdin or --passphrase-file, not both");
    }
    if (!fromInput && file == null) {
      return null;
    }
    String all =
        file == null
            ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
            : Files.readString(file);
    String line = all.lines().findFirst().orElse("");
    if (line.isBlank()) {
      throw new CommandException("the passphrase is empty");
    }
    return line;
  }

  @Override
  public String toString() {
    return "passphrase";
  }
}
