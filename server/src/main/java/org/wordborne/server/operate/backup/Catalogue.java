package org.wordborne.server.operate.backup;

import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.workspace.database.DatabaseLogins;

/// What a database says of its own tables: the source of truth for what a backup has to hold.
public final class Catalogue {
  private static final String FORMS =
      "-c timezone=UTC -c datestyle=ISO,YMD -c intervalstyle=postgres -c extra_float_digits=1"
          + " -c bytea_output=hex -c statement_timeout=0 -c idle_in_transaction_session_timeout=0";
  static final String HISTORY = "flyway_schema_history";

  private Catalogue() {}

  /// A connection of the owner that writes values in one form, whatever the server's settings.
  public static Connection connect(DatabaseLogins logins) throws SQLException {
    var login = new Properties();
    login.setProperty("user", logins.owner().user());
    login.setProperty("password", logins.owner().password());
    login.setProperty("options", FORMS);
    login.setProperty("ApplicationName", "wordborne backup");
    login.setProperty("connectTimeout", "10");
    return DriverManager.getConnection(logins.url(), login);
  }

  /// Lets a connection see the rows of one workspace, until it names another.
  public static void enter(Connection connection, String workspace) throws SQLException {
    list(
        connection,
        "select set_config('wordborne.workspace', ?, false)",
        row -> row.getString(1),
        workspace);
  }

  /// Makes one row of a result.
  @FunctionalInterface
  public interface Row<T> {
    /// Makes it of the row at which `row` stands.
    T of(ResultSet row) throws SQLException;
  }

  /// The rows of an answer.
  public static <T> List<T> list(Connection connection, String sql, Row<T> row, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      try (ResultSet found = statement.executeQuery()) {
        var all = new ArrayList<T>();
        while (found.next()) {
          all.add(row.of(found));
        }
        return all;
      }
    }
  }

  /// Every table with rows of its own, in an order in which they can be loaded.
  ///
  /// @throws BackupException if a walled table has no `workspace_id`, so that it could not be read
  ///     whole
  static List<Manifest.Table> tables(Connection connection) throws SQLException {
    Map<String, Manifest.Table> tables = new LinkedHashMap<>();
    list(
            connection,
            """
            select c.relname, c.relrowsecurity,
              array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '') as own,
              bool_or(a.attname = 'workspace_id') as has_workspace
            from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
              and not c.relispartition and a.attnum > 0 and not a.attisdropped
            group by c.oid order by c.relname
            """,
            Catalogue::table)
        .forEach(table -> tables.put(table.name(), table));
    Map<String, Set<String>> needs = new LinkedHashMap<>();
    list(
            connection,
            """
            select distinct c.relname, p.relname
            from pg_constraint k join pg_class c on c.oid = k.conrelid
              join pg_class p on p.oid = k.confrelid
            where k.contype = 'f' and k.conrelid <> k.confrelid
              and c.relnamespace = 'public'::regnamespace
            """,
            row -> Map.entry(row.getString(1), row.getString(2)))
        .forEach(
            arc ->
                needs
                    .computeIfAbsent(arc.getKey(), _ -> new LinkedHashSet<>())
                    .add(arc.getValue()));
    Set<String> ordered = new LinkedHashSet<>();
    tables.keySet().forEach(table -> place(table, needs, ordered, new LinkedHashSet<>()));
    return ordered.stream().filter(tables::containsKey).map(tables::get).toList();
  }

  private static Manifest.Table table(ResultSet row) throws SQLException {
    String name = row.getString(1);
    boolean walled = row.getBoolean(2);
    if (walled && !row.getBoolean("has_workspace")) {
      throw new BackupException("the table " + name + " is walled by something unknown");
    }
    return new Manifest.Table(name, strings(row.getArray("own")), walled);
  }

  private static List<String> strings(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  private static void place(
      String table, Map<String, Set<String>> needs, Set<String> ordered, Set<String> above) {
    if (ordered.contains(table)) {
      return;
    }
    if (!above.add(table)) {
      throw new BackupException("the tables " + above + " refer to each other in a circle");
    }
    needs.getOrDefault(table, Set.of()).forEach(need -> place(need, needs, ordered, above));
    above.remove(table);
    ordered.add(table);
  }

  static List<Manifest.Partition> partitions(Connection connection) throws SQLException {
    return list(
        connection,
        """
        select p.relname, c.relname, pg_get_expr(c.relpartbound, c.oid), c.relforcerowsecurity
        from pg_inherits i join pg_class c on c.oid = i.inhrelid join pg_class p on p.oid = i.inhparent
        where c.relispartition and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
        order by p.relname, c.relname
        """,
        row ->
            new Manifest.Partition(
                row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4)));
  }

  static List<Manifest.Migration> migrations(Connection connection) throws SQLException {
    if (!has(connection, HISTORY)) {
      throw new BackupException("the database holds no tables of Wordborne");
    }
    return list(
        connection,
        """
        select version, description, checksum from flyway_schema_history
        where success and version is not null order by installed_rank
        """,
        row ->
            new Manifest.Migration(
                row.getString(1), row.getString(2), (@Nullable Integer) row.getObject(3)));
  }

  /// Ids of all workspaces.
  public static List<String> workspaces(Connection connection) throws SQLException {
    String sql =
        has(connection, "workspace_registry")
            ? "select workspace_id::text from workspace_registry order by 1"
            : "select value from server_setting where name = 'default-workspace'";
    return list(connection, sql, row -> row.getString(1));
  }

  static List<String> sequences(Connection connection) throws SQLException {
    return list(
        connection,
        """
        select relname from pg_class
        where relnamespace = 'public'::regnamespace and relkind = 'S' order by 1
        """,
        row -> row.getString(1));
  }

  /// Names of all that stands in the schema.
  static List<String> relations(Connection connection) throws SQLException {
    return list(
        connection,
        "select relname from pg_class where relnamespace = 'public'::regnamespace order by 1",
        row -> row.getString(1));
  }

  /// The database's own time.
  public static Instant now(Connection connection) throws SQLException {
    return list(
            connection, "select now()", row -> row.getObject(1, OffsetDateTime.class).toInstant())
        .getFirst();
  }

  /// Whether the schema has something of that name.
  public static boolean has(Connection connection, String relation) throws SQLException {
    return !list(
            connection,
            "select 1 from pg_class where relnamespace = 'public'::regnamespace and relname = ?",
            row -> row.getInt(1),
            relation)
        .isEmpty();
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// A name as it stands in a statement.
  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
