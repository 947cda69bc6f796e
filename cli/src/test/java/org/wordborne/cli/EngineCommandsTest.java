package org.wordborne.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EngineCommandsTest {
  @TempDir private Path folder = Path.of(".");

  /// What a command wrote, and its exit code.
  private record Ran(List<JsonNode> lines, String complaint, int code) {}

  private static Ran run(String... args) {
    var oldOut = System.out;
    var oldErr = System.err;
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      int code = WordborneCommand.run(args);
      var lines = out.toString(StandardCharsets.UTF_8).lines();
      return new Ran(
          code == 0 ? lines.map(new JsonMapper()::readTree).toList() : List.of(),
          err.toString(StandardCharsets.UTF_8),
          code);
    } finally {
      System.setOut(oldOut);
      System.setErr(oldErr);
    }
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  @Test
  void seeds_starWithHeader_namesItsMiddleAndItsBound() throws IOException {
    String star = file("star.txt", "5 4\n3 0\n3 1\n3 2\n3 4\n");

    var ran = run("network", "seeds", star, "--header", "-k", "1", "--model", "uniform:0.5");

    var told = ran.lines().getFirst();
    assertThat(told.at("/seeds/0").asInt()).isEqualTo(3);
    assertThat(told.at("/spread/lower").asDouble()).isLessThan(3); // closed form: 1 + 4 / 2
    assertThat(told.at("/spread/upper").asDouble()).isGreaterThan(3);
    assertThat(told.get("guarantee").asDouble()).isGreaterThan(.53);
    assertThat(told.get("rrSets").asLong()).isPositive();
    assertThat(told.has("seconds")).isTrue();
  }

  @Test
  void seeds_costsAndBudget_areKept() throws IOException {
    String star = file("star.txt", "3 0\n3 1\n3 2\n3 4\n1 2\n");
    String costs = file("costs.txt", "3 10\n");

    var ran = run("network", "seeds", star, "--costs", costs, "--budget", "2");

    var told = ran.lines().getFirst();
    assertThat(told.get("seeds")).hasSize(2);
    assertThat(told.get("seeds").toString()).doesNotContain("3");
  }

  @Test
  void seeds_againstARumour_tellWhatIsSaved() throws IOException {
    String chain = file("chain.txt", "0 1 1\n1 2 1\n2 3 1\n");

    var ran = run("network", "seeds", chain, "-k", "1", "--model", "arcs", "--against", "0");

    assertThat(ran.lines().getFirst().at("/seeds/0").asInt()).isEqualTo(1);
    assertThat(ran.lines().getFirst().has("saved")).isTrue();
  }

  @Test
  void spread_certainChain_isItsLength() throws IOException {
    String chain = file("chain.txt", "0 1 1\n1 2 1\n2 3 1\n");

    var ran = run("network", "spread", chain, "--seeds", "1", "--model", "arcs");

    assertThat(ran.lines().getFirst().at("/spread/estimate").asDouble()).isEqualTo(3);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "0 1\\n1 x | line 2: the hearer must be a whole number | seeds -k 2",
        "0 1 | --model: the model must be | seeds --model huh",
        "0 1 | carries no chances | seeds --model arcs",
        "0 1 | people are numbered from 0 to below 2, was '7' | spread --seeds 7",
        "0 1 | --costs and --budget belong together | seeds --budget 3",
        "0 1 | epsilon must be in | seeds --epsilon 2",
        "0 1 | seeds must be at least 1 | seeds -k 0",
      })
  void network_badInput_isNamedOnOneLine(String lines, String reason, String words)
      throws IOException {
    var args = new java.util.ArrayList<>(List.of(words.split(" ")));
    args.addFirst("network");
    args.add(file("graph.txt", lines.replace("\\n", "\n")));

    var ran = run(args.toArray(String[]::new));

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.complaint()).contains(reason).hasLineCount(1);
  }

  @Test
  void forecast_twoCascades_giveALineForEachTime() throws IOException {
    String cascades = file("c.csv", "cascade,t_s,followers\nA,0,90\nA,30,5\nB,0,7\nA,4000,1\n");

    var ran = run("spread", "forecast", cascades, "--at", "10m,2h", "--threshold", "1,250");

    assertThat(ran.lines())
        .extracting(line -> line.get("cascade").asString())
        .containsExactly("A", "A", "B", "B");
    assertThat(ran.lines())
        .extracting(line -> line.get("seen").asInt())
        .containsExactly(1, 2, 0, 0);
    var first = ran.lines().getFirst();
    assertThat(first.get("at").asString()).isEqualTo("10m");
    assertThat(first.at("/passes/1").asDouble()).isEqualTo(1);
    assertThat(first.at("/passes/250").asDouble()).isBetween(0.0, .5);
    assertThat(first.at("/bands/90/0").asDouble()).isGreaterThanOrEqualTo(1);
  }

  @Test
  void forecast_withoutNames_leavesThemOut() throws IOException {
    var ran = run("spread", "forecast", file("c.csv", "seconds\n0\n5\n"), "--at", "1h");

    assertThat(ran.lines().getFirst().has("cascade")).isFalse();
  }

  @Test
  void bursts_flood_isAlarmedOnce() throws IOException {
    var rows = new StringBuilder("timestamp,value\n");
    for (int i = 0; i < 3_000; i++) {
      var at = java.time.Instant.ofEpochSecond(1_760_000_000L + i * 300L);
      rows.append(at).append(',').append(i >= 2_900 && i < 2_910 ? 90 : 3 + i % 3).append('\n');
    }

    var ran = run("spread", "bursts", file("s.csv", rows.toString()));

    assertThat(ran.lines()).hasSize(3_000);
    assertThat(ran.lines().stream().filter(line -> line.get("alarm").asBoolean()).toList())
        .singleElement()
        .extracting(line -> line.get("value").asInt())
        .isEqualTo(90);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "t_s\\n0\\nx | line 3: t_s must be a number, was 'x' | forecast --at 1h",
        "t_s\\n0 | --at: must be ages such as | forecast --at soon",
        "when\\n0 | line 1: a column must be called seconds | forecast --at 1h",
        "t_s,followers\\n0,-3 | line 2: followers must not be negative | forecast --at 1h",
        "t_s,followers\\n0 | line 2: must have 2 columns, has 1 | forecast --at 1h",
        "t_s\\n0 | --weights: no such file: nowhere.bin | forecast --at 1h --weights nowhere.bin",
        "time,value\\n9,1\\n8,1 | line 3: times must rise | bursts",
        "time,value\\nsoon,1 | line 2: the time must be like | bursts",
        "time,value\\n9,-1 | line 2: value must not be negative | bursts",
      })
  void spread_badInput_isNamedOnOneLine(String lines, String reason, String words)
      throws IOException {
    var args = new java.util.ArrayList<>(List.of(words.split(" ")));
    args.addFirst("spread");
    args.add(file("in.csv", lines.replace("\\n", "\n")));

    var ran = run(args.toArray(String[]::new));

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.complaint()).contains(reason).hasLineCount(1);
  }

  @Test
  void train_smallFolder_writesWeightsThatForetell() throws IOException {
    String folder = twelveStories();
    String out = this.folder.resolve("w.bin").toString();
    String[] forecast = {"spread", "forecast", folder + "/retweets.csv", "--at", "10m"};

    var ran =
        run("spread", "train", "--data", folder, "--out", out, "--simulated", "60", "--whole");

    assertThat(ran.lines().getFirst().get("cascades").asInt()).isEqualTo(8);
    assertThat(Files.size(Path.of(out))).isEqualTo(ran.lines().getFirst().get("bytes").asLong());
    var own =
        run(Stream.concat(Stream.of(forecast), Stream.of("--weights", out)).toArray(String[]::new));
    assertThat(own.lines()).hasSize(12).isNotEqualTo(run(forecast).lines());
  }

  private String twelveStories() throws IOException {
    var rows = new StringBuilder("cascade,t_s\n");
    for (int cascade = 0; cascade < 12; cascade++) {
      for (int i = 0; i < 20 + cascade; i++) {
        rows.append("C%02d,%d%n".formatted(cascade, i * i * (7 + cascade)));
      }
    }
    file("retweets.csv", rows.toString());
    return folder.toString();
  }
}
