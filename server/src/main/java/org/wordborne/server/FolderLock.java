package org.wordborne.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.workspace.DataFolder;

/// Holds a data folder for one server; the system lets go of it when the process ends, however.
final class FolderLock implements AutoCloseable {
  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /// Takes the folder if nobody holds it; the folder has to be there.
  static Optional<FolderLock> ifFree(DataFolder folder) {
    try {
      FileChannel channel =
          FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) != null) {
        return Optional.of(new FolderLock(channel));
      }
      channel.close();
      return Optional.empty();
    } catch (IOException failed) {
      throw new StartException("cannot use " + folder.root() + ": " + reason(failed), failed);
    }
  }

  /// Takes the folder, which is made if it is not there.
  ///
  /// @throws StartException if another server holds it
  static FolderLock take(DataFolder folder) {
    try {
      Files.createDirectories(folder.root());
      FileChannel channel =
          FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) != null) {
        return new FolderLock(channel);
      }
      channel.close();
      throw new StartException(
          "another server runs on "
              + folder.root()
              + ServerFile.read(folder).map(file -> " (" + file.url() + ")").orElse("")
              + "; stop it, or give this one another folder with --data");
    } catch (IOException failed) {
      throw new StartException(
          "cannot use "
              + folder.root()
              + " as the data folder: "
              + reason(failed)
              + "; give another with --data",
          failed);
    }
  }

  private static String reason(IOException failed) {
    return switch (failed) {
      case FileAlreadyExistsException _ -> "it is no folder";
      case AccessDeniedException _ -> "it may not be written";
      case NoSuchFileException _ -> "it cannot be made";
      default -> String.valueOf(failed.getMessage());
    };
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldInThisProgram) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException harmless) {
      // The system gives the lock up with the process.
    }
  }
}
