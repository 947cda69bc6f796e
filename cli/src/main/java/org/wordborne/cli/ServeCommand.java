package org.wordborne.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.RunningServer;
import org.wordborne.server.ServerOptions;
import org.wordborne.server.ServerProcess;
import org.wordborne.server.operate.BackupPlan;
import org.wordborne.server.operate.backup.BackupException;
import org.wordborne.server.operate.backup.BackupFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "serve",
    description = {
      "Runs the server on a data folder until it is stopped.",
      "When it is ready it prints {\"ready\":true,\"url\",\"pid\"}; while nobody owns it, the address ends in",
      "a one-time code. Ctrl-C or SIGTERM stops it in order."
    },
    footer = {
      "  wordborne serve",
      "  wordborne serve --data /srv/words --port 8090 --public-url https://words.example.org",
      "  wordborne serve --database-url postgresql://owner:password@db.example.org:5432/wordborne"
    },
    exitCodeList = {
      "0:Stopped.",
      "2:It cannot start: one line on standard error says why and what to do.",
      "1:A fault of ours."
    },
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  static final int MOST_PORT = 65_535;
  private static final int FEWEST_CONNECTIONS = 3;
  private static final int MOST_CONNECTIONS = 100;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The data folder (default: ~/.wordborne).")
  @Nullable Path data;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "The port on 127.0.0.1 (default: 8080); 0 takes a free one.")
  int port;

  @Option(
      names = "--database-url",
      paramLabel = "URL",
      description = "Your own PostgreSQL, 15 to 18: postgresql://owner:password@host:5432/name.")
  @Nullable String databaseUrl;

  @Option(
      names = "--database-connections",
      paramLabel = "N",
      defaultValue = "12",
      description = "Connections that serve, from 3 (default: 12); three more watch and migrate.")
  int connections;

  @Option(
      names = "--allow-private",
      paramLabel = "HOST:PORT",
      description = "A private address that sources may reach; may be repeated.")
  List<String> allowPrivate = new ArrayList<>();

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description = "The address people reach this server by, behind your proxy.")
  @Nullable String publicUrl;

  @Option(
      names = "--security-contact",
      paramLabel = "URL",
      description = "Whom to tell of a weakness (mailto: or https:), for security.txt.")
  @Nullable String securityContact;

  @Option(
      names = "--beacon",
      paramLabel = "FILE",
      description = "A beacon's chain that draws wait for, in place of drand's quicknet.")
  List<Path> beacons = new ArrayList<>();

  @Option(
      names = "--backups",
      paramLabel = "DIR",
      description = "Where the daily backups go (default: backups in the data folder).")
  @Nullable Path backups;

  @Option(
      names = "--backup-hour",
      paramLabel = "HOUR",
      defaultValue = "3",
      description = "The hour of the daily backup, 0 to 23 in the system's zone, or never (3).")
  String backupHour = "3";

  @Option(
      names = "--backup-keep",
      paramLabel = "N",
      defaultValue = "7",
      description = "How many daily backups are kept (default: 7).")
  int backupKeep;

  @Option(
      names = "--backup-passphrase-file",
      paramLabel = "FILE",
      description = "A file whose first line closes the daily backups.")
  @Nullable Path backupPassphrase;

  @Option(
      names = "--log-format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "How the log is written: text (default), or json, one object a line.")
  String logFormat = "text";

  @Option(
      names = "--metrics-open",
      description = "Lets programs of this machine read /metrics without a token.")
  boolean metricsOpen;

  @Option(
      names = "--traces",
      paramLabel = "URL",
      description = "Where spans go, by OTLP over HTTP (else OTEL_EXPORTER_OTLP_ENDPOINT).")
  @Nullable String traces;

  @Option(names = "--open", description = "Opens the page in a browser.")
  boolean open;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (port < 0 || port > MOST_PORT) {
      throw new CommandException("--port " + port + ": a port from 0 to 65535 is needed");
    }
    if (connections < FEWEST_CONNECTIONS || connections > MOST_CONNECTIONS) {
      throw new CommandException(
          "--database-connections " + connections + ": from 3 to 100 are taken");
    }
    if (!logFormat.equals("text") && !logFormat.equals("json")) {
      throw new CommandException("--log-format " + logFormat + ": text or json is needed");
    }
    System.setProperty("wordborne.log-format", logFormat);
    for (Path beacon : beacons) {
      DrawFiles.chain(beacon.toString());
    }
    ServerOptions options =
        ServerOptions.at(data == null ? ConnectionOptions.usualFolder() : data)
            .withPort(port)
            .withDatabaseUrl(databaseUrl)
            .withConnections(connections)
            .withAllowPrivate(PrivateAddresses.checked(allowPrivate))
            .withPublicUrl(PublicAddress.checked(publicUrl))
            .withSecurityContact(SecurityContact.checked(securityContact))
            .withBeacons(beacons)
            .withSample(new TownSample())
            .withBackups(plan())
            .withTelemetry(TraceAddress.telemetry(metricsOpen, traces, System.getenv()));
    try (RunningServer server = ServerProcess.start(options)) {
      sayReady(server, System.out);
      if (open) {
        Browser.open(server.address());
      }
      server.await();
    }
    return 0;
  }

  private BackupPlan plan() {
    try {
      BackupFolder.passphrase(backupPassphrase);
    } catch (BackupException wrong) {
      throw new CommandException("--backup-passphrase-file " + wrong.getMessage());
    }
    return new BackupPlan(hour(), kept(), backups, backupPassphrase);
  }

  private int hour() {
    if (backupHour.equals("never")) {
      return BackupPlan.NEVER;
    }
    if (!backupHour.matches("[01]?\\d|2[0-3]")) {
      throw new CommandException(
          "--backup-hour " + backupHour + ": an hour from 0 to 23 is needed, or never");
    }
    return Integer.parseInt(backupHour);
  }

  private int kept() {
    if (backupKeep < 1) {
      throw new CommandException("--backup-keep " + backupKeep + ": at least 1 is needed");
    }
    return backupKeep;
  }

  /// Prints the one line that scripts wait for.
  static void sayReady(RunningServer server, PrintStream out) {
    out.println(
        "{\"ready\":true,\"url\":\""
            + server.address()
            + "\",\"pid\":"
            + ProcessHandle.current().pid()
            + "}");
    out.flush();
  }
}
