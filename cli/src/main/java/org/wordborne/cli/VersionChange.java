package org.wordborne.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wordborne.cli.Versions.Installed;
import org.wordborne.server.ServerFile;
import org.wordborne.server.workspace.DataFolder;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Goes from one version to another, and back by itself where the other does not serve.
final class VersionChange {
  /* How long a unit may take until it is ready, in seconds. */
  private static final Duration PATIENCE =
      Duration.ofSeconds(Integer.getInteger("wordborne.upgrade-patience", 180));
  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
  private static final int OK = 200;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The data folder (default: ~/.wordborne).")
  @Nullable Path data;

  @Option(names = "--database-url", paramLabel = "URL", description = "Your own PostgreSQL.")
  @Nullable String databaseUrl;

  @Option(
      names = "--service",
      paramLabel = "UNIT",
      description = "The systemd unit that is stopped and started; else no server may run.")
  @Nullable String service;

  /// Where this program lies, if it is a release.
  ///
  /// @throws CommandException if it runs from its sources
  static Versions versions() {
    String release = System.getProperty("wordborne.release", "");
    if (release.isEmpty()) {
      throw new CommandException(
          "this is a checkout, not a release: git pull, then stop the server and start it again");
    }
    return Versions.around(Path.of(release));
  }

  DataFolder folder() {
    return new DataFolder(data == null ? ConnectionOptions.usualFolder() : data);
  }

  /// Whether a server lives on the folder.
  boolean isServed() {
    return living().isPresent();
  }

  private Optional<ServerFile> living() {
    return ServerFile.read(folder())
        .filter(file -> ProcessHandle.of(file.pid()).filter(ProcessHandle::isAlive).isPresent());
  }

  /// Goes on only where somebody can stop what runs.
  ///
  /// @throws CommandException if a server lives and no service was named
  void requireStoppable() {
    if (service == null && isServed()) {
      throw new CommandException(
          "a server runs on " + folder().root() + "; stop it, or name its unit with --service");
    }
  }

  /// What a version says of itself: its schema, and from which one on its tables may be served.
  JsonNode schemaOf(Installed version) throws IOException, InterruptedException {
    return json(run(version, "schema"));
  }

  /// Switches from the current version to `next`.
  ///
  /// @throws CommandException if it does not serve; the one before is current again
  void to(Versions versions, Installed next) throws IOException, InterruptedException {
    Installed before = versions.current();
    if (service == null) {
      tryOut(before, next);
      versions.switchTo(next);
      return;
    }
    Optional<Installed> earlier = versions.previous();
    systemctl("stop");
    try {
      versions.switchTo(next);
      systemctl("start");
      awaitReady();
    } catch (CommandException | IOException failed) {
      throw new CommandException(
          "version %s does not serve: %s; %s is current %s"
              .formatted(
                  next.version(),
                  failed.getMessage(),
                  before.version(),
                  back(versions, before, earlier)));
    }
  }

  private String back(Versions versions, Installed before, Optional<Installed> earlier)
      throws IOException, InterruptedException {
    try {
      systemctl("stop");
    } catch (CommandException stoppedAlready) {
      // What matters is that the link leads back.
    }
    versions.backTo(before, earlier);
    try {
      systemctl("start");
      awaitReady();
      return "and serves again";
    } catch (CommandException failed) {
      return "and does not serve either: " + failed.getMessage();
    }
  }

  /* Starts it for a moment without listening: migrates, and asks for its health. */
  private void tryOut(Installed before, Installed next) throws IOException, InterruptedException {
    try {
      var words = new ArrayList<>(List.of("migrate", "--data", folder().root().toString()));
      if (databaseUrl != null) {
        words.addAll(List.of("--database-url", databaseUrl));
      }
      run(next, words.toArray(String[]::new));
    } catch (CommandException failed) {
      throw new CommandException(
          "version %s does not serve: %s; %s is current still"
              .formatted(next.version(), failed.getMessage(), before.version()));
    }
  }

  private static String run(Installed version, String... words)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(version.launcher().toString()));
    command.addAll(List.of(words));
    return run(command);
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    var errors = Files.createTempFile("wordborne", ".log");
    try {
      Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        List<String> lines = Files.readAllLines(errors);
        throw new CommandException(
            lines.isEmpty()
                ? String.join(" ", command) + " ended with " + process.exitValue()
                : lines.getLast().replaceFirst("^wordborne: ", ""));
      }
      return said;
    } finally {
      Files.delete(errors);
    }
  }

  private static JsonNode json(String said) {
    try {
      return ServerConnection.JSON.readTree(said);
    } catch (JacksonException none) {
      throw new CommandException("it said " + FaultLine.first(said) + ", which is no JSON");
    }
  }

  private void systemctl(String verb) throws IOException, InterruptedException {
    run(List.of("systemctl", verb, String.valueOf(service)));
  }

  private void awaitReady() throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    String last = "no server came up on " + folder().root();
    while (System.nanoTime() < end) {
      Optional<ServerFile> living = living();
      if (living.isPresent()) {
        String found = health(living.get());
        if (found.isEmpty()) {
          return;
        }
        last = found;
      }
      Thread.sleep(LOOK_AGAIN);
    }
    throw new CommandException(last);
  }

  /// What its health lacks; empty for nothing.
  private static String health(ServerFile server) throws InterruptedException {
    var ask = HttpRequest.newBuilder(URI.create(server.url() + "/health/ready"));
    try (HttpClient http = HttpClient.newHttpClient()) {
      var answer =
          http.send(ask.timeout(LOOK_AGAIN.multipliedBy(10)).build(), BodyHandlers.ofString());
      return answer.statusCode() == OK ? "" : "its health is " + answer.body();
    } catch (IOException away) {
      return "its health cannot be asked: " + away.getMessage();
    }
  }
}
