package org.wordborne.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds `docs/security/asvs.csv` to what is there: each requirement that applies names a test that
/// exists, or a heading of a page.
class AsvsTest {
  private static final Path ROOT = root();
  private static final Pattern TEST_METHOD =
      Pattern.compile("@(?:Test|ParameterizedTest)\\b.*?\\bvoid\\s+(\\w+)\\s*\\(", Pattern.DOTALL);
  private static final Pattern CELL =
      Pattern.compile("\"((?:[^\"]|\"\")*)\"(?:,|$)|([^,]*)(?:,|$)");

  private record Line(
      String id, int level, String requirement, boolean applies, String why, String proof) {}

  private final List<Line> lines = lines();

  /* Level 2 of version 5.0.0 without WebRTC, and the ones of level 3 that we hold ourselves to. */
  @Test
  void lines_allOfThem_areLevelTwoAndOurs() {
    assertThat(lines).hasSize(246 + 21);
    assertThat(lines.stream().map(Line::id)).doesNotHaveDuplicates();
    assertThat(lines).filteredOn(line -> line.level() <= 2).hasSize(246);
  }

  @Test
  void line_thatApplies_namesATestOrAHeading() throws IOException {
    Set<String> tests = tests();
    var wrong =
        lines.stream()
            .filter(Line::applies)
            .filter(line -> !tests.contains(line.proof()) && !isHeading(line.proof()))
            .map(line -> line.id() + " " + line.proof());

    assertThat(wrong).isEmpty();
  }

  @Test
  void line_thatDoesNotApply_saysWhy() {
    assertThat(lines)
        .filteredOn(line -> !line.applies())
        .allSatisfy(
            line -> {
              assertThat(line.proof()).isEmpty();
              assertThat(line.why()).matches("(not there|not ours|not met)\\b.+");
            });
  }

  /* What is not met counts as applying here, so that nobody gains by saying no. */
  @Test
  void share_provenByTests_isToldAndDoesNotFall() {
    long due = lines.stream().filter(line -> line.applies() || isMissed(line)).count();
    long tested = lines.stream().filter(line -> line.proof().contains("Test#")).count();
    long story = lines.stream().filter(line -> line.proof().contains("Story#")).count();
    long missed = lines.stream().filter(AsvsTest::isMissed).count();

    System.out.printf(
        "ASVS 5.0.0 level 2: %d of %d apply, %d proven by a test (%.0f %%), %d not met%n",
        due, lines.size(), tested + story, 100.0 * (tested + story) / due, missed);
    assertThat((tested + story) / (double) due).isGreaterThanOrEqualTo(LEAST);
  }

  private static final double LEAST = 0.75;

  private static boolean isMissed(Line line) {
    return line.why().startsWith("not met");
  }

  private static boolean isHeading(String proof) {
    int hash = proof.indexOf('#');
    Path page = hash < 0 ? null : ROOT.resolve(proof.substring(0, hash));
    if (page == null || !proof.startsWith("docs/") || !Files.exists(page)) {
      return false;
    }
    String heading = Pattern.quote(proof.substring(hash + 1));
    return Pattern.compile("(?m)^#+ " + heading + "$").matcher(read(page)).find();
  }

  private static Set<String> tests() throws IOException {
    var tests = new TreeSet<String>();
    try (Stream<Path> files = Files.walk(ROOT)) {
      for (Path file : files.filter(AsvsTest::isTestSource).toList()) {
        String name = file.getFileName().toString().replace(".java", "");
        Matcher method = TEST_METHOD.matcher(read(file));
        while (method.find()) {
          tests.add(name + "#" + method.group(1));
        }
      }
    }
    return tests;
  }

  private static boolean isTestSource(Path file) {
    String path = file.toString();
    return path.contains("/src/test/java/") && path.matches(".*(Test|Story)\\.java");
  }

  private static List<Line> lines() {
    return read(ROOT.resolve("docs/security/asvs.csv"))
        .lines()
        .skip(1)
        .map(AsvsTest::cells)
        .map(
            cell ->
                new Line(
                    cell.get(0),
                    Integer.parseInt(cell.get(1)),
                    cell.get(2),
                    cell.get(3).equals("yes"),
                    cell.get(4),
                    cell.get(5)))
        .collect(Collectors.toList());
  }

  private static List<String> cells(String line) {
    var cells = new ArrayList<String>();
    Matcher cell = CELL.matcher(line);
    while (cells.size() < 6 && cell.find()) {
      cells.add(cell.group(1) == null ? cell.group(2) : cell.group(1).replace("\"\"", "\""));
    }
    return cells;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException gone) {
      throw new java.io.UncheckedIOException(gone);
    }
  }

  private static Path root() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.exists(at.resolve("ui/package.json"))) {
      at = at.getParent();
    }
    return at;
  }
}
