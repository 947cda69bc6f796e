package org.wordborne.server.operate.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordborne.query.Post;
import org.wordborne.server.ChildJvm;
import org.wordborne.server.OpenDatabase;
import org.wordborne.server.Restore;
import org.wordborne.server.ServerOptions;
import org.wordborne.server.ServerProcess;
import org.wordborne.server.StartException;
import org.wordborne.server.mention.Incoming;
import org.wordborne.server.mention.Incoming.Spoken;
import org.wordborne.server.mention.Ingest;
import org.wordborne.server.mention.Origin;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Workspaces;

/// A backup, and a restore, is killed at each of its named points. No half file bears the name of
/// a backup, and no server starts on half a restore.
@Tag("second-stage")
class BackupKillTest {
  private static final int KILLED = 137;
  @TempDir private static Path folder;
  private static Path data = Path.of("");
  private static Path good = Path.of("");

  @BeforeAll
  static void fill() throws IOException {
    ChildJvm.learnFromNext();
    data = folder.resolve("data");
    good = folder.resolve("good.wbb");
    try (var server = ServerProcess.start(ServerOptions.at(data).withPort(0).withoutListening())) {
      var scope = Scope.of(server.bean(Workspaces.class).first());
      List<Incoming> words =
          IntStream.range(0, 50)
              .<Incoming>mapToObj(i -> Spoken.of(Post.of("w" + i, "lantern " + i)))
              .toList();
      server.bean(Ingest.class).keep(scope, Origin.imported(true), words);
    }
    Deed.backup(data, good);
  }

  @ParameterizedTest
  @ValueSource(strings = {"backup-table", "backup-table:20", "backup-written"})
  void backup_killed_leavesNoFileAndTheNextIsWhole(String point) throws Exception {
    Path file = folder.resolve("killed-" + Instant.now().toEpochMilli() + ".wbb");

    assertThat(run(point, "backup", data, file)).isEqualTo(KILLED);

    assertThat(file).doesNotExist();
    Deed.backup(data, file);
    assertThat(new BackupFile(file, null).check().rows()).isPositive();
    assertThat(folder.resolve(file.getFileName() + ".part")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "restore-files",
        "restore-tables",
        "restore-table",
        "restore-table:10",
        "restore-rows",
        "restore-done"
      })
  void restore_killed_isRefusedUntilItIsDoneAgain(String point) throws Exception {
    Path half = folder.resolve("half-" + point.replace(':', '-'));

    assertThat(run(point, "restore", half, good)).isEqualTo(KILLED);

    assertThatThrownBy(() -> ServerProcess.start(ServerOptions.at(half).withPort(0)))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("half-done restore");
    assertThatThrownBy(() -> Restore.run(new BackupFile(good, null), ServerOptions.at(half), null))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("half-done restore");
    Path again = folder.resolve("again-" + point.replace(':', '-'));
    assertThat(Restore.run(new BackupFile(good, null), ServerOptions.at(again), null).rows())
        .isPositive();
  }

  @Test
  void backup_killedAtAnyMoment_leavesTheServerItsRows() throws Exception {
    var before = rows();
    for (int i = 0; i < 5; i++) {
      Path file = folder.resolve("any-" + i + ".wbb");
      Process child = child("", "backup", data, file).start();
      Thread.sleep(600 + 400L * i);
      child.destroyForcibly().waitFor();
      if (Files.exists(file)) {
        new BackupFile(file, null).check();
      }
    }
    assertThat(rows()).isEqualTo(before);
  }

  private static List<TableSum> rows() {
    try (var open = OpenDatabase.of(ServerOptions.at(data))) {
      return Restoration.sums(open.logins()).stream()
          .filter(sum -> !sum.name().equals("backup_run"))
          .toList();
    }
  }

  private static int run(String point, String deed, Path folder, Path file) throws Exception {
    return child(point, deed, folder, file).start().waitFor();
  }

  private static ProcessBuilder child(String point, String deed, Path folder, Path file) {
    List<String> options = point.isEmpty() ? List.of() : List.of("-DWORDBORNE_CRASH=" + point);
    return ChildJvm.of(Deed.class, options, deed, folder.toString(), file.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
  }

  /// What runs in the process that is killed.
  static final class Deed {
    private Deed() {}

    public static void main(String[] args) {
      Path folder = Path.of(args[1]);
      Path file = Path.of(args[2]);
      if (args[0].equals("backup")) {
        backup(folder, file);
      } else {
        Restore.run(new BackupFile(file, null), ServerOptions.at(folder), null);
      }
      System.exit(0);
    }

    static void backup(Path folder, Path file) {
      try (var open = OpenDatabase.of(ServerOptions.at(folder))) {
        new Backup(open.logins(), open.folder()).to(file);
      }
    }
  }
}
