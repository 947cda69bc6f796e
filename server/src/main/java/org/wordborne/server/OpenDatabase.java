package org.wordborne.server;

import java.nio.file.Files;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.workspace.DataFolder;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.database.DatabaseLogins;
import org.wordborne.server.workspace.database.Databases;

/// The database of a data folder for a command that looks at it past the server: the one that a
/// living server uses, left as it is, or else the folder's own, started for as long as this is
/// open.
public final class OpenDatabase implements AutoCloseable {
  private final DatabaseLogins logins;
  private final DataFolder folder;
  private final @Nullable Databases own;
  private final @Nullable FolderLock lock;

  private OpenDatabase(
      DatabaseLogins logins,
      DataFolder folder,
      @Nullable Databases own,
      @Nullable FolderLock lock) {
    this.logins = logins;
    this.folder = folder;
    this.own = own;
    this.lock = lock;
  }

  /// Opens it; nothing is made where nothing was.
  ///
  /// @throws StartException if there is none, or it cannot be opened
  public static OpenDatabase of(ServerOptions options) {
    ServerProperties properties = options.properties();
    DataFolder folder = properties.data();
    folder
        .halfRestored()
        .ifPresent(
            told -> {
              throw new StartException(told);
            });
    boolean there =
        properties.databaseUrl() == null
            ? Files.isDirectory(folder.database())
            : Files.isDirectory(folder.root());
    if (!there) {
      throw new StartException(
          folder.root()
              + " holds no database; give the data folder with --data, and your own PostgreSQL"
              + " with --database-url");
    }
    if (properties.databaseUrl() != null) {
      return new OpenDatabase(Databases.running(properties).orElseThrow(), folder, null, null);
    }
    return FolderLock.ifFree(folder)
        .map(lock -> resting(properties, lock))
        .orElseGet(() -> living(properties));
  }

  private static OpenDatabase resting(ServerProperties properties, FolderLock lock) {
    Databases databases = Databases.open(properties);
    try {
      return new OpenDatabase(databases.logins(), properties.data(), databases, lock);
    } catch (RuntimeException failed) {
      databases.close();
      lock.close();
      throw new StartException(String.valueOf(failed.getMessage()), failed);
    }
  }

  private static OpenDatabase living(ServerProperties properties) {
    Optional<DatabaseLogins> running = Databases.running(properties);
    return new OpenDatabase(
        running.orElseThrow(
            () ->
                new StartException(
                    "the server on "
                        + properties.data().root()
                        + " lives, but its database does not answer; wait until it is ready")),
        properties.data(),
        null,
        null);
  }

  /// How to reach it.
  public DatabaseLogins logins() {
    return logins;
  }

  /// The data folder that goes with it.
  public DataFolder folder() {
    return folder;
  }

  /// Stops it if it was started here.
  @Override
  public void close() {
    if (own != null) {
      own.close();
    }
    if (lock != null) {
      lock.close();
    }
  }
}
