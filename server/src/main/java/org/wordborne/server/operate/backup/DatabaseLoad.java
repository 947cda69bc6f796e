package org.wordborne.server.operate.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.wordborne.server.workspace.CrashPoint;
import org.wordborne.server.workspace.database.DatabaseLogins;
import org.wordborne.server.workspace.database.SchemaSteps;

/// Puts the rows of a backup into an empty database.
///
/// First the tables are made as they were when the backup was made, and the history of the schema
/// is put aside under another name: that is the mark of a restore, in the database itself, and no
/// server takes this database for one of its own while it stands. Then all rows come in one
/// transaction. What has to follow follows, and the very last step gives the history its name back.
final class DatabaseLoad implements BackupFile.Visitor, AutoCloseable {
  private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
  private static final Pattern BOUND =
      Pattern.compile("FOR VALUES FROM \\('[^'\\\\]*'\\) TO \\('[^'\\\\]*'\\)|DEFAULT");
  private final DatabaseLogins logins;
  private final Connection connection;
  private final Map<String, Manifest.Table> tables = new HashMap<>();
  private final List<String> forced = new ArrayList<>();
  private final StringBuilder places = new StringBuilder();
  private @Nullable CopyIn copy;

  DatabaseLoad(DatabaseLogins logins) throws SQLException {
    this.logins = logins;
    this.connection = Catalogue.connect(logins);
  }

  /// Refuses a database that holds anything, and a backup whose tables this program cannot make.
  static void judge(DatabaseLogins logins, BackupHead head, Manifest manifest) throws SQLException {
    try (Connection asking = Catalogue.connect(logins)) {
      if (Catalogue.has(asking, SchemaSteps.HISTORY_ASIDE)) {
        throw new BackupException(
            "the database at "
                + logins.url()
                + " holds a half-done restore; drop and create it, then restore again");
      }
      List<String> there = Catalogue.relations(asking);
      if (!there.isEmpty()) {
        throw new BackupException(
            "the database at "
                + logins.url()
                + " is not empty (it holds "
                + there.getFirst()
                + "); a backup is restored into an empty one");
      }
    }
    judge(head, manifest, SchemaSteps.known(logins));
  }

  /* Two programs of one version may still differ while that version is in the making. */
  private static void judge(BackupHead head, Manifest manifest, Map<String, Integer> known) {
    Set<String> had = new HashSet<>();
    for (Manifest.Migration migration : manifest.migrations()) {
      String version = migration.version();
      had.add(version);
      if (!known.containsKey(version)) {
        throw new BackupException(
            "its tables are newer than this program: migration %s (%s) of version %s is unknown here; restore it with that version"
                .formatted(version, migration.description(), head.program()));
      }
      if (!known.get(version).equals(migration.checksum())) {
        throw new BackupException(
            "its tables are of another making: migration %s (%s) of version %s differs from ours; restore it with that version"
                .formatted(version, migration.description(), head.program()));
      }
    }
    known.keySet().stream()
        .filter(ours -> !had.contains(ours) && SchemaSteps.isBefore(ours, head.schema()))
        .findFirst()
        .ifPresent(
            hole -> {
              throw new BackupException(
                  "its tables lack migration " + hole + ", which came in behind their newest");
            });
  }

  @Override
  public void begin(BackupHead head, Manifest manifest) throws IOException {
    database(
        "the tables",
        () -> {
          judge(logins, head, manifest);
          SchemaSteps.migrateTo(logins, head.schema());
          rename(connection, Catalogue.HISTORY, SchemaSteps.HISTORY_ASIDE);
          CrashPoint.reach("restore-tables");
          connection.setAutoCommit(false);
          rename(connection, SchemaSteps.HISTORY_ASIDE, Catalogue.HISTORY);
          match(manifest.tables());
          manifest.partitions().forEach(this::make);
          open();
        });
  }

  private void match(List<Manifest.Table> wanted) throws SQLException {
    wanted.forEach(table -> tables.put(table.name(), table));
    Map<String, Manifest.Table> there =
        Catalogue.tables(connection).stream()
            .collect(Collectors.toMap(Manifest.Table::name, table -> table));
    for (Manifest.Table table : wanted) {
      Manifest.Table ours = there.get(table.name());
      if (ours == null || !Set.copyOf(ours.columns()).equals(Set.copyOf(table.columns()))) {
        throw new BackupException(
            "its table " + table.name() + " is none of schema version that it names");
      }
    }
  }

