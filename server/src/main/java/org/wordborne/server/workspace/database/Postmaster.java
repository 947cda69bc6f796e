package org.wordborne.server.workspace.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/// The programs of PostgreSQL at work on one cluster folder: making it, starting, stopping.
final class Postmaster {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final Duration TICK = Duration.ofMillis(15);
  private static final int RESTARTS = 10;
  private static final long LOG_LIMIT = 10_000_000;
  private final Path programs;
  private final Path cluster;
  private final Path log;
  private final Unprivileged runner;

  Postmaster(Path programs, Path cluster, Unprivileged runner) {
    this.programs = programs;
    this.cluster = cluster;
    this.log = cluster.resolveSibling("database.log");
    this.runner = runner;
  }

  /* Made beside its place and renamed: a half made cluster is never taken for a whole one. */
  void create(String password) throws IOException {
    Path fresh = cluster.resolveSibling(cluster.getFileName() + ".new");
    PostgresBinaries.delete(fresh);
    Files.createDirectory(fresh);
    runner.give(fresh);
    Path passwordFile = fresh.resolveSibling("first-password");
    Secrets.writePrivately(passwordFile, password);
    try {
      runner.give(passwordFile);
      run(
          "make the database",
          program("initdb"),
          "--pgdata=" + fresh,
          "--username=postgres",
          "--pwfile=" + passwordFile,
          "--auth=scram-sha-256",
          "--encoding=UTF8",
          "--locale=C",
          "--locale-provider=builtin",
          "--builtin-locale=C.UTF-8",
          "--no-instructions");
    } finally {
      Files.deleteIfExists(passwordFile);
    }
    Files.move(fresh, cluster);
  }

  /// Starts a postmaster on a free port of the loopback address and waits until it takes
  /// connections; returns the port.
  int start() throws IOException {
    return start(freePort());
  }

  private int start(int port) throws IOException {
    PostmasterFile.read(cluster)
        .filter(file -> file.isSurelyAnother(cluster))
        .ifPresent(this::dropStale);
    long logged = freshLog();
    run(
        "start the database",
        program("pg_ctl"),
        "start",
        "--no-wait",
        "--silent",
        "--pgdata=" + cluster,
        "--log=" + log,
        "--options=" + options(port));
    return awaitReady(logged);
  }

  /// Starts one on the same port after it ended by itself. Its parts may need a moment to notice
  /// that it is gone, so this is tried some times.
  void startAgain(int port) {
    for (int tries = 1; ; tries++) {
      try {
        start(port);
        return;
      } catch (IOException | DatabaseException stillThere) {
        if (tries == RESTARTS) {
          throw new DatabaseException("the database cannot be started again", stillThere);
        }
        pause();
      }
    }
  }

  /// Does `then` on a thread of its own when the living postmaster has ended; at once if it has.
  void whenGone(Runnable then) {
    Runnable apart = () -> Thread.ofVirtual().name("database gone").start(then);
    PostmasterFile.read(cluster)
        .flatMap(file -> ProcessHandle.of(file.pid()))
        .ifPresentOrElse(process -> process.onExit().thenRun(apart), apart);
  }

  /// Whether one lives on the folder. A process that could not be looked at, for want of open
  /// files, is taken for gone by whoever waits for its end.
  boolean isAlive() {
    return PostmasterFile.read(cluster).filter(file -> file.isAlive(cluster)).isPresent();
  }

  /// Waits for a postmaster that somebody else started; returns its port.
  int awaitReady() throws IOException {
    return awaitReady(Files.exists(log) ? Files.size(log) : 0);
  }

  /// Stops it without waiting for those connected; nothing committed is lost.
  void stop() throws IOException {
    run(
        "stop the database",
        program("pg_ctl"),
        "stop",
        "--mode=fast",
        "--silent",
        "--timeout=60",
        "--pgdata=" + cluster);
  }

