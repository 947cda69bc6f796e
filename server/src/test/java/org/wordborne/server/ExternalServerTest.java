package org.wordborne.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Workspaces;

/// The whole server on the machine's own PostgreSQL 15, the oldest it takes.
@Tag("second-stage")
class ExternalServerTest {
  private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");

  @TempDir private Path folder;

  @Test
  void start_onPostgresql15_servesAndKeeps() throws Exception {
    assumeTrue(Files.isDirectory(PROGRAMS), "no PostgreSQL 15 below " + PROGRAMS);
    int port = freePort();
    Path cluster = Files.createDirectory(Path.of("/tmp", "wordborne-15-" + port));
    try {
      begin(cluster, port);
      var options =
          ServerOptions.at(folder)
              .withPort(0)
              .withDatabaseUrl("postgresql://keeper:keeper@127.0.0.1:" + port + "/words");

      String made;
      try (RunningServer first = ServerProcess.start(options)) {
        made = first.bean(Workspaces.class).first().toString();
      }
      try (RunningServer second = ServerProcess.start(options)) {
        var workspaces = second.bean(Workspaces.class);
        assertThat(workspaces.first()).hasToString(made);
        assertThat(workspaces.name(Scope.of(workspaces.first()))).isEqualTo("Workspace");
        assertThat(folder.resolve("database")).doesNotExist();
      }
    } finally {
      run("pg_ctl", "stop", "-m", "immediate", "-D", cluster.toString());
    }
  }

  private static void begin(Path cluster, int port) throws Exception {
    if (isRoot()) {
      Files.setOwner(
          cluster,
          cluster
              .getFileSystem()
              .getUserPrincipalLookupService()
              .lookupPrincipalByName("postgres"));
    }
    run("initdb", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C", cluster.toString());
    String options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''";
    run("pg_ctl", "start", "-w", "-D", cluster.toString(), "-l", cluster + "/log", "-o", options);
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/";
    try (var superuser = DriverManager.getConnection(url + "postgres", "postgres", "");
        var statement = superuser.createStatement()) {
      statement.execute("create role keeper login createrole password 'keeper'");
      statement.execute("create database words owner keeper");
    }
  }

  private static void run(String program, String... arguments) throws Exception {
    var command = new ArrayList<String>();
    if (isRoot()) {
      command.addAll(
          List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--"));
    }
    command.add(PROGRAMS.resolve(program).toString());
    command.addAll(List.of(arguments));
    int code =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .directory(new java.io.File("/"))
            .start()
            .waitFor();
    assertThat(code).as(program).isZero();
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static int freePort() throws IOException {
    try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }
}
