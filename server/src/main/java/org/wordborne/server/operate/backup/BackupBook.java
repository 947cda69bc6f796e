package org.wordborne.server.operate.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The numbers and the book of a server's backups, on a connection of the owner. One backup is
/// made at a time: whoever makes one holds a lock of this connection's session.
final class BackupBook implements AutoCloseable {
  private static final String LOCK = "select pg_try_advisory_lock(1464816196, 2)";
  private static final int KEPT = 400;
  private final Connection connection;
  private final boolean there;

  private BackupBook(Connection connection) throws SQLException {
    this.connection = connection;
    this.there = Catalogue.has(connection, "backup_run");
  }

  /// Takes the lock.
  ///
  /// @throws BackupException if another backup is being made
  static BackupBook open(Connection connection) throws SQLException {
    boolean free = Catalogue.list(connection, LOCK, row -> row.getBoolean(1)).getFirst();
    if (!free) {
      throw new BackupException("another backup of this database is being made; wait for its end");
    }
    return new BackupBook(connection);
  }

  /// The next number; 0 where the tables are of a version that did not count.
  long next() throws SQLException {
    return there
        ? Catalogue.list(connection, "select nextval('backup_number')", row -> row.getLong(1))
            .getFirst()
        : 0;
  }

  /// The database's own time.
  Instant now() throws SQLException {
    return Catalogue.now(connection);
  }

  void add(BackupRun run) throws SQLException {
    if (!there || run.number() == 0) {
      return;
    }
    try (var statement =
        connection.prepareStatement(
            """
            insert into backup_run
              (number, made_at, file, bytes, rows, encrypted, scheduled, fault)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (number) do update set fault = excluded.fault
            """)) {
      statement.setLong(1, run.number());
      statement.setObject(2, run.madeAt().atOffset(ZoneOffset.UTC));
      statement.setString(3, run.file());
      statement.setLong(4, run.bytes());
      statement.setLong(5, run.rows());
      statement.setBoolean(6, run.encrypted());
      statement.setBoolean(7, run.scheduled());
      statement.setString(8, run.fault());
      statement.executeUpdate();
    }
    Catalogue.execute(
        connection,
        "delete from backup_run where number <= (select max(number) from backup_run) - " + KEPT);
  }

  /* Tables of a version before do not know when. */
  static void judge(Connection connection, long number, @Nullable String fault)
      throws SQLException {
    String known =
        "select 1 from information_schema.columns"
            + " where table_name = 'backup_run' and column_name = 'verified_at'";
    if (Catalogue.list(connection, known, row -> row.getInt(1)).isEmpty()) {
      return;
    }
    try (var statement =
        connection.prepareStatement(
            """
            update backup_run set fault = ?, verified_at = case when ?::text is null then now() end
            where number = ?
            """)) {
      statement.setString(1, fault);
      statement.setString(2, fault);
      statement.setLong(3, number);
      statement.executeUpdate();
    }
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }

  static List<BackupRun> newest(Connection connection, int most) throws SQLException {
    return Catalogue.list(
        connection,
        """
        select number, made_at, file, bytes, rows, encrypted, scheduled, fault,
          (to_jsonb(backup_run) ->> 'verified_at')::timestamptz
        from backup_run order by number desc limit ?
        """,
        row ->
            new BackupRun(
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getString(3),
                row.getLong(4),
                row.getLong(5),
                row.getBoolean(6),
                row.getBoolean(7),
                row.getString(8),
                instant(row.getObject(9, OffsetDateTime.class))),
        most);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
