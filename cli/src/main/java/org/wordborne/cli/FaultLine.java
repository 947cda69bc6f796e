package org.wordborne.cli;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The one line that says what went wrong, where the one who called can mend it.
final class FaultLine {
  private static final Set<String> OF_THE_SERVER =
      Set.of(
          "org.wordborne.server.StartException",
          "org.wordborne.server.workspace.database.DatabaseException");

  private FaultLine() {}

  /// That line, or null for a fault of ours.
  static @Nullable String of(Throwable fault) {
    return switch (fault) {
      case CommandException told -> first(told.getMessage());
      case UncheckedIOException wrapped when wrapped.getCause() != null -> of(wrapped.getCause());
      case NoSuchFileException absent -> absent.getFile() + ": there is no such file or folder";
      case FileAlreadyExistsException there ->
          there.getFile() + ": is there already, and no folder";
      case AccessDeniedException closed -> closed.getFile() + ": may not be read or written";
      case FileSystemException other -> other.getFile() + ": " + first(other.getReason());
      case InvalidPathException wrong -> "'" + wrong.getInput() + "' is no name of a file";
      // By its name, so that engine commands never load the server.
      default ->
          OF_THE_SERVER.contains(fault.getClass().getName()) ? first(fault.getMessage()) : null;
    };
  }

  /// The first line of a message.
  static String first(@Nullable String message) {
    return message == null ? "" : message.lines().findFirst().orElse("");
  }
}
