package org.wordborne.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordborne.server.workspace.DataFolder;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Workspaces;

/// Start, kill, second start: what a data folder goes through.
class ServerProcessTest {
  @TempDir private Path data;

  @Test
  void start_afterKills_adoptsTheDatabaseAndLeavesNoOrphan() throws Exception {
    String database;
    try (var first = ServerInProcess.start(data)) {
      database = postmaster();
      first.kill();
    }
    assertThat(isAlive(database)).as("the database outlives the killed server").isTrue();

    String workspace;
    try (RunningServer second = start()) {
      workspace = current(second);
      assertThat(postmaster()).as("adopted, not started anew").isEqualTo(database);
      assertThatThrownBy(this::start)
          .isInstanceOf(StartException.class)
          .hasMessageContaining("another server runs on " + data)
          .hasMessageContaining(second.url());
    }
    assertThat(ProcessHandle.of(Long.parseLong(database)).map(ProcessHandle::onExit))
        .as("stopped with the server")
        .satisfiesAnyOf(
            gone -> assertThat(gone).isEmpty(),
            going -> assertThat(going.orElseThrow()).succeedsWithin(Duration.ofSeconds(5)));
    assertThat(new DataFolder(data).serverJson()).doesNotExist();

    Files.writeString(
        data.resolve("database/postmaster.pid"),
        ProcessHandle.current().pid() + "\n" + data + "\n1\n1\n\n127.0.0.1\n1 1\nready\n");
    try (RunningServer third = start()) {
      ProcessHandle.of(Long.parseLong(postmaster())).orElseThrow().destroyForcibly();
      await()
          .ignoreExceptions()
          .atMost(Duration.ofSeconds(60))
          .until(() -> !current(third).isEmpty());
      assertThat(current(third)).as("kept data").isEqualTo(workspace);
      assertThat(Files.getPosixFilePermissions(new DataFolder(data).serverJson()))
          .containsOnly(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }
  }

  @Test
  void start_folderIsAFile_saysSo() throws IOException {
    Path file = Files.createFile(data.resolve("file"));

    assertThatThrownBy(() -> ServerProcess.start(ServerOptions.at(file)))
        .isInstanceOf(StartException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void start_wrongDatabaseUrl_saysWhatWouldBeRight() {
    var options = ServerOptions.at(data).withDatabaseUrl("mysql://root@localhost/x");

    assertThatThrownBy(() -> ServerProcess.start(options))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("postgresql://user:password@host:5432/name");
  }

  private RunningServer start() {
    return ServerProcess.start(ServerOptions.at(data).withPort(0));
  }

  private static String current(RunningServer server) {
    Workspaces workspaces = server.bean(Workspaces.class);
    assertThat(workspaces.name(Scope.of(workspaces.first()))).isEqualTo("Workspace");
    return workspaces.first().toString();
  }

  private String postmaster() throws IOException {
    return Files.readAllLines(data.resolve("database/postmaster.pid")).getFirst();
  }

  private static boolean isAlive(String pid) {
    return ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive).isPresent();
  }
}