  private void make(Manifest.Partition part) {
    boolean plain =
        NAME.matcher(part.name()).matches()
            && tables.containsKey(part.table())
            && BOUND.matcher(part.bound()).matches();
    if (!plain) {
      throw new BackupException("its part " + part.name() + " of a table is none that we make");
    }
    try {
      Catalogue.execute(
          connection,
          "create table if not exists %s partition of %s %s"
              .formatted(part.name(), Catalogue.quoted(part.table()), part.bound()));
      if (part.walled()) {
        Catalogue.execute(connection, "alter table " + part.name() + " enable row level security");
        Catalogue.execute(connection, "alter table " + part.name() + " force row level security");
      }
    } catch (SQLException failed) {
      throw new BackupException("its part " + part.name() + ": " + plain(failed), failed);
    }
  }

  /* For this transaction alone nothing stands between the owner and its own tables. */
  private void open() throws SQLException {
    forced.addAll(
        Catalogue.list(
            connection,
            """
            select relname from pg_class
            where relnamespace = 'public'::regnamespace and relforcerowsecurity and relkind in ('r', 'p')
              and not relispartition
            """,
            row -> row.getString(1)));
    for (String table : forced) {
      Catalogue.execute(
          connection, "alter table " + Catalogue.quoted(table) + " no force row level security");
    }
    for (String table : tables.keySet()) {
      Catalogue.execute(
          connection, "alter table " + Catalogue.quoted(table) + " disable trigger user");
    }
    Catalogue.execute(
        connection,
        "truncate "
            + tables.keySet().stream().map(Catalogue::quoted).collect(Collectors.joining(", ")));
  }

  @Override
  public SectionInput.Sink section(Section section) throws IOException {
    return switch (section.kind()) {
      case Section.TABLE -> {
        CopyIn begun = begin(section);
        copy = begun;
        yield (bytes, length) ->
            database(section.told(), () -> begun.writeToCopy(bytes, 0, length));
      }
      case Section.SEQUENCES ->
          (bytes, length) -> places.append(new String(bytes, 0, length, StandardCharsets.US_ASCII));
      default -> (_, _) -> {};
    };
  }

  private CopyIn begin(Section section) throws IOException {
    Manifest.Table table = tables.get(section.name());
    if (table == null) {
      throw new BackupException("its manifest does not know " + section.told());
    }
    String columns =
        table.columns().stream().map(Catalogue::quoted).collect(Collectors.joining(", "));
    String sql = "copy %s (%s) from stdin".formatted(Catalogue.quoted(table.name()), columns);
    try {
      return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
    } catch (SQLException refused) {
      throw new BackupException(section.told() + ": " + plain(refused), refused);
    }
  }

  @Override
  public void whole(Section section, Section.End end) throws IOException {
    CopyIn open = copy;
    copy = null;
    if (open != null) {
      database(
          section.told(),
          () -> {
            long taken = open.endCopy();
            if (taken != end.rows()) {
              throw new BackupException(
                  section.told() + ": " + taken + " of " + end.rows() + " rows were taken");
            }
          });
      CrashPoint.reach("restore-table");
    }
  }

  /// Puts everything back between owner and tables, and makes the rows stand.
  void commit() throws SQLException {
    for (String line : places.toString().lines().toList()) {
      String[] place = line.split("\t", -1);
      Catalogue.list(
          connection,
          "select setval(?::regclass, ?, ?)",
          row -> row.getLong(1),
          Catalogue.quoted(place[0]),
          Long.parseLong(place[1]),
          Boolean.parseBoolean(place[2]));
    }
    for (String table : tables.keySet()) {
      Catalogue.execute(
          connection, "alter table " + Catalogue.quoted(table) + " enable trigger user");
    }
    for (String table : forced) {
      Catalogue.execute(
          connection, "alter table " + Catalogue.quoted(table) + " force row level security");
    }
    rename(connection, Catalogue.HISTORY, SchemaSteps.HISTORY_ASIDE);
    connection.commit();
    connection.setAutoCommit(true);
    CrashPoint.reach("restore-rows");
    Catalogue.execute(connection, "analyze");
  }

  /// Takes the mark away: the database stands, as the backup has it.
  static void stand(Connection connection) throws SQLException {
    rename(connection, SchemaSteps.HISTORY_ASIDE, Catalogue.HISTORY);
  }

  private static void rename(Connection connection, String from, String to) throws SQLException {
    Catalogue.execute(connection, "alter table " + from + " rename to " + to);
  }

  @FunctionalInterface
  private interface Work {
    void run() throws SQLException, IOException;
  }

  private static void database(String what, Work work) throws IOException {
    try {
      work.run();
    } catch (SQLException refused) {
      throw new BackupException(what + ": " + plain(refused), refused);
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  /* What it says beside its first line would show the row. */
  private static String plain(SQLException refused) {
    ServerErrorMessage told =
        refused instanceof PSQLException known ? known.getServerErrorMessage() : null;
    return told == null ? String.valueOf(refused.getMessage()) : told.getMessage() + "";
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
