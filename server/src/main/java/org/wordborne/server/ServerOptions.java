package org.wordborne.server;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.operate.BackupPlan;
import org.wordborne.server.source.Sample;
import org.wordborne.server.workspace.DataFolder;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.Telemetry;

/// How a server is to be started: `ServerOptions.at(folder).withPort(0)`.
///
/// @param properties what the server's parts may know of it
/// @param clock where the server takes its time from
/// @param backups when it makes backups by itself
/// @param telemetry who may look at how it does
/// @param sample what it offers to look around in; null for nothing
public record ServerOptions(
    ServerProperties properties,
    InstantSource clock,
    BackupPlan backups,
    Telemetry telemetry,
    @Nullable Sample sample) {

  /// A server on `data` with everything else as usual.
  public static ServerOptions at(Path data) {
    return new ServerOptions(
        new Draft(new DataFolder(data)).done(),
        InstantSource.system(),
        BackupPlan.OFF,
        Telemetry.OFF,
        null);
  }

  /// Listens on `port` of the loopback address; 0 takes any free one.
  public ServerOptions withPort(int port) {
    return with(draft -> draft.port = port);
  }

  /// Uses the PostgreSQL at `url`, whose user owns the schema.
  public ServerOptions withDatabaseUrl(@Nullable String url) {
    return with(draft -> draft.databaseUrl = url);
  }

  /// Serves with so many connections to the database.
  public ServerOptions withConnections(int connections) {
    return with(draft -> draft.connections = connections);
  }

  /// Lets sources reach these private `host:port`.
  public ServerOptions withAllowPrivate(List<String> hostPorts) {
    return with(draft -> draft.allowPrivate = hostPorts);
  }

  /// Is reached by people under `url`.
  public ServerOptions withPublicUrl(@Nullable String url) {
    return with(draft -> draft.publicUrl = url);
  }

  /// Is the demonstration: three members are there, the printed code signs in.
  public ServerOptions withDemo() {
    return with(draft -> draft.demo = true);
  }

  /// Polls no sources: a command opens the folder for its own short work.
  public ServerOptions withoutListening() {
    return with(draft -> draft.listening = false);
  }

  /// Waits for the beacon whose chain the first of these files names, in place of the public one.
  public ServerOptions withBeacons(List<Path> files) {
    return with(draft -> draft.beacons = files);
  }

  /// Tells under `/.well-known/security.txt` whom to tell of a weakness.
  public ServerOptions withSecurityContact(@Nullable String contact) {
    return with(draft -> draft.securityContact = contact);
  }

  /// Takes its time from `other`.
  public ServerOptions withClock(InstantSource other) {
    return new ServerOptions(properties, other, backups, telemetry, sample);
  }

  /// Makes backups by itself as `plan` says.
  public ServerOptions withBackups(BackupPlan plan) {
    return new ServerOptions(properties, clock, plan, telemetry, sample);
  }

  /// Lets those look at how it does.
  public ServerOptions withTelemetry(Telemetry other) {
    return new ServerOptions(properties, clock, backups, other, sample);
  }

  /// Offers `given` to look around in.
  public ServerOptions withSample(Sample given) {
    return new ServerOptions(properties, clock, backups, telemetry, given);
  }

  private ServerOptions with(Consumer<Draft> change) {
    var draft = new Draft(properties);
    change.accept(draft);
    return new ServerOptions(draft.done(), clock, backups, telemetry, sample);
  }

  /// Properties that are being changed.
  private static final class Draft {
    private static final int USUAL_PORT = 8080;
    private static final int USUAL_CONNECTIONS = 12;
    private final DataFolder data;
    private int port = USUAL_PORT;
    private @Nullable String databaseUrl;
    private int connections = USUAL_CONNECTIONS;
    private List<String> allowPrivate = List.of();
    private @Nullable String publicUrl;
    private boolean demo;
    private boolean listening = true;
    private List<Path> beacons = List.of();
    private @Nullable String securityContact;

    Draft(DataFolder data) {
      this.data = data;
    }

    Draft(ServerProperties known) {
      data = known.data();
      port = known.port();
      databaseUrl = known.databaseUrl();
      connections = known.connections();
      allowPrivate = known.allowPrivate();
      publicUrl = known.publicUrl();
      demo = known.demo();
      listening = known.listening();
      beacons = known.beacons();
      securityContact = known.securityContact();
    }

    ServerProperties done() {
      return new ServerProperties(
          data,
          port,
          databaseUrl,
          connections,
          allowPrivate,
          publicUrl,
          demo,
          listening,
          beacons,
          securityContact);
    }
  }
}
