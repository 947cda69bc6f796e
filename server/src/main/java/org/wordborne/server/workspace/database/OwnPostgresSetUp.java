package org.wordborne.server.workspace.database;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.wordborne.server.workspace.DataFolder;
import org.wordborne.server.workspace.database.DatabaseLogins.Login;

/// How an operator's own PostgreSQL is prepared: what its administrator runs, once.
///
/// @param cluster statements to run in any database
/// @param within statements to run in the new one
/// @param url what `--database-url` is given then; the host is for the operator to fill in
public record OwnPostgresSetUp(List<String> cluster, List<String> within, String url) {
  /// Of a data folder, whose password for the serving role is made and kept if there was none.
  ///
  /// @param database the database's name
  /// @param owner the role that owns the tables and migrates them
  /// @param host where PostgreSQL is, with its port
  public static OwnPostgresSetUp of(DataFolder folder, String database, String owner, String host) {
    make(folder);
    var secrets = new Secrets(folder.secrets());
    var owning = new Login(owner, secrets.password("external-owner"));
    var serving = new Login(DatabaseRoles.APP, secrets.password("external-app"));
    return new OwnPostgresSetUp(
        ServingRole.cluster(database, owning, serving),
        ServingRole.within(serving),
        "postgresql://" + owner + ":" + owning.password() + "@" + host + "/" + database);
  }

  private static void make(DataFolder folder) {
    try {
      Files.createDirectories(folder.root());
    } catch (IOException refused) {
      throw new DatabaseException(
          "cannot make the data folder " + folder.root() + ": " + refused.getMessage(), refused);
    }
  }

  /// All of it as psql reads it.
  public String script() {
    return String.join(";\n", cluster)
        + ";\n\\connect "
        + url.substring(url.lastIndexOf('/') + 1)
        + "\n"
        + String.join(";\n", within)
        + ";\n";
  }
}
