package org.wordborne.server.workspace;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the person who started the server said; a bean for whoever asks.
///
/// @param data where everything is kept
/// @param port the port asked for; 0 takes any free one
/// @param databaseUrl address of an external PostgreSQL; null for the embedded one
/// @param connections how many connections to the database serve
/// @param allowPrivate `host:port` of private addresses that sources may reach
/// @param publicUrl address under which people reach this server; null for the loopback one
/// @param demo whether this is the demonstration on sample data
/// @param listening whether sources are polled; false when a command opens the folder for itself
/// @param beacons files of beacons' chains; the first is waited for in place of the public one
/// @param securityContact whom to tell of a weakness: a `mailto:` or `https:` address; null for
///     nobody
public record ServerProperties(
    DataFolder data,
    int port,
    @Nullable String databaseUrl,
    int connections,
    List<String> allowPrivate,
    @Nullable String publicUrl,
    boolean demo,
    boolean listening,
    List<Path> beacons,
    @Nullable String securityContact) {

  /// Copies the lists.
  public ServerProperties {
    allowPrivate = List.copyOf(allowPrivate);
    beacons = List.copyOf(beacons);
  }

  /// Whether browsers reach this server by https, so that cookies may be marked for it.
  public boolean https() {
    return publicUrl != null && publicUrl.startsWith("https://");
  }
}
