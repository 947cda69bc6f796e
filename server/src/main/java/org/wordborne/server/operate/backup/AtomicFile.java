package org.wordborne.server.operate.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.wordborne.server.workspace.CrashPoint;

/// A file that is there whole or not at all: written beside its place as `NAME.part`, on disk
/// before it gets its name. Only its owner may read it.
final class AtomicFile implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private final Path place;
  private final Path part;
  private final FileChannel channel;
  private final OutputStream out;
  private boolean kept;

  /// Begins a file at `place`, whose folder has to be there; what an earlier, killed one left is
  /// overwritten.
  ///
  /// @throws BackupException if another process is writing it
  AtomicFile(Path place) throws IOException {
    this.place = place.toAbsolutePath();
    this.part = this.place.resolveSibling(this.place.getFileName() + ".part");
    var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    channel =
        FileChannel.open(part, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), mine);
    try {
      if (channel.tryLock() == null) {
        throw new OverlappingFileLockException();
      }
      Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
      channel.truncate(0);
    } catch (OverlappingFileLockException taken) {
      channel.close();
      throw new BackupException(part + " is being written by another backup", taken);
    }
    out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
  }

  OutputStream out() {
    return out;
  }

  /// Gives the file its name, after all of it is on disk.
  void keep() throws IOException {
    out.flush();
    channel.force(true);
    CrashPoint.reach("backup-written");
    Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
    kept = true;
    channel.close();
    settle(place);
  }

  /// Waits until the folder itself is on disk, with the names in it.
  static void settle(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
        names.force(true);
      }
    }
  }

  /// Removes what a killed process left at `part`, unless somebody is writing it.
  static void removeLeft(Path part) throws IOException {
    try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      if (channel.tryLock() != null) {
        Files.delete(part);
      }
    } catch (OverlappingFileLockException beingWritten) {
      // By this very process.
    }
  }

  @Override
  public void close() throws IOException {
    if (!kept) {
      channel.close();
      Files.deleteIfExists(part);
    }
  }
}
