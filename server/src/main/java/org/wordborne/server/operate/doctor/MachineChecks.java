package org.wordborne.server.operate.doctor;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.wordborne.server.workspace.DataFolder;
import org.wordborne.server.workspace.condition.DiskLimits;

/// What can be seen without a database: Java, the data folder, the disk below it.
public final class MachineChecks {
  private static final int JAVA = 25;
  private static final int KEY_BYTES = 32;
  private static final long MB = 1 << 20;
  private final DataFolder folder;

  /// Of `folder`.
  public MachineChecks(DataFolder folder) {
    this.folder = folder;
  }

  /// Looks.
  public List<Check> look() {
    var checks = new ArrayList<Check>();
    checks.add(java());
    checks.add(rights());
    checks.add(key());
    checks.add(disk());
    return checks;
  }

  private static Check java() {
    int version = Runtime.version().feature();
    return version >= JAVA
        ? Check.ok("java", "Java " + Runtime.version())
        : Check.wrong("java", "Java " + version, "start it with a JDK " + JAVA);
  }

  /* The folder of a database is PostgreSQL's own matter: it refuses one that others may enter. */
  private Check rights() {
    if (!Files.isDirectory(folder.root())) {
      return Check.wrong(
          "data-folder", folder.root() + " is not there", "name the data folder with --data");
    }
    if (folder.halfRestored().isPresent()) {
      return Check.wrong(
          "data-folder",
          folder.root() + " holds a half-done restore",
          "remove it, and restore the backup again into a new folder");
    }
    if (!Files.isWritable(folder.root())) {
      return Check.wrong(
          "data-folder",
          folder.root() + " may not be written by this user",
          "run this as the user of the server, or give the folder to it (chown)");
    }
    List<Path> shared =
        List.of(folder.secretKey(), folder.secrets(), folder.serverJson(), folder.forgotten())
            .stream()
            .filter(MachineChecks::isForOthers)
            .toList();
    return shared.isEmpty()
        ? Check.ok("data-folder", folder.root() + " is there, its secrets are its owner's alone")
        : Check.wrong(
            "data-folder",
            "others may read " + shared,
            "take their rights: chmod 600 " + joined(shared));
  }

  private static String joined(List<Path> files) {
    return String.join(" ", files.stream().map(Path::toString).toList());
  }

  private static boolean isForOthers(Path file) {
    try {
      Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
      return rights.stream().anyMatch(right -> !right.name().startsWith("OWNER_"));
    } catch (IOException absent) {
      return false;
    }
  }

  private Check key() {
    try {
      long bytes = Files.size(folder.secretKey());
      return bytes == KEY_BYTES
          ? Check.ok("secret-key", "secret.key is there")
          : Check.wrong(
              "secret-key",
              "secret.key has " + bytes + " bytes, 32 are right",
              "put it back from a backup: without it the secrets of sources do not open");
    } catch (IOException absent) {
      return Check.wrong(
          "secret-key",
          "secret.key is missing",
          "put it back from a backup before the next start, which would make another one");
    }
  }

  private Check disk() {
    try {
      FileStore disk = Files.getFileStore(folder.root());
      long free = disk.getUsableSpace();
      String what = "%d MB of %d MB are free".formatted(free / MB, disk.getTotalSpace() / MB);
      return judged(what, DiskLimits.judge(free, disk.getTotalSpace(), DiskLimits.Room.ENOUGH));
    } catch (IOException gone) {
      return Check.wrong("disk", "the disk cannot be asked: " + gone.getMessage(), "look at it");
    }
  }

  /// What so much room means.
  static Check judged(String what, DiskLimits.Room room) {
    return switch (room) {
      case ENOUGH -> Check.ok("disk", what);
      case LOW -> Check.warn("disk", what, "make room soon: old backups, other programs' files");
      case FULL ->
          Check.wrong(
              "disk", what + ", so nothing new is listened to", "make room; it goes on by itself");
    };
  }
}
