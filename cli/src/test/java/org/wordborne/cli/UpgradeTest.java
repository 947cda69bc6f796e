package org.wordborne.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Versions that are scripts go through the real command: what is taken, what is refused, and what
/// a kill leaves. With real versions: `ReleaseTest`.
class UpgradeTest {
  private static final int KILLED = 137;
  private static final String SERVES =
      "#!/bin/sh\ncase $1 in schema) echo '{\"schema\":\"1\",\"compatibleFrom\":\"1\"}' ;; esac\n";
  private static final String SERVED =
      "echo '{\"url\":\"http://127.0.0.1:%d\",\"token\":\"t\",\"pid\":%d}' > %s/data/server.json";
  @TempDir private Path folder;
  private Path home;

  private record Said(int code, String out, String err) {}

  @BeforeEach
  void install() throws IOException {
    home = Files.createDirectories(folder.resolve("opt"));
    Path first = Files.createDirectories(home.resolve("versions/wordborne-0.1.0"));
    Files.writeString(first.resolve("VERSION"), "0.1.0\n");
    Files.writeString(first.resolve("wordborne"), SERVES);
    assertThat(first.resolve("wordborne").toFile().setExecutable(true)).isTrue();
    Files.createSymbolicLink(home.resolve("current"), Path.of("versions/wordborne-0.1.0"));
    Files.createDirectories(folder.resolve("data"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"upgrade.unpacked", "upgrade.laid", "upgrade.switching", "upgrade.switched"})
  void upgrade_killedAnywhere_leavesAWholeVersionAndCanBeDoneAgain(String point) throws Exception {
    Path archive = archive("0.2.0", SERVES, "0.2.0");

    Said killed = upgrade(archive, "-DWORDBORNE_CRASH=" + point);

    assertThat(killed.code()).as(killed.err()).isEqualTo(KILLED);
    Path current = home.resolve("current").toRealPath();
    assertThat(
            new ProcessBuilder(current.resolve("wordborne").toString(), "schema").start().waitFor())
        .isZero();
    assertThat(current.resolve("VERSION")).hasContent(current.toString().replaceFirst(".*-", ""));
    Said again = upgrade(archive);
    boolean done = point.equals("upgrade.switched");
    assertThat(again.code()).as(again.err()).isEqualTo(done ? 2 : 0);
    assertThat(home.resolve("current").toRealPath()).hasFileName("wordborne-0.2.0");
    assertThat(home.resolve("previous").toRealPath()).hasFileName("wordborne-0.1.0");
  }

  @Test
  void upgrade_ofOtherBytes_isRefused() throws Exception {
    Path archive = archive("0.2.0", SERVES, "0.2.0");
    Files.write(archive, new byte[] {0}, java.nio.file.StandardOpenOption.APPEND);

    refused(archive, "its SHA-256 is ");
  }

  @Test
  void upgrade_toAnOlderOrTheSame_isRefused() throws Exception {
    refused(archive("0.1.0", SERVES, "0.1.0"), "holds version 0.1.0, and 0.1.0 runs");
    refused(archive("0.0.9", SERVES, "0.0.9"), "holds version 0.0.9, and 0.1.0 runs");
  }

  @Test
  void upgrade_withAPathOutside_isRefused() throws Exception {
    refused(archive("../../../evil", SERVES, "0.2.0"), "does not belong in a release");
  }

  @Test
  void upgrade_withALink_isRefused() throws Exception {
    Path archive = archive("0.2.0", SERVES, "0.2.0", tar -> link(tar, "wordborne-0.2.0/lib"));

    refused(archive, "wordborne-0.2.0/lib does not belong in a release");
  }

  private static void link(TarArchiveOutputStream tar, String name) throws IOException {
    var link = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
    link.setLinkName("/etc/passwd");
    tar.putArchiveEntry(link);
    tar.closeArchiveEntry();
  }

  @Test
  void upgrade_toOneThatDoesNotServe_staysAndSaysWhy() throws Exception {
    String broken =
        SERVES + "if [ $1 = migrate ]; then echo 'wordborne: the moon is full' >&2; exit 2; fi\n";

    refused(
        archive("0.2.0", broken, "0.2.0"),
        "version 0.2.0 does not serve: the moon is full; 0.1.0 is current still");
  }

  /* The unit is a script that notes what it is told, and where the link leads then. */
  @Test
  void upgrade_ofAServiceThatDoesNotStart_goesBackAndStartsTheOldOne() throws Exception {
    unit("case $(readlink current) in *0.2.0) echo 'the unit failed' >&2; exit 1 ;; esac");

    Said said = upgradeService(archive("0.2.0", SERVES, "0.2.0"));

    assertThat(said.err())
        .contains("version 0.2.0 does not serve: the unit failed; 0.1.0 is current and")
        .contains("does not serve either: no server came up");
    assertThat(home.resolve("previous")).doesNotExist();
    assertThat(home.resolve("told"))
        .hasContent(
            """
            stop words versions/wordborne-0.1.0
            start words versions/wordborne-0.2.0
            stop words versions/wordborne-0.2.0
            start words versions/wordborne-0.1.0
            """);
  }

  @Test
  void upgrade_ofAService_waitsUntilItIsReady() throws Exception {
    var asked = new AtomicInteger();
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 10);
    server.createContext(
        "/health/ready",
        exchange -> {
          exchange.sendResponseHeaders(asked.incrementAndGet() == 1 ? 503 : 200, -1);
          exchange.close();
        });
    server.start();
    try {
      unit(SERVED.formatted(server.getAddress().getPort(), ProcessHandle.current().pid(), folder));
      Said said = upgradeService(archive("0.2.0", SERVES, "0.2.0"));

      assertThat(said.out()).as(said.err()).contains("\"upgraded\":\"0.2.0\"");
      assertThat(asked).hasValue(2);
    } finally {
      server.stop(0);
    }
  }

