package org.wordborne.server.operate.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.database.Databases;

class BackupFolderTest {
  @TempDir private Path home;

  @Test
  void keep_moreThanWanted_removesTheOldestOfItsOwnBackupsAlone() throws IOException {
    var folder = new BackupFolder(home.resolve("backups"));
    for (int day = 1; day <= 4; day++) {
      write(folder.place(Instant.parse("2026-11-0" + day + "T03:00:00Z")));
    }
    Files.writeString(folder.place(Instant.parse("2026-11-05T03:00:00Z")), "no backup");
    Files.createDirectory(folder.place(Instant.parse("2026-11-06T03:00:00Z")));
    write(folder.path().resolve("before-the-move.wbb"));
    Files.writeString(folder.path().resolve("wordborne-20261101T030000Z.wbb.part"), "killed");
    Files.writeString(folder.path().resolve("other.wbb.part"), "mine");

    folder.keep(2);

    try (var left = Files.list(folder.path())) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "wordborne-20261103T030000Z.wbb",
              "wordborne-20261104T030000Z.wbb",
              "wordborne-20261105T030000Z.wbb",
              "wordborne-20261106T030000Z.wbb",
              "before-the-move.wbb",
              "other.wbb.part");
    }
  }

  @Test
  void into_passphraseFileGone_isInTheBook() {
    var logins = ServerFixture.bean(Databases.class).logins();
    var data = ServerFixture.bean(ServerProperties.class).data();
    var daily = new Backup(logins, data).asScheduled();
    Path gone = home.resolve("passphrase");

    assertThatThrownBy(() -> daily.into(new BackupFolder(home), gone, Instant.EPOCH))
        .hasMessage(gone + ": the passphrase cannot be read");

    BackupRun noted = Backup.newest(logins, 1).getFirst();
    assertThat(noted.scheduled()).isTrue();
    assertThat(noted.fault()).isEqualTo(gone + ": the passphrase cannot be read");
  }

  @Test
  void verify_spoiledTwice_leavesOneSetAsideAndKeepsTheGood() throws IOException {
    var logins = ServerFixture.bean(Databases.class).logins();
    var backup = new Backup(logins, ServerFixture.bean(ServerProperties.class).data());
    var folder = new BackupFolder(home);
    Path good = folder.place(Instant.parse("2026-11-01T03:00:00Z"));
    write(good);
    for (int day = 2; day <= 3; day++) {
      var made = backup.into(folder, null, Instant.parse("2026-11-0" + day + "T03:00:00Z"));
      Path file = Path.of(made.file());
      Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) made.bytes() / 2));

      assertThatThrownBy(() -> backup.verify(made, folder)).isInstanceOf(BackupException.class);

      assertThat(Backup.newest(logins, 1).getFirst().fault()).startsWith(file + ": ");
    }

    folder.keep(1);

    assertThat(home).isDirectoryContaining(good::equals);
    assertThat(home.resolve("spoiled.wbb")).isRegularFile();
    assertThat(home.toFile().list()).hasSize(2);
  }

  @Test
  void passphrase_tooShort_isRefused() throws IOException {
    Path file = Files.writeString(home.resolve("short"), "lantern\nmore");

    assertThatThrownBy(() -> BackupFolder.passphrase(file))
        .hasMessage(file + ": a passphrase has at least 8 characters");
  }

  private static void write(Path file) throws IOException {
    var head = new BackupHead(BackupHead.FORMAT, "00", 1, Instant.EPOCH, "test", "1", null);
    try (var out = Files.newOutputStream(file)) {
      new ChunkOutput(out, head, null).finish();
    }
  }
}
