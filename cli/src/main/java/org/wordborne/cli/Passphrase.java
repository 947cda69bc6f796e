package org.wordborne.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.operate.backup.BackupException;
import org.wordborne.server.operate.backup.BackupFolder;
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
    try {
      return file == null
          ? BackupFolder.passphrase(
              "standard input", new String(System.in.readAllBytes(), StandardCharsets.UTF_8))
          : BackupFolder.passphrase(file);
    } catch (BackupException wrong) {
      throw new CommandException(String.valueOf(wrong.getMessage()));
    }
  }

  @Override
  public String toString() {
    return "passphrase";
  }
}
