package org.wordborne.server.operate.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  private static final Pattern OURS = Pattern.compile("wordborne-\\d{8}T\\d{6}Z\\.wbb");
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
    return folder.resolve("wordborne-" + STAMP.format(now) + ".wbb");
  }

  /// Removes all but the newest `keep` of those that the server made by itself; files of other
  /// names are never touched.
  public void keep(int keep) {
    try (Stream<Path> inside = Files.list(folder)) {
      List<Path> old =
          inside
              .filter(path -> OURS.matcher(path.getFileName().toString()).matches())
              .sorted(Comparator.comparing(Path::getFileName).reversed())
              .skip(keep)
              .toList();
      for (Path path : old) {
        Files.delete(path);
      }
    } catch (IOException refused) {
      throw new BackupException(
          folder + ": old backups cannot be removed: " + refused.getMessage(), refused);
    }
  }

  /// The first line of a file with a passphrase; null where no file is named.
  public static @Nullable String passphrase(@Nullable Path file) {
    if (file == null) {
      return null;
    }
    try {
      return Files.readString(file)
          .lines()
          .findFirst()
          .filter(line -> !line.isBlank())
          .orElseThrow(() -> new BackupException(file + ": its first line is empty"));
    } catch (IOException unreadable) {
      throw new BackupException(file + ": the passphrase cannot be read", unreadable);
    }
  }
}
