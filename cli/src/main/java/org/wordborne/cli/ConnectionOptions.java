package org.wordborne.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which server a command speaks to; mixed into every command that needs one (`@Mixin`).
///
/// With `--url` and `--token` the one that answers there. Else the one that runs on `--data`; if
/// none does, the command opens the folder itself for as long as it lasts.
public final class ConnectionOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The data folder (default: ~/.wordborne).")
  @Nullable Path data;

  @Option(names = "--url", paramLabel = "URL", description = "Address of a running server.")
  @Nullable String url;

  @Option(names = "--token", paramLabel = "TOKEN", description = "A token of that server.")
  @Nullable String token;

  @Option(
      names = "--database-url",
      paramLabel = "URL",
      description = "Your own PostgreSQL, where no server runs on the folder.")
  @Nullable String databaseUrl;

  @Option(
      names = "--workspace",
      paramLabel = "NAME",
      description = "Which workspace, by the name in its address or its id (default: the first).")
  @Nullable String workspace;

  /// The data folder that is meant.
  public Path data() {
    return data == null ? usualFolder() : data;
  }

  static Path usualFolder() {
    return Path.of(System.getProperty("user.home"), ".wordborne");
  }

  /// Connects: to the living server, or to one opened for this command alone.
  public ServerConnection connect() {
    return connect(List.of());
  }

  /// Connects to the server that lives there; null where none does, and then none is started.
  @Nullable ServerConnection connectIfLiving() {
    return ServerConnection.openIfLiving(this);
  }

  /// As [#connect], where a server that is opened for this command may reach private addresses;
  /// a living one has its own.
  ServerConnection connect(List<String> allowPrivate) {
    return ServerConnection.open(this, allowPrivate);
  }
}
