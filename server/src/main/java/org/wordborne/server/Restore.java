package org.wordborne.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.operate.backup.BackupException;
import org.wordborne.server.operate.backup.BackupFile;
import org.wordborne.server.operate.backup.Restoration;
import org.wordborne.server.workspace.DataFolder;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.database.Databases;

/// Makes a data folder, and the database that goes with it, out of a backup.
///
/// The file is read to its end before anything is made, so a file that is not whole leaves no
/// trace. Then the folder carries a mark until all of it stands; a server refuses to start on a
/// folder with that mark.
public final class Restore {
  private static final String REHEARSAL = "wordborne-rehearsal";

  private Restore() {}

  /// Restores.
  ///
  /// @param options which folder, and which PostgreSQL if not the embedded one
  /// @param forgotten see [Restoration]
  /// @throws BackupException if the file is not whole, or folder or database are not empty
  /// @throws StartException if folder or database cannot be used
  public static BackupFile.Contents run(
      BackupFile backup, ServerOptions options, @Nullable Path forgotten) {
    DataFolder folder = options.properties().data();
    boolean made = !Files.exists(folder.root());
    boolean locked = Files.exists(folder.lock());
    try (FolderLock _ = FolderLock.take(folder)) {
      List<String> newer;
      try {
        refuseUnlessEmpty(folder);
        backup.check();
        newer = forgotten == null ? List.of() : Restoration.forgotten(forgotten);
      } catch (RuntimeException refused) {
        letBe(folder, made, locked);
        throw refused;
      }
      return rows(new Restoration(backup, folder, newer), options.properties(), made);
    }
  }

  /* What the lock alone brought about goes again; what was there stays. */
  private static void letBe(DataFolder folder, boolean made, boolean locked) {
    try {
      if (!locked) {
        Files.delete(folder.lock());
      }
      if (made) {
        Files.delete(folder.root());
      }
    } catch (IOException harmless) {
      // An empty folder with a lock in it is empty to the next restore.
    }
  }

  /// Restores into a folder of its own, compares every table with what the backup says of it, and
  /// removes the folder again.
  ///
  /// @param scratch a folder to make the other one in
  /// @throws BackupException if a table differs, by name
  public static BackupFile.Contents rehearse(BackupFile backup, Path scratch) {
    Path root;
    try {
      removeLeft(scratch);
      root = Files.createTempDirectory(scratch, REHEARSAL);
    } catch (IOException refused) {
      throw new BackupException(scratch + ": " + refused.getMessage(), refused);
    }
    var folder = new DataFolder(root);
    try (FolderLock _ = FolderLock.take(folder)) {
      var databases = Databases.open(ServerOptions.at(root).properties());
      try {
        var restoration = new Restoration(backup, folder, List.of());
        restoration.putFiles();
        BackupFile.Contents contents = restoration.putRows(databases.logins());
        Restoration.stand(databases.logins());
        List<String> differing = Restoration.differing(databases.logins(), contents);
        if (!differing.isEmpty()) {
          throw new BackupException(
              backup.path() + ": restored, these tables differ: " + String.join(", ", differing));
        }
        return contents;
      } finally {
        databases.close();
      }
    } catch (IOException failed) {
      throw new BackupException(root + ": " + failed.getMessage(), failed);
    } finally {
      clear(folder, true);
    }
  }

  /* What a killed rehearsal left; one that is under way holds its lock. */
  private static void removeLeft(Path scratch) throws IOException {
    try (Stream<Path> inside = Files.list(scratch)) {
      inside
          .filter(path -> path.getFileName().toString().startsWith(REHEARSAL))
          .map(DataFolder::new)
          .filter(folder -> Files.isWritable(folder.lock()))
          .forEach(
              folder ->
                  FolderLock.ifFree(folder)
                      .ifPresent(
                          lock -> {
                            try (lock) {
                              clear(folder, true);
                            }
                          }));
    }
  }

  private static BackupFile.Contents rows(
      Restoration restoration, ServerProperties properties, boolean folderToo) {
    try {
      restoration.putFiles();
      Databases databases = Databases.open(properties);
      try {
        BackupFile.Contents contents = restoration.putRows(databases.logins());
        finish(restoration, databases, properties.data());
        return contents;
      } finally {
        databases.close();
      }
    } catch (HalfDone left) {
      throw left;
    } catch (IOException failed) {
      clear(properties.data(), folderToo);
      throw new BackupException(properties.data().root() + ": " + failed.getMessage(), failed);
    } catch (RuntimeException refused) {
      clear(properties.data(), folderToo);
      throw refused;
    }
  }

  /* The rows stand by now: the folder holds their key, and is not removed. */
  private static void finish(Restoration restoration, Databases databases, DataFolder folder) {
    try {
      restoration.finish(databases.logins());
    } catch (IOException | RuntimeException failed) {
      throw new HalfDone(
          "the rows are in the database, but "
              + failed.getMessage()
              + "; no server starts on "
              + folder.root()
              + ": remove it (and drop and create a database of your own), then restore again",
          failed);
    }
  }

  /// It ended after the rows were there for good.
  private static final class HalfDone extends BackupException {
    private static final long serialVersionUID = 1L;

    HalfDone(String line, Throwable cause) {
      super(line, cause);
    }
  }

  private static void refuseUnlessEmpty(DataFolder folder) {
    folder
        .halfRestored()
        .ifPresent(
            told -> {
              throw new BackupException(told);
            });
    if (!Files.exists(folder.root())) {
      return;
    }
    try (Stream<Path> inside = Files.list(folder.root())) {
      inside
          .filter(path -> !path.equals(folder.lock()))
          .findFirst()
          .ifPresent(
              found -> {
                throw new BackupException(
                    folder.root()
                        + " is not empty (it holds "
                        + found.getFileName()
                        + "); a backup is restored into an empty folder or a new one");
              });
    } catch (IOException unreadable) {
      throw new BackupException(folder.root() + ": " + unreadable.getMessage(), unreadable);
    }
  }

  /* It was empty before, so all that is in it came from here. */
  private static void clear(DataFolder folder, boolean folderToo) {
    if (!Files.exists(folder.root())) {
      return;
    }
    try (Stream<Path> inside = Files.walk(folder.root())) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        if (folderToo || !path.equals(folder.root())) {
          Files.deleteIfExists(path);
        }
      }
    } catch (IOException left) {
      throw new BackupException(
          folder.root() + " is left half restored (" + left.getMessage() + "); remove it", left);
    }
  }
}
