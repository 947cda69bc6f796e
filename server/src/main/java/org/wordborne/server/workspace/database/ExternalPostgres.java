package org.wordborne.server.workspace.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.workspace.DataFolder;
import org.wordborne.server.workspace.database.DatabaseLogins.Login;

/// A PostgreSQL of the operator's own (15 to 18), given by one address with the credentials of
/// the role that owns the schema.
///
/// The serving role is made at the first start with a password kept in the data folder. Where the
/// owner may not make roles, the start ends with the statement that an administrator has to run.
final class ExternalPostgres implements AutoCloseable {
  private static final int OLDEST = 150_000;
  private static final String MAY_NOT = "42501";
  private final DatabaseLogins logins;
  private final DatabaseHold hold;

  private ExternalPostgres(DatabaseLogins logins, DatabaseHold hold) {
    this.logins = logins;
    this.hold = hold;
  }

  /// Takes it for this server and makes the serving role ready.
  ///
  /// @throws DatabaseException if it cannot, or if another server holds it
  static ExternalPostgres open(String address, DataFolder folder) {
    Address parsed = Address.parse(address);
    var secrets = new Secrets(folder.secrets());
    var app = new Login(DatabaseRoles.APP, secrets.password("external-app"));
    try (Connection owner = connect(parsed.url(), parsed.owner())) {
      judge(owner);
      DatabaseHold hold = DatabaseHold.take(parsed.url(), parsed.owner(), folder);
      try {
        settleApp(owner, parsed, app);
        ServingRole.judge(owner, app);
      } catch (SQLException | DatabaseException refused) {
        hold.close();
        throw refused;
      }
      return new ExternalPostgres(new DatabaseLogins(parsed.url(), parsed.owner(), app), hold);
    } catch (SQLException refused) {
      throw new DatabaseException(
          "cannot open the database at "
              + parsed.url()
              + " as "
              + parsed.owner()
              + ": "
              + refused.getMessage(),
          refused);
    }
  }

  /// How to reach one that is known to this folder, without taking it.
  static DatabaseLogins known(String address, DataFolder folder) {
    Address parsed = Address.parse(address);
    var secrets = new Secrets(folder.secrets());
    String app = secrets.knows("external-app") ? secrets.password("external-app") : "";
    return new DatabaseLogins(parsed.url(), parsed.owner(), new Login(DatabaseRoles.APP, app));
  }

  /// How to reach it in each role.
  DatabaseLogins logins() {
    return logins;
  }

  /// Lets go of it; it goes on running.
  @Override
  public void close() {
    hold.close();
  }

  private static void judge(Connection owner) throws SQLException {
    int version =
        owner.getMetaData().getDatabaseMajorVersion() * 10_000
            + owner.getMetaData().getDatabaseMinorVersion();
    if (version < OLDEST) {
      throw new DatabaseException(
          "PostgreSQL 15 or newer is needed; "
              + owner.getMetaData().getDatabaseProductVersion()
              + " answers there");
    }
  }

  private static void settleApp(Connection owner, Address address, Login app) throws SQLException {
    if (answers(address.url(), app)) {
      return;
    }
    leaveToOthers(owner, address, app);
    try {
      DatabaseRoles.settle(owner, app);
      DatabaseRoles.execute(
          owner,
          "alter role " + app.user() + " password " + DatabaseRoles.literal(owner, app.password()));
    } catch (SQLException refused) {
      if (!MAY_NOT.equals(refused.getSQLState())) {
        throw refused;
      }
      throw new DatabaseException(tellAdministrator(owner, app), refused);
    }
    if (!answers(address.url(), app)) {
      throw new DatabaseException(
          "the role "
              + app.user()
              + " is there but may not connect to "
              + address.url()
              + "; run as its owner: grant connect, temporary on database … to "
              + app.user());
    }
  }

  /* Roles belong to the whole PostgreSQL: another password would lock out who serves with this. */
  private static void leaveToOthers(Connection owner, Address address, Login app)
      throws SQLException {
    String living = "select min(datname::text) from pg_stat_activity where usename = ?";
    try (var asking = owner.prepareStatement(living)) {
      asking.setString(1, app.user());
      try (var found = asking.executeQuery()) {
        found.next();
        if (found.getString(1) != null) {
          throw new DatabaseException(
              ("another server works with the role %s, on the database %s of the PostgreSQL at %s,"
                      + " and this data folder does not know its password; start with that"
                      + " server's data folder, or give this one a PostgreSQL of its own")
                  .formatted(app.user(), found.getString(1), address.url()));
        }
      }
    }
  }

  private static String tellAdministrator(Connection owner, Login app) throws SQLException {
    boolean there =
        DatabaseRoles.exists(owner, "select 1 from pg_roles where rolname = ?", app.user());
    return "the database's user may not make the role Wordborne serves with; run as an"
        + " administrator: "
        + (there ? "ALTER" : "CREATE")
        + " ROLE "
        + app.user()
        + " LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD '"
        + app.password()
        + "';";
  }

  private static boolean answers(String url, Login login) {
    try (Connection connection = connect(url, login)) {
      return connection.isValid(5);
    } catch (SQLException refused) {
      return false;
    }
  }

  private static Connection connect(String url, Login login) throws SQLException {
    return DriverManager.getConnection(url, login.user(), login.password());
  }

  /// An address as people write it (`postgres://user:password@host/name`, or JDBC's form with
  /// `?user=…&password=…`), taken apart.
  record Address(String url, Login owner) {
    static Address parse(String given) {
      String text = given.startsWith("jdbc:") ? given.substring("jdbc:".length()) : given;
      if (!text.startsWith("postgres://") && !text.startsWith("postgresql://")) {
        throw wrong("it must begin with postgresql://");
      }
      URI uri;
      try {
        uri = URI.create(text);
      } catch (IllegalArgumentException malformed) {
        throw wrong("it is no address");
      }
      Map<String, String> query = query(uri.getRawQuery());
      String user = decode(userPart(uri, 0, query.remove("user")));
      String password = decode(userPart(uri, 1, query.remove("password")));
      if (uri.getHost() == null || user.isEmpty() || uri.getPath().length() < 2) {
        throw wrong("it must name user, host and database");
      }
      String rest =
          query.entrySet().stream()
              .map(entry -> entry.getKey() + "=" + entry.getValue())
              .collect(Collectors.joining("&"));
      String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
      String url =
          "jdbc:postgresql://"
              + uri.getHost()
              + port
              + uri.getRawPath()
              + (rest.isEmpty() ? "" : "?" + rest);
      return new Address(url, new Login(user, password));
    }

    private static String userPart(URI uri, int place, @Nullable String named) {
      String[] parts =
          uri.getRawUserInfo() == null ? new String[0] : uri.getRawUserInfo().split(":", 2);
      return place < parts.length ? parts[place] : named == null ? "" : named;
    }

    private static Map<String, String> query(@Nullable String raw) {
      var named = new LinkedHashMap<String, String>();
      if (raw != null) {
        for (String pair : raw.split("&")) {
          String[] parts = pair.split("=", 2);
          named.put(parts[0], parts.length > 1 ? parts[1] : "");
        }
      }
      return named;
    }

    private static String decode(String text) {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static DatabaseException wrong(String why) {
      return new DatabaseException(
          "--database-url is not as it should be: "
              + why
              + ", as in postgresql://user:password@host:5432/name");
    }
  }
}
