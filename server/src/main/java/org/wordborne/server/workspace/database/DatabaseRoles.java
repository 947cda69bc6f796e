package org.wordborne.server.workspace.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.wordborne.server.workspace.database.DatabaseLogins.Login;

/// The two roles: one owns the schema and migrates it, one serves and is bound by its walls.
final class DatabaseRoles {
  static final String OWNER = "wordborne_owner";
  static final String APP = "wordborne_app";
  static final String RIGHTS =
      " login nosuperuser nocreatedb nocreaterole nobypassrls noreplication password ";

  private DatabaseRoles() {}

  /// Makes both roles and the database in our own cluster; safe to repeat after a kill at any
  /// point.
  static void prepareCluster(Connection superuser, String database, DatabaseLogins logins)
      throws SQLException {
    settle(superuser, logins.owner());
    settle(superuser, logins.app());
    if (!exists(superuser, "select 1 from pg_database where datname = ?", database)) {
      execute(superuser, "create database " + database + " owner " + OWNER);
    }
    execute(superuser, "revoke connect on database " + database + " from public");
    execute(superuser, "grant connect, temporary on database " + database + " to " + APP);
  }

  /// Makes the role unless it is there.
  static void settle(Connection connection, Login login) throws SQLException {
    if (!exists(connection, "select 1 from pg_roles where rolname = ?", login.user())) {
      execute(
          connection,
          "create role " + login.user() + RIGHTS + literal(connection, login.password()));
    }
  }

  static boolean exists(Connection connection, String sql, String value) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, value);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static String literal(Connection connection, String text) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.enquoteLiteral(text);
    }
  }
}
