package org.wordborne.server.operate.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.workspace.DataFolder;
import org.wordborne.server.workspace.ProgramVersion;
import org.wordborne.server.workspace.database.DatabaseLogins;

/// Makes a backup of a server, whether it serves meanwhile or rests.
///
/// ```java
/// BackupRun made = new Backup(logins, folder).withPassphrase("…").to(Path.of("words.wbb"));
/// ```
///
/// It is in the file whole or the file is not there; a kill at any point leaves at most a
/// `NAME.part`, which the next one to that name overwrites.
public final class Backup {
  private static final int ID_BYTES = 16;

  /// What of `secrets.properties` goes along: the password of the serving role at an operator's
  /// own PostgreSQL. Those of the embedded one are made anew with it.
  static final String EXTERNAL_APP = "external-app";

  private final DatabaseLogins logins;
  private final DataFolder folder;
  private final @Nullable String passphrase;
  private final boolean scheduled;
  private final SecureRandom chance = new SecureRandom();

  /// Of the database behind `logins` and the data folder that goes with it; not encrypted.
  public Backup(DatabaseLogins logins, DataFolder folder) {
    this(logins, folder, null, false);
  }

  private Backup(
      DatabaseLogins logins, DataFolder folder, @Nullable String passphrase, boolean scheduled) {
    this.logins = logins;
    this.folder = folder;
    this.passphrase = passphrase;
    this.scheduled = scheduled;
  }

  /// Closed by a passphrase; null for none.
  public Backup withPassphrase(@Nullable String given) {
    return new Backup(logins, folder, given, scheduled);
  }

  /// Made by the server itself at its hour.
  public Backup asScheduled() {
    return new Backup(logins, folder, passphrase, true);
  }

  /// Makes it in a folder of such, closed by the passphrase in a file; what keeps it from that is
  /// in the book too.
  ///
  /// @param passphraseFile null for an open one
  /// @throws BackupException if it cannot be made
  public BackupRun into(BackupFolder into, @Nullable Path passphraseFile, Instant now) {
    Backup closed;
    Path place;
    try {
      closed = withPassphrase(BackupFolder.passphrase(passphraseFile));
      place = into.place(now);
    } catch (BackupException refused) {
      noteAlone(into.path(), refused);
      throw refused;
    }
    return closed.to(place);
  }

  private void noteAlone(Path file, BackupException why) {
    try (BackupBook book = BackupBook.open(Catalogue.connect(logins))) {
      note(book, file, book.next(), why);
    } catch (SQLException away) {
      why.addSuppressed(away);
    }
  }

  /// The time of the database, by which its book of backups is kept.
  public static Instant now(DatabaseLogins logins) {
    try (var connection = Catalogue.connect(logins)) {
      return Catalogue.now(connection);
    } catch (SQLException refused) {
      throw new BackupException("the database cannot be asked: " + refused.getMessage(), refused);
    }
  }

  /// Makes it.
  ///
  /// @throws BackupException if it cannot be made; nothing is left at `file` then
  public BackupRun to(Path file) {
    try (BackupBook book = BackupBook.open(Catalogue.connect(logins))) {
      long number = book.next();
      try {
        BackupRun made = write(file, number);
        book.add(made);
        return made;
      } catch (IOException | SQLException | BackupException failed) {
        BackupException told = told(file, failed);
        note(book, file, number, told);
        throw told;
      }
    } catch (SQLException refused) {
      throw new BackupException("the database cannot be read: " + refused.getMessage(), refused);
    }
  }

  private static BackupException told(Path file, Exception failed) {
    return switch (failed) {
      case BackupException known -> known;
      case NoSuchFileException absent ->
          new BackupException(absent.getFile() + ": there is no such folder or file", absent);
      default -> new BackupException(file + ": " + failed.getMessage(), failed);
    };
  }

  private void note(BackupBook book, Path file, long number, BackupException why) {
    try {
      book.add(
          new BackupRun(
              number,
              book.now(),
              file.toAbsolutePath().toString(),
              0,
              0,
              passphrase != null,
              scheduled,
              why.getMessage(),
              null));
    } catch (SQLException away) {
      why.addSuppressed(away);
    }
  }

