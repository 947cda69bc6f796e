package org.wordborne.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class TextCommandTest {
  @TempDir private Path folder = Path.of(".");

  /// What a command wrote, and its exit code.
  private record Ran(String out, int code) {}

  private static Ran run(String... args) {
    var old = System.out;
    var out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      int code = WordborneCommand.run(args);
      return new Ran(out.toString(StandardCharsets.UTF_8), code);
    } finally {
      System.setOut(old);
    }
  }

  private String file(String content) throws IOException {
    return Files.writeString(folder.resolve("in.txt"), content).toString();
  }

  @Test
  void analyze_lineAndObject_giveOneObjectEach() throws IOException {
    var ran = run("text", "analyze", file("Is it open?\n\n{\"text\":\"Danke für alles!\"}\n"));

    var lines = ran.out().lines().map(new JsonMapper()::readTree).toList();

    assertThat(ran.code()).isZero();
    assertThat(lines)
        .extracting(line -> line.get("text").asString())
        .containsExactly("Is it open?", "Danke für alles!");
    assertThat(lines.getFirst().get("intents").has("question")).isTrue();
    assertThat(lines.getLast().at("/sentiment/label").asString()).isEqualTo("positive");
  }

  @Test
  void analyze_objectWithoutText_isBadInput() throws IOException {
    assertThat(run("text", "analyze", file("fine\n{\"words\":1}\n")).code()).isEqualTo(2);
  }

  @Test
  void evaluate_namesNumbersAndHeader_areRead() throws IOException {
    var ran =
        run(
            "text",
            "evaluate",
            "--task",
            "sentiment",
            file("label\ttext\n2\tThank you, lovely!\nneutral\tThe door is green.\n"));

    var figures = new JsonMapper().readTree(ran.out());

    assertThat(ran.code()).isZero();
    assertThat(figures.get("n").asInt()).isEqualTo(2);
    assertThat(figures.at("/confusion/labels/0").asString()).isEqualTo("negative");
  }

  @Test
  void evaluate_unknownLabel_isBadInput() throws IOException {
    var rows = file("0\tThe door is green.\nmaybe\tThe door is red.\n");

    assertThat(run("text", "evaluate", "--task", "sentiment", rows).code()).isEqualTo(2);
  }
}
