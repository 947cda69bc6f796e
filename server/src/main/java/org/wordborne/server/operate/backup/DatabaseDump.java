package org.wordborne.server.operate.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.wordborne.server.workspace.CrashPoint;
import org.wordborne.server.workspace.database.DatabaseLogins;

/// Everything a database holds, as it stood at one moment: one transaction that reads the same
/// snapshot from beginning to end, while others go on writing.
///
/// It is the owner's, who is bound by the walls as anybody is: walled tables are read one
/// workspace after the other.
final class DatabaseDump implements AutoCloseable {
  private final Connection connection;
  private final Manifest manifest;
  private final Instant at;

  private DatabaseDump(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setReadOnly(true);
    this.at = Catalogue.now(connection);
    this.manifest =
        new Manifest(
            connection.getMetaData().getDatabaseProductVersion(),
            Catalogue.workspaces(connection),
            Catalogue.migrations(connection),
            Catalogue.tables(connection),
            Catalogue.partitions(connection));
  }

  /// Begins: what is committed from now on is not in it.
  static DatabaseDump open(DatabaseLogins logins) throws SQLException {
    Connection connection = Catalogue.connect(logins);
    try {
      return new DatabaseDump(connection);
    } catch (SQLException | RuntimeException failed) {
      connection.close();
      throw failed;
    }
  }

  /// When its rows were true.
  Instant at() {
    return at;
  }

  Manifest manifest() {
    return manifest;
  }

  /// Writes every table, then the places of the sequences: read last, so that no number is behind
  /// a row.
  void write(SectionOutput out) throws SQLException, IOException {
    for (Manifest.Table table : manifest.tables()) {
      out.sum(
          read(
              table,
              (workspace, first, copy, digest) ->
                  out.section(
                      new Section(Section.TABLE, table.name(), workspace),
                      body -> {
                        for (byte[] row = first; row != null; row = next(copy)) {
                          digest.add(row);
                          body.line(row);
                        }
                      })));
      CrashPoint.reach("backup-table");
    }
    List<String> places = places();
    out.section(
        new Section(Section.SEQUENCES, "", null),
        body -> {
          for (String line : places) {
            body.line(line.getBytes(StandardCharsets.UTF_8));
          }
        });
  }

  /// Count and digest of every table, and of the sequences, as another dump of the same rows gives
  /// them.
  List<TableSum> sums() throws SQLException, IOException {
    var sums = new ArrayList<TableSum>();
    for (Manifest.Table table : manifest.tables()) {
      sums.add(
          read(
              table,
              (_, first, copy, digest) -> {
                for (byte[] row = first; row != null; row = next(copy)) {
                  digest.add(row);
                }
              }));
    }
    return sums;
  }

  @FunctionalInterface
  private interface Reader {
    void read(@Nullable String workspace, byte[] first, CopyOut copy, RowDigest digest)
        throws IOException, SQLException;
  }

  private TableSum read(Manifest.Table table, Reader reader) throws SQLException, IOException {
    var digest = new RowDigest();
    if (table.walled()) {
      for (String workspace : manifest.workspaces()) {
        Catalogue.enter(connection, workspace);
        copy(table, workspace, reader, digest);
      }
      Catalogue.enter(connection, "");
    } else {
      copy(table, null, reader, digest);
    }
    return digest.sum(table.name());
  }

  private void copy(
      Manifest.Table table, @Nullable String workspace, Reader reader, RowDigest digest)
      throws SQLException, IOException {
    String columns =
        table.columns().stream().map(Catalogue::quoted).collect(Collectors.joining(", "));
    CopyOut copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut(
                "copy (select %s from %s) to stdout"
                    .formatted(columns, Catalogue.quoted(table.name())));
    try {
      byte[] first = copy.readFromCopy();
      if (first != null) {
        reader.read(workspace, first, copy, digest);
      }
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private static byte @Nullable [] next(CopyOut copy) throws IOException {
    try {
      return copy.readFromCopy();
    } catch (SQLException broken) {
      throw new IOException("the database: " + broken.getMessage(), broken);
    }
  }

  /* name TAB last value TAB whether it was given out */
  private List<String> places() throws SQLException {
    var places = new ArrayList<String>();
    for (String sequence : Catalogue.sequences(connection)) {
      places.addAll(
          Catalogue.list(
              connection,
              "select last_value, is_called from " + Catalogue.quoted(sequence),
              row -> sequence + '\t' + row.getLong(1) + '\t' + row.getBoolean(2) + '\n'));
    }
    return places;
  }

  /// Names of tables whose count or digest differs, or that only one of the two has.
  static List<String> differing(List<TableSum> these, List<TableSum> those) {
    var left = new ArrayList<>(these);
    left.removeAll(those);
    var right = new ArrayList<>(those);
    right.removeAll(these);
    left.addAll(right);
    return left.stream().map(TableSum::name).distinct().sorted().toList();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
