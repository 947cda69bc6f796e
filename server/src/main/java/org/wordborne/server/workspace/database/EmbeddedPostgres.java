package org.wordborne.server.workspace.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wordborne.server.workspace.DataFolder;
import org.wordborne.server.workspace.database.DatabaseLogins.Login;

/// A real PostgreSQL in the data folder, on the loopback address, with a password and with fsync.
///
/// It is a process of its own and outlives a JVM that is killed. So a start first looks whether
/// one lives on the folder: if it is ours and of this version it is adopted and those connected
/// to it are sent away; if it does not answer to our password or is of another version it is
/// stopped and a new one started. A `postmaster.pid` left by a dead one is PostgreSQL's own to
/// judge; one that names a living process that is no PostgreSQL is dropped.
///
/// The caller holds the folder's lock, so two of these never work on one folder.
public final class EmbeddedPostgres implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final String DATABASE = "wordborne";
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private final Postmaster postmaster;
  private final int port;
  private final DatabaseLogins logins;
  private volatile boolean closing;

  private EmbeddedPostgres(Postmaster postmaster, int port, Secrets secrets) {
    this.postmaster = postmaster;
    this.port = port;
    this.logins = logins(port, secrets);
  }

  private static DatabaseLogins logins(int port, Secrets secrets) {
    return new DatabaseLogins(
        url(port, DATABASE),
        new Login(DatabaseRoles.OWNER, secrets.password("owner")),
        new Login(DatabaseRoles.APP, secrets.password("app")));
  }

  /// How to reach the one that runs on `folder`; empty if none does.
  static Optional<DatabaseLogins> running(DataFolder folder) {
    try {
      if (!Files.isDirectory(folder.database())) {
        return Optional.empty();
      }
      Path cluster = folder.root().toRealPath().resolve(folder.database().getFileName());
      var secrets = new Secrets(folder.secrets());
      return PostmasterFile.read(cluster)
          .filter(file -> file.ready() && file.isAlive(cluster) && secrets.knows("owner"))
          .map(file -> logins(file.port(), secrets));
    } catch (IOException unreadable) {
      throw new DatabaseException(
          "cannot read " + folder.root() + ": " + unreadable.getMessage(), unreadable);
    }
  }

  /// Starts, adopts or recovers the database of `folder`; makes it at the first time.
  ///
  /// @throws DatabaseException if it cannot
  public static EmbeddedPostgres start(DataFolder folder) {
    try {
      return open(folder);
    } catch (IOException | UncheckedIOException failed) {
      throw new DatabaseException(
          "cannot open the database in " + folder.root() + ": " + failed.getMessage(), failed);
    }
  }

  private static EmbeddedPostgres open(DataFolder folder) throws IOException {
    Path cluster = folder.root().toRealPath().resolve(folder.database().getFileName());
    var secrets = new Secrets(folder.secrets());
    var runner = Unprivileged.find();
    Path programs = PostgresBinaries.below(runner.shelf(usualShelf(folder)));
    var postmaster = new Postmaster(programs, cluster, runner);
    if (!Files.isDirectory(cluster)) {
      postmaster.create(secrets.password("superuser"));
    } else if (!secrets.knows("superuser")) {
      throw new DatabaseException(
          folder.secrets() + " is missing: it holds the passwords of the database beside it");
    }
    String password = secrets.password("superuser");
    Optional<Integer> living = adopt(postmaster, cluster, programs, password);
    int port = living.isPresent() ? living.get() : postmaster.start();
    var postgres = new EmbeddedPostgres(postmaster, port, secrets);
    try {
      postgres.prepare(password);
    } catch (DatabaseException unprepared) {
      postgres.close();
      throw unprepared;
    }
    postgres.watch();
    return postgres;
  }

  /* A user without a home (as in some containers) keeps the programs beside the data. */
  private static Path usualShelf(DataFolder folder) {
    Path home = Path.of(System.getProperty("user.home"));
    return home.isAbsolute() && Files.isWritable(home) ? home.resolve(".wordborne") : folder.root();
  }

  private static Optional<Integer> adopt(
      Postmaster postmaster, Path cluster, Path programs, String password) throws IOException {
    if (PostmasterFile.read(cluster).filter(file -> file.isAlive(cluster)).isEmpty()) {
      return Optional.empty();
    }
    if (programs.getFileName().toString().contains(clusterProgram(cluster))) {
      int port = postmaster.awaitReady();
      if (sendOthersAway(port, password)) {
        return Optional.of(port);
      }
    }
    postmaster.stop();
    return Optional.empty();
  }

  /* The version whose programs the living postmaster runs, as its options file tells it. */
  private static String clusterProgram(Path cluster) throws IOException {
    String options = Files.readString(cluster.resolve("postmaster.opts"));
    Path program = Path.of(options.substring(0, options.indexOf(' ')));
    return program.resolve("../..").normalize().getFileName().toString();
  }

  private static boolean sendOthersAway(int port, String password) {
    try (Connection connection = superuser(port, password);
        var statement = connection.createStatement()) {
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where backend_type = 'client backend' and pid <> pg_backend_pid()");
      return true;
    } catch (SQLException foreign) {
      return false;
    }
  }

  private void prepare(String password) {
    try (Connection connection = superuser(port, password)) {
      DatabaseRoles.prepareCluster(connection, DATABASE, logins);
    } catch (SQLException failed) {
      throw new DatabaseException(
          "cannot prepare the database's roles: " + failed.getMessage(), failed);
    }
  }

  /* Somebody or the system may end the database alone: then it is started again where it was. */
  private void watch() {
    postmaster.whenGone(
        () -> {
          if (!closing) {
            startAgain();
          }
        });
  }

  private void startAgain() {
    LOG.warn("the database seems to have ended by itself; if so, it is started again");
    while (!startedAgain()) {
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /* A full disk, for one, lets it start only once somebody has made room. */
  private synchronized boolean startedAgain() {
    if (closing) {
      return true;
    }
    try {
      if (!postmaster.isAlive()) {
        postmaster.startAgain(port);
      }
      watch();
      return true;
    } catch (DatabaseException notYet) {
      LOG.error("it is tried again in {} s: {}", PAUSE.toSeconds(), notYet.toString());
      return false;
    }
  }

  private static Connection superuser(int port, String password) throws SQLException {
    return DriverManager.getConnection(url(port, "postgres"), "postgres", password);
  }

  private static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /// How to reach it.
  public DatabaseLogins logins() {
    return logins;
  }

  /// Stops it in order; nothing is left to do where it has ended already.
  @Override
  public void close() {
    closing = true;
    stop();
  }

  private synchronized void stop() {
    try {
      postmaster.stop();
    } catch (IOException failed) {
      throw new DatabaseException("cannot stop the database: " + failed.getMessage(), failed);
    } catch (DatabaseException failed) {
      if (postmaster.isAlive()) {
        throw failed;
      }
    }
  }
}
