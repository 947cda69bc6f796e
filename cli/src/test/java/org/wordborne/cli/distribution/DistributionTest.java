package org.wordborne.cli.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/// What is built and shipped.
class DistributionTest {
  private static final Path DIST = Path.of("target", "dist");

  @Test
  void lib_holdsWhatTheProgramNames_andNothingElse() throws IOException {
    List<String> named;
    try (var jar = new JarFile(DIST.resolve("wordborne.jar").toFile())) {
      var manifest = jar.getManifest().getMainAttributes();
      named = List.of(manifest.getValue(Attributes.Name.CLASS_PATH).split(" "));
    }

    assertThat(named).isNotEmpty();
    assertThat(jars()).map(jar -> "lib/" + jar).containsExactlyInAnyOrderElementsOf(named);
  }

  @Test
  void lib_holdsNothingOfTestsAndOtherPages() throws IOException {
    assertThat(jars())
        .noneMatch(
            jar ->
                jar.matches(
                    "(archunit|junit|assertj|mockito|playwright|awaitility|swagger-ui|"
                        + "spring-modulith-(core|test|docs)|spring-(boot-)?(starter-)?test|"
                        + "lombok|error_prone|nullaway).*"));
  }

  private static List<String> jars() throws IOException {
    try (var files = Files.list(DIST.resolve("lib"))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
