package org.wordborne.server.workspace.database;

/// How to reach the database in each of its two roles.
///
/// @param url JDBC address without credentials
/// @param owner owns the schema and migrates it
/// @param app serves: owns nothing, row-level security binds it
public record DatabaseLogins(String url, Login owner, Login app) {
  /// A role and its password; the password never shows in a log.
  public record Login(String user, String password) {
    @Override
    public String toString() {
      return user;
    }
  }
}
