package org.wordborne.server.operate.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.workspace.CrashPoint;
import org.wordborne.server.workspace.DataFolder;
import org.wordborne.server.workspace.database.DatabaseLogins;
import org.wordborne.server.workspace.database.SchemaSteps;

/// Puts a backup into a data folder and a database that hold nothing yet. The caller holds the
/// folder's lock, and opens the database between the two halves.
public final class Restoration {
  private final BackupFile backup;
  private final DataFolder folder;
  private final @Nullable Path forgotten;

  /// Of `backup` into `folder`.
  ///
  /// @param forgotten the newest `forgotten.log` there is, in place of the backup's own, so that
  ///     whoever was forgotten since stays forgotten; null where there is none
  public Restoration(BackupFile backup, DataFolder folder, @Nullable Path forgotten) {
    this.backup = backup;
    this.folder = folder;
    this.forgotten = forgotten;
  }

  /// Marks the folder as half restored and puts the backup's files into it. From now on, and
  /// until [#finish], no server starts on it.
  public void putFiles() throws IOException {
    write(
        folder.restoring(),
        backup.path().toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8));
    for (Map.Entry<String, byte[]> file : backup.files().entrySet()) {
      Path place = folder.root().resolve(file.getKey());
      boolean ours =
          Set.of(folder.secretKey(), folder.secrets(), folder.forgotten()).contains(place);
      if (!ours) {
        throw new BackupException(backup.path() + ": it holds a file that is none of ours");
      }
      if (forgotten == null || !place.equals(folder.forgotten())) {
        write(place, file.getValue());
      }
    }
    if (forgotten != null) {
      write(folder.forgotten(), Files.readAllBytes(forgotten));
    }
    AtomicFile.settle(folder.secretKey());
    CrashPoint.reach("restore-files");
  }

  /// Puts the rows into the database, as they were.
  public BackupFile.Contents putRows(DatabaseLogins logins) {
    try (var load = new DatabaseLoad(logins)) {
      BackupFile.Contents contents = backup.visit(load);
      load.commit();
      return contents;
    } catch (SQLException refused) {
      throw new BackupException("the database: " + refused.getMessage(), refused);
    }
  }

  /// Whether that database now holds the very rows of `contents`.
  ///
  /// @return names of the tables that differ
  public static List<String> differing(DatabaseLogins logins, BackupFile.Contents contents) {
    try (var dump = DatabaseDump.open(logins)) {
      return DatabaseDump.differing(contents.tables(), dump.sums());
    } catch (SQLException | IOException refused) {
      throw new BackupException("the database cannot be read: " + refused.getMessage(), refused);
    }
  }

  /// Count and digest of every table of a database.
  public static List<TableSum> sums(DatabaseLogins logins) {
    try (var dump = DatabaseDump.open(logins)) {
      return dump.sums();
    } catch (SQLException | IOException refused) {
      throw new BackupException("the database cannot be read: " + refused.getMessage(), refused);
    }
  }

  /// Brings the tables to this program's version, and lets servers start on the folder.
  public void finish(DatabaseLogins logins) throws IOException {
    SchemaSteps.migrate(logins);
    CrashPoint.reach("restore-done");
    Files.delete(folder.restoring());
    AtomicFile.settle(folder.restoring());
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var channel = FileChannel.open(file, options, mine)) {
      channel.write(ByteBuffer.wrap(bytes));
      channel.force(true);
    }
  }
}
