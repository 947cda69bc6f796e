package org.wordborne.server.workspace.database;

import org.wordborne.server.workspace.ServerProperties;

/// Where a database is, as messages to its operator name it.
///
/// @param name names it, without credentials
/// @param another what an operator does to have another one
record DatabasePlace(String name, String another) {
  static DatabasePlace of(ServerProperties properties, DatabaseLogins logins) {
    return properties.databaseUrl() == null
        ? new DatabasePlace(
            "the data folder " + properties.data().root(), "give another folder with --data")
        : new DatabasePlace(
            "the database at " + logins.url(), "give another database with --database-url");
  }
}
