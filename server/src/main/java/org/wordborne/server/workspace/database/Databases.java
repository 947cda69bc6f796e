package org.wordborne.server.workspace.database;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.wordborne.server.workspace.ServerProperties;

/// The database of one server, started beside the rest so that neither waits for the other.
public final class Databases implements AutoCloseable {
  private final CompletableFuture<Opened> opening;

  private record Opened(DatabaseLogins logins, Runnable ending) {}

  private Databases(CompletableFuture<Opened> opening) {
    this.opening = opening;
  }

  /// Begins to open what `properties` name and returns at once.
  public static Databases open(ServerProperties properties) {
    Executor beside = task -> Thread.ofPlatform().name("database-start").start(task);
    return new Databases(CompletableFuture.supplyAsync(() -> openNow(properties), beside));
  }

  /// How to reach a database that runs already, without taking it: an operator's own, or the
  /// embedded one of a server that lives. Empty where the embedded one does not run.
  public static Optional<DatabaseLogins> running(ServerProperties properties) {
    String url = properties.databaseUrl();
    return url == null
        ? EmbeddedPostgres.running(properties.data())
        : Optional.of(ExternalPostgres.known(url, properties.data()));
  }

  private static Opened openNow(ServerProperties properties) {
    String url = properties.databaseUrl();
    if (url != null) {
      ExternalPostgres theirs = ExternalPostgres.open(url, properties.data());
      return new Opened(theirs.logins(), theirs::close);
    }
    EmbeddedPostgres ours = EmbeddedPostgres.start(properties.data());
    return new Opened(ours.logins(), ours::close);
  }

  /// Waits until it is open.
  ///
  /// @throws DatabaseException if it could not be opened
  public DatabaseLogins logins() {
    return opened().logins();
  }

  /// Stops our own; lets go of one that is not ours.
  @Override
  public void close() {
    Opened opened;
    try {
      opened = opened();
    } catch (DatabaseException neverOpened) {
      return;
    }
    opened.ending().run();
  }

  private Opened opened() {
    try {
      return opening.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof DatabaseException known) {
        throw known;
      }
      throw new DatabaseException("cannot open the database: " + failed.getCause(), failed);
    }
  }
}
