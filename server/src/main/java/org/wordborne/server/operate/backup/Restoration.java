package org.wordborne.server.operate.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wordborne.server.workspace.CrashPoint;
import org.wordborne.server.workspace.DataFolder;
import org.wordborne.server.workspace.condition.SendingRest;
import org.wordborne.server.workspace.database.DatabaseLogins;
import org.wordborne.server.workspace.database.SchemaSteps;
import org.wordborne.server.workspace.personal.ForgottenLog;

/// Puts a backup into a data folder and a database that hold nothing yet. The caller holds the
/// folder's lock, and opens the database between the two halves.
public final class Restoration {
  private final BackupFile backup;
  private final DataFolder folder;
  private final List<String> newer;

  /// Of `backup` into `folder`.
  ///
  /// @param newer lines of the newest `forgotten.log` there is, beside the backup's own, so that
  ///     whoever was forgotten since stays forgotten
  public Restoration(BackupFile backup, DataFolder folder, List<String> newer) {
    this.backup = backup;
    this.folder = folder;
    this.newer = List.copyOf(newer);
  }

  /// Marks the folder as half restored and puts the backup's files into it. From now on, and
  /// until [#finish], no server starts on it.
  public void putFiles() throws IOException {
    write(
        folder.restoring(),
        backup.path().toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8));
    Map<String, byte[]> files = backup.files();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path place = folder.root().resolve(file.getKey());
      boolean ours =
          Set.of(folder.secretKey(), folder.secrets(), folder.forgotten()).contains(place);
      if (!ours) {
        throw new BackupException(backup.path() + ": it holds a file that is none of ours");
      }
      if (!place.equals(folder.forgotten())) {
        write(place, file.getValue());
      }
    }
    putForgotten(
        files.getOrDefault(folder.root().relativize(folder.forgotten()).toString(), new byte[0]));
    AtomicFile.settle(folder.secretKey());
    CrashPoint.reach("restore-files");
  }

  /* What the backup knows comes first: the log goes on where the backup ended. */
  private void putForgotten(byte[] known) throws IOException {
    var lines = new LinkedHashSet<String>();
    new String(known, StandardCharsets.UTF_8).lines().forEach(lines::add);
    lines.addAll(newer);
    if (!lines.isEmpty()) {
      String text = String.join("\n", lines) + "\n";
      write(folder.forgotten(), text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /// Reads a `forgotten.log`.
  ///
  /// @throws BackupException if it cannot be read, or a line of it is none of such a log
  public static List<String> forgotten(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      int foreign = ForgottenLog.firstForeign(lines);
      if (foreign > 0) {
        throw new BackupException(
            file + ": line " + foreign + " is none of a forgotten.log; nothing was restored");
      }
      return lines.stream().filter(line -> line.endsWith("}")).toList(); // not what a crash cut
    } catch (MalformedInputException binary) {
      throw new BackupException(file + ": it is no forgotten.log, but bytes", binary);
    } catch (IOException unreadable) {
      throw new BackupException(
          file + ": there is no such file, or it may not be read", unreadable);
    }
  }

  /// Puts the rows into the database, as they were; its mark stands.
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

  /// Brings the tables to this program's version, ends all sessions, lets nothing be sent until a
  /// person says so, and lets servers start: on the folder first, by its database last.
  public void finish(DatabaseLogins logins) throws IOException {
    SchemaSteps.migrateAside(logins);
    CrashPoint.reach("restore-done");
    Files.delete(folder.restoring());
    AtomicFile.settle(folder.restoring());
    CrashPoint.reach("restore-unmarked");
    try (Connection owner = Catalogue.connect(logins)) {
      owner.setAutoCommit(false);
      Catalogue.execute(owner, "truncate sign_in");
      rest(owner);
      DatabaseLoad.stand(owner);
      owner.commit();
    } catch (SQLException refused) {
      throw new BackupException("the database: " + refused.getMessage(), refused);
    }
  }

  private static void rest(Connection owner) throws SQLException {
    try (var statement =
        owner.prepareStatement(
            """
            insert into server_setting (name, value) values (?, ?)
            on conflict (name) do update set value = excluded.value
            """)) {
      statement.setString(1, SendingRest.SETTING);
      statement.setString(2, Catalogue.now(owner).toString());
      statement.executeUpdate();
    }
  }

  /// Takes the mark of a restore away and leaves all as the backup has it, for a look at it.
  public static void stand(DatabaseLogins logins) {
    try (Connection owner = Catalogue.connect(logins)) {
      DatabaseLoad.stand(owner);
    } catch (SQLException refused) {
      throw new BackupException("the database: " + refused.getMessage(), refused);
    }
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
