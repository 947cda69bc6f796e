package org.wordborne.cli.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is built, packed as a release: the same bytes each time, and a program that upgrades
/// itself and goes back.
///
/// The next version is the same jars under another number, with a migration more.
@Tag("second-stage")
class ReleaseTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path DIST = Path.of("target", "dist").toAbsolutePath();
  private static final int PATIENCE = 120;
  @TempDir private Path folder;
  private Path home;
  private Path data;

  private record Said(int code, String out, String err) {}

  @BeforeEach
  void place() {
    home = folder.resolve("opt");
    data = folder.resolve("data");
  }

  @Test
  void release_packedTwice_isTheSameToTheByte() throws Exception {
    Path one = pack("one", "UTC", "0022");
    Path other = pack("other", "Asia/Tokyo", "0077");

    assertThat(Files.mismatch(one, other)).isEqualTo(-1);
    String sum = Files.readString(Path.of(one + ".sha256"));
    assertThat(run(one.getParent(), "sha256sum", "-c", one.getFileName() + ".sha256").code())
        .as(sum)
        .isZero();
    assertThat(run(folder, "tar", "-tzf", one.toString()).out().lines())
        .contains(
            "wordborne-0.1.0/wordborne",
            "wordborne-0.1.0/wordborne.jar",
            "wordborne-0.1.0/deploy/wordborne.service",
            "wordborne-0.1.0/deploy/Containerfile",
            "wordborne-0.1.0/docs/operate.md",
            "wordborne-0.1.0/LICENSE",
            "wordborne-0.1.0/NOTICE",
            "wordborne-0.1.0/bom.cdx.json",
            "wordborne-0.1.0/SHA256SUMS")
        .allMatch(name -> name.startsWith("wordborne-0.1.0/"));
  }

  @Test
  void upgrade_toAnExpandedVersionAndBack_servesTheSameData() throws Exception {
    install(pack("one", "UTC", "0022"));
    assertThat(wordborne("migrate", "--data", data.toString()).code()).isZero();
    Path next = next("0.2.0", "V999__ship_colours_expanding.sql");

    Said up = wordborne("upgrade", next.toString(), "--data", data.toString());
    assertThat(up.out()).as(up.err()).contains("\"upgraded\":\"0.2.0\"", "\"from\":\"0.1.0\"");
    assertThat(home.resolve("current").toRealPath()).hasFileName("wordborne-0.2.0");
    assertThat(data.resolve("backups"))
        .isDirectoryContaining("regex:.*/before-upgrade-of-0\\.1\\.0-\\d{8}T\\d{6}Z\\.wbb");

    assertThat(wordborne("upgrade", next.toString(), "--data", data.toString()).err())
        .contains("holds version 0.2.0, and 0.2.0 runs; only a newer one is taken");
    Said back = wordborne("rollback", "--data", data.toString());
    assertThat(back.out()).as(back.err()).contains("\"rolledBackTo\":\"0.1.0\"");
    assertThat(home.resolve("current").toRealPath()).hasFileName("wordborne-0.1.0");

    Path narrow = next("0.3.0", "V999__ship_colours.sql");
    Said refused = wordborne("upgrade", narrow.toString(), "--data", data.toString());
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("only programs of schema 999 or newer may serve them");
    assertThat(home.resolve("current").toRealPath()).hasFileName("wordborne-0.1.0");
  }

  private Path pack(String name, String zone, String umask) throws Exception {
    Path out = folder.resolve(name);
    Said packed =
        run(
            folder,
            "sh",
            "-c",
            "umask %s; TZ=%s %s/scripts/release.sh %s %s".formatted(umask, zone, ROOT, out, DIST));
    assertThat(packed.code()).as(packed.err()).isZero();
    return out.resolve("wordborne-0.1.0.tar.gz");
  }

  private void install(Path archive) throws Exception {
    Path versions = Files.createDirectories(home.resolve("versions"));
    assertThat(run(versions, "tar", "-xzf", archive.toString()).code()).isZero();
    Files.createSymbolicLink(home.resolve("current"), Path.of("versions/wordborne-0.1.0"));
  }

  /* Small: its launcher runs the jars that are there, behind a folder with one migration. */
  private Path next(String version, String migration) throws Exception {
    Path root = Files.createDirectories(folder.resolve(version).resolve("wordborne-" + version));
    Path more = Files.createDirectories(root.resolve("more/db/migration"));
    Files.writeString(more.resolve(migration), "create table colour (n int);\n");
    Files.writeString(root.resolve("VERSION"), version + "\n");
    Path launcher =
        Files.writeString(
            root.resolve("wordborne"),
            """
            #!/bin/sh
            here=$(dirname "$(readlink -f "$0")")
            exec "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -Dwordborne.release="$here" \\
              -cp "$here/more:%s/wordborne.jar" org.wordborne.cli.WordborneCommand "$@"
            """
                .formatted(DIST));
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    Path archive = folder.resolve("wordborne-" + version + ".tar.gz");
    run(root.getParent(), "tar", "-czf", archive.toString(), "wordborne-" + version);
    Files.writeString(
        Path.of(archive + ".sha256"), run(folder, "sha256sum", archive.toString()).out());
    return archive;
  }

  private Said wordborne(String... words) throws Exception {
    var command = new ArrayList<>(List.of(home.resolve("current/wordborne").toString()));
    command.addAll(List.of(words));
    return run(folder, command.toArray(String[]::new));
  }

  private Said run(Path where, String... command) throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "said", ".out");
    Path err = Files.createTempFile(folder, "said", ".err");
    var builder = new ProcessBuilder(command).directory(where.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    assertThat(process.waitFor(PATIENCE, TimeUnit.SECONDS)).as(String.join(" ", command)).isTrue();
    return new Said(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }
}