  private int awaitReady(long logged) throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    long quietUntil = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (System.nanoTime() < deadline) {
      Optional<PostmasterFile> file = PostmasterFile.read(cluster);
      if (file.isPresent() && file.get().ready() && file.get().isAlive(cluster)) {
        return file.get().port();
      }
      boolean gone = file.isEmpty() || !file.get().numberIsTaken();
      if (gone && System.nanoTime() > quietUntil) {
        break;
      }
      pause();
    }
    throw new DatabaseException("the database did not start" + lastComplaint(logged));
  }

  private String lastComplaint(long logged) throws IOException {
    if (!Files.exists(log)) {
      return "; " + log + " does not exist";
    }
    byte[] all = Files.readAllBytes(log);
    int from = (int) Math.min(logged, all.length);
    return new String(all, from, all.length - from, StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
            .reduce((_, later) -> later)
            .map(line -> ": " + line)
            .orElse("")
        + "; its log is "
        + log;
  }

  private void dropStale(PostmasterFile file) {
    try {
      Files.deleteIfExists(PostmasterFile.in(cluster));
    } catch (IOException kept) {
      throw new DatabaseException(
          "the database's postmaster.pid names process " + file.pid() + ", which is another", kept);
    }
  }

  private long freshLog() throws IOException {
    if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
      Files.writeString(log, "", StandardOpenOption.TRUNCATE_EXISTING);
    }
    if (!Files.exists(log)) {
      Files.createFile(log);
    }
    runner.give(log);
    return Files.size(log);
  }

  private static int freePort() throws IOException {
    try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  /* On the command line, where nothing inside the database can set them otherwise. */
  private static String options(int port) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("listen_addresses", "127.0.0.1");
    settings.put("port", Integer.toString(port));
    settings.put("unix_socket_directories", "");
    settings.put("fsync", "on");
    settings.put("full_page_writes", "on");
    settings.put("synchronous_commit", "on");
    settings.put("password_encryption", "scram-sha-256");
    settings.put("shared_buffers", "192MB");
    settings.put("effective_cache_size", "1GB");
    settings.put("work_mem", "16MB");
    settings.put("maintenance_work_mem", "128MB");
    settings.put("max_connections", "40");
    settings.put("max_wal_size", "2GB");
    settings.put("checkpoint_timeout", "15min");
    settings.put("wal_compression", "pglz");
    settings.put("random_page_cost", "1.1");
    settings.put("jit", "off");
    settings.put("huge_pages", "off");
    settings.put("dynamic_shared_memory_type", "mmap");
    settings.put("max_parallel_workers_per_gather", "1");
    settings.put("io_workers", "2");
    settings.put("timezone", "UTC");
    settings.put("log_timezone", "UTC");
    settings.put("log_checkpoints", "off");
    settings.put("logging_collector", "off");
    var line = new StringBuilder();
    settings.forEach(
        (name, value) ->
            line.append("-c ")
                .append(name)
                .append('=')
                .append(value.isEmpty() ? "''" : value)
                .append(' '));
    return line.toString().strip();
  }

  private String program(String name) {
    return programs.resolve("bin").resolve(name).toString();
  }

  private void run(String what, String... command) throws IOException {
    Path said = Files.createTempFile("wordborne-database", ".txt");
    try {
      var builder = new ProcessBuilder(runner.command(List.of(command)));
      builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
      builder.environment().put("LC_ALL", "C");
      builder.directory(programs.toFile());
      builder.redirectErrorStream(true).redirectOutput(said.toFile());
      Process process = builder.start();
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new DatabaseException(
            "cannot " + what + ": no end after " + PATIENCE.toSeconds() + " s");
      }
      if (process.exitValue() != 0) {
        throw new DatabaseException("cannot " + what + ": " + gist(Files.readString(said)));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new DatabaseException("interrupted while about to " + what, stopped);
    } finally {
      Files.deleteIfExists(said);
    }
  }

  private static String gist(String said) {
    var lines = new ArrayList<>(said.lines().filter(line -> !line.isBlank()).toList());
    return lines.stream()
        .filter(line -> line.contains("error") || line.contains("FATAL") || line.contains("could"))
        .findFirst()
        .orElseGet(() -> lines.isEmpty() ? "it said nothing" : lines.getLast());
  }

  private static void pause() {
    try {
      Thread.sleep(TICK);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new DatabaseException("interrupted while the database started", stopped);
    }
  }
}