  private BackupRun write(Path file, long number) throws IOException, SQLException {
    Map<String, byte[]> files = files();
    try (var place = new AtomicFile(file);
        var dump = DatabaseDump.open(logins)) {
      byte[] idBytes = new byte[ID_BYTES];
      chance.nextBytes(idBytes);
      String id = HexFormat.of().formatHex(idBytes);
      String given = passphrase;
      BackupKey key = given == null ? null : BackupKey.fresh(given, id, chance);
      var head =
          new BackupHead(
              BackupHead.FORMAT,
              id,
              number,
              dump.at(),
              ProgramVersion.TEXT,
              Migrations.newest(dump.manifest().migrations()),
              key == null ? null : key.lock());
      var chunks = new ChunkOutput(place.out(), head, key);
      var sections = new SectionOutput(chunks, dump.manifest());
      for (var one : files.entrySet()) {
        sections.section(
            new Section(Section.FILE, one.getKey(), null), body -> body.write(one.getValue()));
      }
      dump.write(sections);
      Section.Closing closing = sections.close();
      chunks.finish();
      place.keep();
      return new BackupRun(
          number,
          dump.at(),
          file.toAbsolutePath().toString(),
          Files.size(file),
          closing.rows(),
          key != null,
          scheduled,
          null,
          null);
    }
  }

  private Map<String, byte[]> files() throws IOException {
    var files = new LinkedHashMap<String, byte[]>();
    Path key = folder.secretKey();
    if (!Files.exists(key)) {
      throw new BackupException(
          folder.root() + " holds no secret.key, so it is not the data folder of this database");
    }
    files.put(folder.root().relativize(key).toString(), Files.readAllBytes(key));
    if (Files.exists(folder.forgotten())) {
      files.put(
          folder.root().relativize(folder.forgotten()).toString(),
          Files.readAllBytes(folder.forgotten()));
    }
    byte[] password = externalPassword();
    if (password.length > 0) {
      files.put(folder.root().relativize(folder.secrets()).toString(), password);
    }
    return files;
  }

  private byte[] externalPassword() throws IOException {
    if (!Files.exists(folder.secrets())) {
      return new byte[0];
    }
    var known = new Properties();
    try (var reader = Files.newBufferedReader(folder.secrets())) {
      known.load(reader);
    }
    String password = known.getProperty(EXTERNAL_APP);
    return password == null
        ? new byte[0]
        : (EXTERNAL_APP + "=" + password + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  /// Reads a backup that was made back from its place, and notes in the book that it is whole, or
  /// why it is not; that one is set aside.
  ///
  /// @param folder of which it is
  /// @throws BackupException if it is not whole, or the book cannot be written
  public void verify(BackupRun made, BackupFolder folder) {
    var file = Path.of(made.file());
    BackupException spoiled = null;
    try {
      new BackupFile(file, passphrase).check();
    } catch (BackupException fault) {
      spoiled = fault;
    }
    if (spoiled == null) {
      judge(made, null);
      return;
    }
    try {
      folder.setAside(file);
    } finally {
      judge(made, spoiled.getMessage());
    }
    throw spoiled;
  }

  /// Notes in the book that a backup was read back, and what is wrong with it; null for nothing.
  public void judge(BackupRun made, @Nullable String fault) {
    try (var connection = Catalogue.connect(logins)) {
      BackupBook.judge(connection, made.number(), fault);
    } catch (SQLException refused) {
      throw new BackupException("the database cannot be asked: " + refused.getMessage(), refused);
    }
  }

  /// The newest backups of the server behind `logins`, newest first; none where its tables are of
  /// a version that kept no book of them.
  public static List<BackupRun> newest(DatabaseLogins logins, int most) {
    try (var connection = Catalogue.connect(logins)) {
      return Catalogue.has(connection, "backup_run")
          ? BackupBook.newest(connection, most)
          : List.of();
    } catch (SQLException refused) {
      throw new BackupException("the database cannot be read: " + refused.getMessage(), refused);
    }
  }
}
