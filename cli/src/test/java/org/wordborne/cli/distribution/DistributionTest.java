package org.wordborne.cli.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
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

  @Test
  void lib_noClass_isThereTwice() throws IOException {
    var places = new HashMap<String, String>();
    for (String name : jars()) {
      try (var jar = new JarFile(DIST.resolve("lib").resolve(name).toFile())) {
        jar.stream()
            .map(ZipEntry::getName)
            .filter(entry -> entry.endsWith(".class") && !entry.startsWith("META-INF/"))
            .filter(entry -> !entry.endsWith("module-info.class"))
            .forEach(entry -> assertThat(places.put(entry, name)).as(entry + " " + name).isNull());
      }
    }
    assertThat(places).hasSizeGreaterThan(10_000);
  }

  /* A line of the table, or a name in the list of those under Apache-2.0. */
  @Test
  void notice_namesEveryJarWithItsLicence_andNoOther() throws IOException {
    String ofJars =
        Files.readString(Path.of("..", "NOTICE")).split("2\\. The embedded database", 2)[0];
    var named = new ArrayList<String>();
    var table = Pattern.compile("(?m)^ {4}([\\w.-]+-\\d[\\w.-]*) {2,}\\S.*$").matcher(ofJars);
    while (table.find()) {
      named.add(table.group(1));
    }
    String list = ofJars.split("Under Apache-2.0:", 2)[1].split("The Apache Software", 2)[0];
    for (String name : list.strip().split(",\\s+")) {
      named.add(name.split(" ", 2)[0]);
    }

    assertThat(jars().stream().filter(jar -> !jar.startsWith("wordborne-")))
        .map(jar -> jar.replaceFirst("\\.jar$", ""))
        .containsExactlyInAnyOrderElementsOf(named);
  }

  /* What the build of one source makes is the same at any time: no entry tells another. */
  @Test
  void jars_ofOurs_holdNoTimeButTheBuilds() throws IOException {
    var ours =
        new ArrayList<>(jars().stream().filter(jar -> jar.startsWith("wordborne-")).toList());
    assertThat(ours).hasSizeGreaterThan(8);
    for (String name : ours) {
      try (var jar = new JarFile(DIST.resolve("lib").resolve(name).toFile())) {
        assertThat(jar.stream().map(entry -> entry.getTimeLocal().toLocalDate()).distinct())
            .as(name)
            .containsExactly(LocalDate.of(2026, 11, 22));
        assertThat(jar.getManifest().getMainAttributes().keySet().toString())
            .doesNotContain("Built-By", "Build-Time", "Bnd-LastModified");
      }
    }
  }

  private static List<String> jars() throws IOException {
    try (var files = Files.list(DIST.resolve("lib"))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
