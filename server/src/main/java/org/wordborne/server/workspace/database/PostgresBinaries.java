package org.wordborne.server.workspace.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// The programs of PostgreSQL, unpacked once out of their jar into a folder that all data folders
/// of this user share.
final class PostgresBinaries {
  private static final Pattern VERSION = Pattern.compile("-(\\d+(?:\\.\\d+)+)\\.jar!");
  private static final int OWNER_EXECUTES = 0100;

  private PostgresBinaries() {}

  /// The folder that holds `bin/`; unpacked below `shelf` if it is not there yet.
  static Path below(Path shelf) {
    String archive = "/postgres-" + system() + "-" + processor() + ".txz";
    Path home = shelf.resolve("postgres-" + version(archive));
    if (Files.isDirectory(home)) {
      return home;
    }
    try (InputStream packed = PostgresBinaries.class.getResourceAsStream(archive)) {
      return unpack(Objects.requireNonNull(packed), home);
    } catch (IOException failed) {
      throw new DatabaseException(
          "cannot unpack PostgreSQL into " + home + ": " + failed.getMessage(), failed);
    }
  }

  private static String system() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "windows" : "linux";
  }

  private static String processor() {
    String name = System.getProperty("os.arch");
    return Set.of("aarch64", "arm64").contains(name) ? "arm_64" : "x86_64";
  }

  private static String version(String archive) {
    URL place = PostgresBinaries.class.getResource(archive);
    if (place == null) {
      throw new DatabaseException(
          "no PostgreSQL comes with this build for "
              + system()
              + " on "
              + processor()
              + "; give your own with --database-url");
    }
    Matcher inName = VERSION.matcher(place.toString());
    return inName.find() ? inName.group(1) : "bundled";
  }

  /* Unpacks beside the goal and renames, so that a half unpacked folder is never taken for whole. */
  static Path unpack(InputStream packed, Path home) throws IOException {
    Files.createDirectories(home.getParent());
    Path fresh =
        Files.createTempDirectory(home.getParent(), home.getFileName() + ".new-").toRealPath();
    var plain = new XZCompressorInputStream(new BufferedInputStream(packed));
    try (var tar = new TarArchiveInputStream(plain)) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        place(entry, tar, fresh);
      }
    } catch (IOException refused) {
      delete(fresh);
      throw refused;
    }
    open(fresh);
    try {
      return Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException lost) {
      delete(fresh); // another process was first
      if (Files.isDirectory(home)) {
        return home;
      }
      throw lost;
    }
  }

  /* Folders, files, and links that stay inside; nothing is written through a link. */
  private static void place(TarArchiveEntry entry, InputStream bytes, Path root)
      throws IOException {
    Path goal = inside(root, root.resolve(entry.getName()), entry);
    if (entry.isDirectory()) {
      Files.createDirectories(goal);
      return;
    }
    Path folder = Files.createDirectories(Objects.requireNonNull(goal.getParent()));
    if (!folder.toRealPath().equals(folder)) {
      throw new IOException("entry " + entry.getName() + " leads through a link");
    }
    if (entry.isSymbolicLink()) {
      Path to = Path.of(entry.getLinkName());
      inside(root, goal.resolveSibling(to), entry);
      Files.createSymbolicLink(goal, to);
      return;
    }
    if (entry.isLink() || entry.isCharacterDevice() || entry.isBlockDevice() || entry.isFIFO()) {
      throw new IOException("entry " + entry.getName() + " is neither file, folder nor link");
    }
    Files.copy(bytes, goal);
    if ((entry.getMode() & OWNER_EXECUTES) != 0) {
      open(goal);
    }
  }

  private static Path inside(Path root, Path named, TarArchiveEntry entry) throws IOException {
    Path goal = named.normalize();
    if (!goal.startsWith(root)) {
      throw new IOException("entry " + entry.getName() + " leads outside");
    }
    return goal;
  }

  /* The one who runs the database may be another than the one who unpacked. */
  private static void open(Path path) throws IOException {
    Set<PosixFilePermission> all = EnumSet.allOf(PosixFilePermission.class);
    all.remove(PosixFilePermission.GROUP_WRITE);
    all.remove(PosixFilePermission.OTHERS_WRITE);
    Files.setPosixFilePermissions(path, all);
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
