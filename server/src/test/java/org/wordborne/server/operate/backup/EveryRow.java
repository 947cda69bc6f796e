package org.wordborne.server.operate.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.wordborne.server.workspace.database.DatabaseLogins;

/// Every row of the embedded database as its superuser sees it, past all walls, hashed by
/// PostgreSQL itself: the second hand that judges what backup and restore say.
final class EveryRow {
  private EveryRow() {}

  /// Table by table: how many rows, and the hash of all of them in the order of their text.
  static Map<String, String> of(Path data, DatabaseLogins logins) throws SQLException, IOException {
    var hashes = new TreeMap<String, String>();
    try (Connection connection = superuser(data, logins.url())) {
      var tables =
          Catalogue.list(
              connection,
              """
              select relname from pg_class
              where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                and not relispartition
              """,
              row -> row.getString(1));
      for (String table : tables) {
        String sql =
            "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text"
                + " collate \"C\")), '') from \""
                + table
                + "\" t";
        hashes.put(table, Catalogue.list(connection, sql, row -> row.getString(1)).getFirst());
      }
    }
    return hashes;
  }

  static Connection superuser(Path data, String url) throws SQLException, IOException {
    var secrets = new Properties();
    try (var reader = Files.newBufferedReader(data.resolve("secrets.properties"))) {
      secrets.load(reader);
    }
    return DriverManager.getConnection(url, "postgres", secrets.getProperty("superuser"));
  }
}
