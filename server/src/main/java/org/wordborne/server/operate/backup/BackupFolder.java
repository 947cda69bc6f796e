package org.wordborne.server.operate.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A folder of the backups that a server makes by itself, named by their time, the newest kept.
public final class BackupFolder {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final String SUFFIX = ".wbb";
  private static final String SPOILED = "spoiled.wbb";
  private static final Pattern OURS = Pattern.compile("wordborne-\\d{8}T\\d{6}Z\\.wbb(\\.part)?");
  private final Path folder;

  /// The folder; made when the first backup comes.
  public BackupFolder(Path folder) {
    this.folder = folder;
  }

  /// Where a backup of `now` goes.
  public Path place(Instant now) {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
    } catch (IOException refused) {
      throw new BackupException(folder + ": it cannot be made: " + refused.getMessage(), refused);
    }
    return folder.resolve("wordborne-" + stamp(now) + SUFFIX);
  }

  /// A time as names of backups have it: `20260102T030405Z`.
  public static String stamp(Instant time) {
    return STAMP.format(time);
  }

  /// The folder itself.
  public Path path() {
    return folder;
  }

  /// Removes all but the newest `keep` backups that the server made by itself, and what a killed
  /// one left; what has another name, or is no backup, is not counted and never touched.
  public void keep(int keep) {
    try (Stream<Path> inside = Files.list(folder)) {
      List<Path> ours =
          inside
              .filter(path -> OURS.matcher(path.getFileName().toString()).matches())
              .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
              .sorted(Comparator.comparing(Path::getFileName).reversed())
              .toList();
      List<Path> old =
          ours.stream()
              .filter(path -> path.toString().endsWith(SUFFIX))
              .filter(BackupFolder::isBackup)
              .skip(keep)
              .toList();
      for (Path path : old) {
        Files.delete(path);
      }
      for (Path path : ours) {
        if (!path.toString().endsWith(SUFFIX)) {
          AtomicFile.removeLeft(path);
        }
      }
    } catch (IOException refused) {
      throw new BackupException(
          folder + ": old backups cannot be removed: " + refused.getMessage(), refused);
    }
  }

  /// Takes its name from a backup that does not hold, so that it is not counted: it is
  /// `spoiled.wbb` then, in place of the one before.
  void setAside(Path backup) {
    try {
      Files.move(backup, folder.resolve(SPOILED), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException refused) {
      throw new BackupException(
          backup + " does not hold, and cannot be set aside: " + refused.getMessage(), refused);
    }
  }

  private static boolean isBackup(Path file) {
    try {
      new BackupFile(file, null).head();
      return true;
    } catch (BackupException other) {
      return false;
    }
  }

  /// The first line of a file with a passphrase; null where no file is named.
  public static @Nullable String passphrase(@Nullable Path file) {
    if (file == null) {
      return null;
    }
    try {
      return passphrase(file.toString(), Files.readString(file));
    } catch (IOException unreadable) {
      throw new BackupException(file + ": the passphrase cannot be read", unreadable);
    }
  }

  /// The first line of what stands in `source`.
  public static String passphrase(String source, String text) {
    String line = text.lines().findFirst().orElse("");
    if (line.isBlank()) {
      throw new BackupException(source + ": its first line is empty");
    }
    if (line.length() < BackupKey.SHORTEST) {
      throw new BackupException(
          source + ": a passphrase has at least " + BackupKey.SHORTEST + " characters");
    }
    return line;
  }
}
