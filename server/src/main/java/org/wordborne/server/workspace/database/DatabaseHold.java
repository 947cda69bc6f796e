package org.wordborne.server.workspace.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wordborne.server.workspace.DataFolder;

/// Holds an operator's database for one server, as the lock of a data folder holds that folder.
///
/// It is an advisory lock of a session of its own, so PostgreSQL lets go of it when the process
/// ends, however. Where the session breaks, as at a restart of the database, it is taken again.
final class DatabaseHold implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseHold.class);

  /// Two numbers, so that it never meets the locks of one number that writers take.
  private static final String LOCK = "(1464816196, 1)";

  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);
  private static final int LONGEST_NAME = 63;
  private static final int ANSWER_SECONDS = 5;
  private final String url;
  private final Properties login = new Properties();
  private final Thread keeper;
  private volatile @Nullable Connection session;
  private volatile boolean closing;

  private DatabaseHold(String url, DatabaseLogins.Login owner, DataFolder folder) {
    this.url = url;
    login.setProperty("user", owner.user());
    login.setProperty("password", owner.password());
    login.setProperty("tcpKeepAlive", "true");
    login.setProperty("ApplicationName", name(folder));
    this.keeper = Thread.ofVirtual().name("database-hold").unstarted(this::keep);
  }

  /// Takes the database at `url`, and waits a moment for a server that is just ending.
  ///
  /// @throws DatabaseException if another server holds it
  static DatabaseHold take(String url, DatabaseLogins.Login owner, DataFolder folder)
      throws SQLException {
    var hold = new DatabaseHold(url, owner, folder);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!hold.tryTake()) {
      if (System.nanoTime() > end) {
        throw new DatabaseException(hold.refusal());
      }
      pause(BETWEEN_TRIES);
    }
    hold.keeper.start();
    return hold;
  }

  private boolean tryTake() throws SQLException {
    Connection fresh = DriverManager.getConnection(url, login);
    try (var statement = fresh.createStatement()) {
      statement.execute("set idle_session_timeout = 0");
      try (var answer = statement.executeQuery("select pg_try_advisory_lock" + LOCK)) {
        answer.next();
        if (answer.getBoolean(1)) {
          session = fresh;
          return true;
        }
      }
    } catch (SQLException failed) {
      fresh.close();
      throw failed;
    }
    fresh.close();
    return false;
  }

  private String refusal() throws SQLException {
    return "another server works on the database at "
        + url
        + holder()
        + "; stop it, or give this one a database of its own with --database-url";
  }

  private String holder() throws SQLException {
    try (Connection asking = DriverManager.getConnection(url, login);
        var statement = asking.createStatement();
        var found =
            statement.executeQuery(
                """
                select a.application_name, a.client_addr
                from pg_locks l join pg_stat_activity a using (pid)
                where l.locktype = 'advisory' and l.granted and (l.classid, l.objid) =\s"""
                    + LOCK
                    + " and l.database = (select oid from pg_database"
                    + " where datname = current_database())")) {
      return found.next() && found.getString(1) != null
          ? " (" + found.getString(1) + ", from " + found.getString(2) + ")"
          : "";
    }
  }

  private void keep() {
    while (!closing) {
      pause(BETWEEN_LOOKS);
      if (!closing) {
        look();
      }
    }
  }

  private void look() {
    Connection held = session;
    try {
      if (held == null || !held.isValid(ANSWER_SECONDS)) {
        release();
        if (!tryTake()) {
          LOG.error("{}", refusal());
        }
      }
    } catch (SQLException away) {
      LOG.debug("the database does not answer: {}", away.toString());
    }
  }

  private void release() throws SQLException {
    Connection held = session;
    session = null;
    if (held != null) {
      held.close();
    }
  }

  /// The folder, as the database shows it beside the session.
  private static String name(DataFolder folder) {
    String whole = "wordborne on " + folder.root().toAbsolutePath().normalize();
    return whole.substring(0, Math.min(whole.length(), LONGEST_NAME));
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /// Lets go of it.
  @Override
  public void close() {
    closing = true;
    keeper.interrupt();
    try {
      release();
    } catch (SQLException gone) {
      LOG.debug("the session of the hold was gone: {}", gone.toString());
    }
  }
}
