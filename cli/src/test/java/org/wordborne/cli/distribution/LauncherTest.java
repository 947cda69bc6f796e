package org.wordborne.cli.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher starts from the caches that it trained after its build. A Java that is told
/// `-XX:AOTMode=on` refuses to start where a cache is missing or does not fit.
///
/// It runs in a folder of its own, where the build is played by a script that puts the jars there
/// which this build made.
@Tag("second-stage")
class LauncherTest {
  private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
  private static final Path DIST = Path.of("target", "dist").toAbsolutePath();

  @TempDir private Path folder;

  @BeforeEach
  void copyTheLauncher() throws IOException {
    program("wordborne", Files.readString(CHECKOUT.resolve("wordborne")));
    Files.createDirectories(folder.resolve("scripts"));
    Files.copy(CHECKOUT.resolve("scripts/jdk.sh"), folder.resolve("scripts/jdk.sh"));
    Files.createDirectories(folder.resolve("cli/src"));
    Files.createFile(folder.resolve("pom.xml"));
    program(
        "mvnw",
        """
        #!/bin/sh
        echo built >> builds
        mkdir -p cli/target/dist/lib
        cp %s/wordborne.jar cli/target/dist/
        cp %s/lib/*.jar cli/target/dist/lib/
        """
            .formatted(DIST, DIST));
    Files.createDirectories(folder.resolve("bin"));
    program("bin/npm", "#!/bin/sh\n"); // the build that is played needs none
  }

  @Test
  void start_afterBuildAndAgain_usesTheCaches() throws Exception {
    for (int start = 0; start < 2; start++) {
      assertThat(ready()).startsWith("{\"ready\":true");
      assertThat(output("text", "analyze", "posts")).contains("\"language\":\"en\"");
    }

    assertThat(Files.readAllLines(folder.resolve("builds"))).hasSize(1);
  }

  /// The line that a server prints when it is ready; the server is stopped.
  private String ready() throws Exception {
    Process server = launch("serve", "--data", folder.resolve("data").toString(), "--port", "0");
    try (var out = reader(server)) {
      return String.valueOf(out.readLine());
    } finally {
      server.destroy();
      assertThat(server.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  private String output(String... words) throws Exception {
    Files.writeString(folder.resolve("posts"), "Is it true that the Lantern closes?\n");
    Process command = launch(words);
    try (var out = reader(command)) {
      return String.join("\n", out.readAllLines());
    } finally {
      command.waitFor();
    }
  }

  private Process launch(String... words) throws IOException {
    var command = new ArrayList<>(List.of(folder.resolve("wordborne").toString()));
    command.addAll(List.of(words));
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("WORDBORNE_JAVA_OPTS", "-XX:AOTMode=on");
    builder.environment().merge("PATH", folder + "/bin", (path, first) -> first + ":" + path);
    return builder.start();
  }

  private static BufferedReader reader(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  private void program(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
