package org.wordborne.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The stories as scripts: a town, a server and commands in processes of their own, checked against
/// the town's books. Run by hand: the browser plays the same stories in every run.
@Tag("by-hand")
class StoryScriptsTest {
  private static final Path STORIES = Path.of("..", "docs", "stories");

  @TempDir Path folder;

  static List<String> scripts() throws IOException {
    try (Stream<Path> all = Files.list(STORIES)) {
      return all.map(path -> path.getFileName().toString())
          .filter(name -> name.matches("\\d-.*\\.sh"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void script_overCommandsAlone_holdsAgainstTheBooks(String script) throws Exception {
    Assumptions.assumeTrue(
        has("jq") && has("curl") && has("python3"),
        "NOT RUN: the scripts need curl, jq and python3");
    Path log = folder.resolve("log");
    var process = new ProcessBuilder("bash", STORIES.resolve(script).toString());
    process.environment().put("WORDBORNE", command().toString());
    Process run = process.redirectErrorStream(true).redirectOutput(log.toFile()).start();

    boolean ended = run.waitFor(15, TimeUnit.MINUTES);
    if (!ended) {
      run.destroy();
    }

    assertThat(ended && run.exitValue() == 0).as(Files.readString(log)).isTrue();
  }

  /* The command out of this very class path, so that what is tested is what was compiled. */
  private Path command() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String line =
        "#!/usr/bin/env bash\nexec '%s' --enable-native-access=ALL-UNNAMED -cp '%s' %s \"$@\"\n"
            .formatted(
                java, System.getProperty("java.class.path"), WordborneCommand.class.getName());
    Path file = folder.resolve("wordborne");
    Files.writeString(file, line);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return file;
  }

  private static boolean has(String tool) throws Exception {
    return new ProcessBuilder("which", tool).start().waitFor() == 0;
  }
}
