package org.wordborne.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.wordborne.server.OpenDatabase;
import org.wordborne.server.SearchIndex;
import org.wordborne.server.operate.doctor.Check;
import org.wordborne.server.operate.doctor.DatabaseChecks;
import org.wordborne.server.operate.doctor.MachineChecks;
import org.wordborne.server.workspace.DataFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(
    name = "doctor",
    description = {
      "Looks at a server, living or resting, and says what is wrong and what to do.",
      "Prints a line for each thing: its state, its name, what was found, what helps.",
      "With --json one a line: {\"name\",\"state\":\"ok|warn|wrong\",\"what\",\"todo\"}."
    },
    footer = {
      "  wordborne doctor",
      "  wordborne doctor --data /srv/words --json",
      "  wordborne doctor --rebuild-index"
    },
    exitCodeList = {
      "0:All is well.",
      "1:Something is a warning.",
      "2:Something is wrong, or bad usage."
    },
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  private static final Duration SOON = Duration.ofDays(14);
  private static final int PATIENCE = 5_000;
  private static final int HTTPS = 443;

  @Mixin ConnectionOptions connection = new ConnectionOptions();

  @Option(names = "--json", description = "Print JSON, one object a line.")
  boolean json;

  @Option(
      names = "--rebuild-index",
      description = "First throw the search index of a resting server away; it is built anew.")
  boolean rebuild;

  @Override
  public Integer call() throws IOException {
    if (rebuild) {
      SearchIndex.throwAway(new DataFolder(connection.data()));
    }
    List<Check> checks = look();
    checks.forEach(this::print);
    return checks.stream().mapToInt(check -> check.state().ordinal()).max().orElse(0);
  }

  private List<Check> look() {
    try (ServerConnection server = connection.connectIfLiving()) {
      return server == null ? fromOutside() : fromInside(server);
    }
  }

  private static List<Check> fromInside(ServerConnection server) {
    JsonNode answer = server.get("/server/checks");
    var checks = new ArrayList<Check>();
    checks.add(Check.ok("server", "it runs and answers"));
    answer.path("checks").forEach(one -> checks.add(check(one)));
    checks.add(certificate(answer.path("publicUrl").asString("")));
    return checks;
  }

  /* Nothing is migrated or written: what is wrong must not get worse by a look at it. */
  private List<Check> fromOutside() {
    var folder = new DataFolder(connection.data());
    var checks = new ArrayList<Check>();
    checks.add(
        Check.warn(
            "server",
            "none answers on " + folder.root(),
            "start it; a running one also tells of index, mail, audit and certificate"));
    checks.addAll(new MachineChecks(folder).look());
    try (var open =
        OpenDatabase.of(BackupCommand.options(connection.data(), connection.databaseUrl))) {
      checks.addAll(
          new DatabaseChecks(open.logins(), Instant.now(), connection.databaseUrl == null).look());
    } catch (RuntimeException gone) {
      String why = FaultLine.of(gone);
      if (why == null) {
        throw gone;
      }
      checks.add(Check.wrong("database", why, "see database.log"));
    }
    return checks;
  }

  private static Check check(JsonNode one) {
    return new Check(
        one.path("name").asString(),
        Check.State.valueOf(one.path("state").asString().toUpperCase(java.util.Locale.ROOT)),
        one.path("what").asString(),
        one.path("todo").asString());
  }

  private void print(Check check) {
    if (json) {
      System.out.println(ServerConnection.JSON.writeValueAsString(check));
      return;
    }
    System.out.printf("%-5s  %-17s  %s%n", check.state().word(), check.name(), check.what());
    if (!check.todo().isEmpty()) {
      System.out.printf("%-5s  %-17s  → %s%n", "", "", check.todo());
    }
  }

  private static Check certificate(String publicUrl) {
    URI address = URI.create(publicUrl);
    if (!"https".equals(address.getScheme())) {
      return Check.ok("certificate", "there is no https address to look at");
    }
    int port = address.getPort() < 0 ? HTTPS : address.getPort();
    try (var socket = (SSLSocket) SSLSocketFactory.getDefault().createSocket()) {
      socket.connect(new InetSocketAddress(address.getHost(), port), PATIENCE);
      socket.setSoTimeout(PATIENCE);
      var parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      var shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
      return judged(address.getHost(), shown.getNotAfter().toInstant(), Instant.now());
    } catch (IOException refused) {
      return Check.wrong(
          "certificate",
          address.getHost() + ": " + refused.getMessage(),
          "see that the proxy runs and shows a certificate for that name");
    }
  }

  /// What the end of a certificate's time means.
  static Check judged(String host, Instant ends, Instant now) {
    String what = host + " is certified until " + ends;
    return ends.isBefore(now.plus(SOON))
        ? Check.warn("certificate", what, "renew it; see why it was not renewed by itself")
        : Check.ok("certificate", what);
  }
}
