package org.wordborne.server.workspace.personal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// Hands out rows as they stand, without what is closed and without the workspace's id.
public final class ExportRows {
  private ExportRows() {}

  /// A line for each row; its fields are the columns.
  public static void hand(StatementSpec asked, String kind, ExportSink out) {
    asked.query(
        row -> {
          out.line(kind, fields(row));
        });
  }

  private static Map<String, @Nullable Object> fields(ResultSet row) throws SQLException {
    var fields = new LinkedHashMap<String, @Nullable Object>();
    var columns = row.getMetaData();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      String name = columns.getColumnLabel(i);
      if (!name.equals("workspace_id")) {
        Object value = value(row, i);
        if (value != null) {
          fields.put(name, value);
        }
      }
    }
    return fields;
  }

  private static @Nullable Object value(ResultSet row, int column) throws SQLException {
    Object value = row.getObject(column);
    return switch (value) {
      case null -> null;
      case byte[] _ -> null;
      case Array array -> Arrays.asList((Object[]) array.getArray());
      case Timestamp at -> at.toInstant().toString();
      case Number number -> number;
      case Boolean bool -> bool;
      default -> value.toString();
    };
  }
}
