package org.wordborne.server.workspace.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a running PostgreSQL says of itself in `postmaster.pid`.
///
/// @param pid its process
/// @param port where it listens; 0 while it has not said
/// @param ready whether it takes connections
record PostmasterFile(long pid, int port, boolean ready) {
  private static final int PORT_LINE = 3;
  private static final int STATUS_LINE = 7;

  static Path in(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }

  /// Reads the file; empty if there is none or it is not written to the end of its first line.
  static Optional<PostmasterFile> read(Path cluster) {
    try {
      List<String> lines = Files.readAllLines(in(cluster));
      long pid = Long.parseLong(lines.getFirst().strip());
      int port = lines.size() > PORT_LINE ? Integer.parseInt(lines.get(PORT_LINE).strip()) : 0;
      boolean ready = lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
      return Optional.of(new PostmasterFile(pid, port, ready));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException | NumberFormatException | java.util.NoSuchElementException halfWritten) {
      return Optional.empty();
    }
  }

  /// Whether that process lives and is a PostgreSQL on `cluster`, not a later one with its number.
  boolean isAlive(Path cluster) {
    return commandLine().filter(line -> isOurs(line, cluster)).isPresent();
  }

  /// Whether that process lives and is surely another. Where nobody can tell what it is, for want
  /// of open files as an example, it is not sure: our own may live.
  boolean isSurelyAnother(Path cluster) {
    return numberIsTaken()
        && commandLine().map(line -> !isOurs(line, cluster)).orElseGet(this::hasNoCommandLine);
  }

  /// Whether any process has that number.
  boolean numberIsTaken() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
  }

  private Optional<String> commandLine() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .flatMap(process -> process.info().commandLine());
  }

  private static boolean isOurs(String commandLine, Path cluster) {
    return commandLine.contains("postgres") && commandLine.contains(cluster.toString());
  }

  /* So it is with processes of the system itself. */
  private boolean hasNoCommandLine() {
    try {
      return Files.readAllBytes(Path.of("/proc", Long.toString(pid), "cmdline")).length == 0;
    } catch (IOException unknown) {
      return false;
    }
  }
}