  /* As a unit of systemd starts: at once, whatever becomes of it. */
  @Test
  void upgrade_ofAServiceThatIsNeverReady_goesBackToTheOneThatIs() throws Exception {
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 10);
    server.createContext(
        "/health/ready",
        exchange -> {
          boolean old = home.resolve("current").toRealPath().endsWith("wordborne-0.1.0");
          exchange.sendResponseHeaders(old ? 200 : 503, -1);
          exchange.close();
        });
    server.start();
    try {
      unit(SERVED.formatted(server.getAddress().getPort(), ProcessHandle.current().pid(), folder));

      Said said = upgradeService(archive("0.2.0", SERVES, "0.2.0"));

      assertThat(said.err()).contains("0.1.0 is current and serves again");
      assertThat(home.resolve("current").toRealPath()).hasFileName("wordborne-0.1.0");
    } finally {
      server.stop(0);
    }
  }

  private void unit(String atStart) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path script =
        Files.writeString(
            bin.resolve("systemctl"),
            """
            #!/bin/sh
            cd %s
            echo "$1 $2 $(readlink current)" >> told
            if [ "$1" = start ]; then
            %s
            fi
            """
                .formatted(home, atStart));
    assertThat(script.toFile().setExecutable(true)).isTrue();
  }

  private Said upgradeService(Path archive) throws Exception {
    String release = "-Dwordborne.release=" + home.resolve("current").toRealPath();
    String data = folder.resolve("data").toString();
    return run(
        List.of(release, "-Dwordborne.upgrade-patience=3"),
        List.of("upgrade", archive.toString(), "--data", data, "--without-backup"),
        "--service",
        "words");
  }

  @Test
  void upgrade_fromACheckout_saysWhatToDo() throws Exception {
    Said said = run(List.of(), "upgrade", "x.tar.gz");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("this is a checkout, not a release: git pull");
  }

  private void refused(Path archive, String why) throws Exception {
    Said said = upgrade(archive);

    assertThat(said.err()).contains(why);
    assertThat(said.code()).isEqualTo(2);
    assertThat(home.resolve("current").toRealPath()).hasFileName("wordborne-0.1.0");
  }

  private Said upgrade(Path archive, String... jvm) throws Exception {
    var options = new ArrayList<>(List.of(jvm));
    options.add("-Dwordborne.release=" + home.resolve("current").toRealPath());
    String data = folder.resolve("data").toString();
    return run(options, "upgrade", archive.toString(), "--data", data, "--without-backup");
  }

  private Said run(List<String> jvm, String... words) throws Exception {
    return run(jvm, List.of(words));
  }

  private Said run(List<String> jvm, List<String> first, String... words) throws Exception {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(jvm);
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    command.addAll(List.of("-cp", path, WordborneCommand.class.getName()));
    command.addAll(first);
    command.addAll(List.of(words));
    File out = folder.resolve("out").toFile();
    File err = folder.resolve("err").toFile();
    var builder = new ProcessBuilder(command).redirectOutput(out).redirectError(err);
    builder.environment().merge("PATH", folder + "/bin", (was, ours) -> ours + ":" + was);
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Said(
        process.exitValue(), Files.readString(out.toPath()), Files.readString(err.toPath()));
  }

  /// What else an archive holds.
  private interface More {
    void in(TarArchiveOutputStream tar) throws IOException;
  }

  private Path archive(String name, String launcher, String version) throws Exception {
    return archive(name, launcher, version, _ -> {});
  }

  private Path archive(String name, String launcher, String version, More more) throws Exception {
    Path archive = folder.resolve("wordborne-next.tar.gz");
    try (OutputStream raw = Files.newOutputStream(archive);
        var tar = new TarArchiveOutputStream(new GZIPOutputStream(raw))) {
      String root = name.startsWith("..") ? name : "wordborne-" + name;
      for (var file : Map.of("VERSION", version + "\n", "wordborne", launcher).entrySet()) {
        byte[] bytes = file.getValue().getBytes(StandardCharsets.UTF_8);
        var entry = new TarArchiveEntry(root + "/" + file.getKey(), true);
        entry.setSize(bytes.length);
        entry.setMode(file.getKey().equals("wordborne") ? 0100755 : 0100644);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
      }
      more.in(tar);
    }
    byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(archive));
    Files.writeString(
        Path.of(archive + ".sha256"), HexFormat.of().formatHex(sum) + "  wordborne-next.tar.gz\n");
    return archive;
  }
}
