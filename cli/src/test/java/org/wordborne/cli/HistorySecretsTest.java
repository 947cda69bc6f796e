package org.wordborne.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// No key was ever committed: not now, and not in any earlier state that a clone still holds.
class HistorySecretsTest {
  /* Shapes of keys that are known by their beginning; each is put together here, so that this file
  does not hold one. */
  private static final String SHAPES =
      String.join(
          "|",
          "AKIA" + "[0-9A-Z]{16}",
          "-----BEGIN [A-Z ]*PRIVATE" + " KEY-----",
          "gh[pousr]_" + "[A-Za-z0-9]{36}",
          "xox[baprs]-" + "[0-9A-Za-z-]{10,}",
          "AIza" + "[0-9A-Za-z_-]{35}",
          "sk_live_" + "[0-9a-zA-Z]{24}",
          "glpat-" + "[0-9A-Za-z_-]{20}",
          "eyJhbGciOi" + "[0-9A-Za-z_-]{20,}\\.[0-9A-Za-z_-]{20,}\\.[0-9A-Za-z_-]{20,}");

  @Test
  void shapes_aPlantedKey_isFound() {
    String planted = "AKIA" + "ABCDEFGHIJKLMNOP";

    assertThat(Pattern.compile(SHAPES).matcher("key=" + planted).find()).isTrue();
  }

  @Test
  void history_ofTheRepository_holdsNoKey() throws Exception {
    Path root = Path.of("").toAbsolutePath().getParent();
    assumeTrue(Files.exists(root.resolve(".git")), "no history in an unpacked release");

    assertThat(git(root, "log", "--all", "--oneline", "-G" + SHAPES)).isEmpty();
  }

  private static String git(Path root, String... words) throws IOException, InterruptedException {
    var line = new java.util.ArrayList<>(java.util.List.of("git", "-C", root.toString()));
    line.addAll(java.util.List.of(words));
    Process git = new ProcessBuilder(line).redirectErrorStream(true).start();
    String told = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(git.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return told;
  }
}
