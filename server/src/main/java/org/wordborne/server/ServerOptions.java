package org.wordborne.server;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.workspace.DataFolder;
import org.wordborne.server.workspace.ServerProperties;

/// How a server is to be started: `ServerOptions.at(folder).withPort(0)`.
///
/// @param properties what the server's parts may know of it
/// @param clock where the server takes its time from
public record ServerOptions(ServerProperties properties, InstantSource clock) {
  private static final int USUAL_PORT = 8080;

  /// A server on `data` with everything else as usual.
  public static ServerOptions at(Path data) {
    var properties =
        new ServerProperties(
            new DataFolder(data), USUAL_PORT, null, List.of(), null, false, true, List.of());
    return new ServerOptions(properties, InstantSource.system());
  }

  /// Listens on `port` of the loopback address; 0 takes any free one.
  public ServerOptions withPort(int port) {
    var p = properties;
    return with(
        new ServerProperties(
            p.data(),
            port,
            p.databaseUrl(),
            p.allowPrivate(),
            p.publicUrl(),
            p.demo(),
            p.listening(),
            p.beacons()));
  }

  /// Uses the PostgreSQL at `url`, whose user owns the schema.
  public ServerOptions withDatabaseUrl(@Nullable String url) {
    var p = properties;
    return with(
        new ServerProperties(
            p.data(),
            p.port(),
            url,
            p.allowPrivate(),
            p.publicUrl(),
            p.demo(),
            p.listening(),
            p.beacons()));
  }

  /// Lets sources reach these private `host:port`.
  public ServerOptions withAllowPrivate(List<String> hostPorts) {
    var p = properties;
    return with(
        new ServerProperties(
            p.data(),
            p.port(),
            p.databaseUrl(),
            hostPorts,
            p.publicUrl(),
            p.demo(),
            p.listening(),
            p.beacons()));
  }

  /// Is reached by people under `url`.
  public ServerOptions withPublicUrl(@Nullable String url) {
    var p = properties;
    return with(
        new ServerProperties(
            p.data(),
            p.port(),
            p.databaseUrl(),
            p.allowPrivate(),
            url,
            p.demo(),
            p.listening(),
            p.beacons()));
  }

  /// Is the demonstration: three members are there, the printed code signs in.
  public ServerOptions withDemo() {
    var p = properties;
    return with(
        new ServerProperties(
            p.data(),
            p.port(),
            p.databaseUrl(),
            p.allowPrivate(),
            p.publicUrl(),
            true,
            p.listening(),
            p.beacons()));
  }

  /// Polls no sources: a command opens the folder for its own short work.
  public ServerOptions withoutListening() {
    var p = properties;
    return with(
        new ServerProperties(
            p.data(),
            p.port(),
            p.databaseUrl(),
            p.allowPrivate(),
            p.publicUrl(),
            p.demo(),
            false,
            p.beacons()));
  }

  /// Waits for the beacon whose chain the first of these files names, in place of the public one.
  public ServerOptions withBeacons(List<Path> files) {
    var p = properties;
    return with(
        new ServerProperties(
            p.data(),
            p.port(),
            p.databaseUrl(),
            p.allowPrivate(),
            p.publicUrl(),
            p.demo(),
            p.listening(),
            files));
  }

  /// Takes its time from `other`.
  public ServerOptions withClock(InstantSource other) {
    return new ServerOptions(properties, other);
  }

  private ServerOptions with(ServerProperties other) {
    return new ServerOptions(other, clock);
  }
}
