package org.wordborne.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EffectCommandTest {
  /* drand quicknet, round 657413, due 2023-09-15T11:00:03Z. */
  private static final String SIGNATURE =
      "b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be"
          + "41076862b98fad56e91a6b85b89cd97b";

  /* One line, signed by another program with the key of RFC 8032, 7.1, test 1. */
  private static final String KEY_OF_LOG =
      "06e3fd8fda29bb60ab59557de61edb0aecdb231134be30e75b455f8e1b792fa9";
  private static final String HASH_OF_LINE =
      "926addeab4858e77484a776464c2de3b4a584c2a02cdba41a04ee362e189e14b";
  private static final String SIGNATURE_OF_LINE =
      "162a8d1cd08343aa5bb04b944c95cd27479fe80ec8aa427d68403d7380109e19"
          + "7f222f5903eaba76e30d1f42325c252e144538b2e0966e466989459edbb5ae0b";

  private static String signedLog() {
    return """
        {"book":"adjudication/oat",
        "publicKey":"302a300506032b6570032100d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "head":{"count":1,"hash":"HASH","signature":"SIGNED"},
        "lines":[{"number":1,"at":"2026-11-27T19:00:01.250Z","by":"entrant","deed":"entered",
        "facts":{"code":"0000000001"},"hash":"HASH","signature":"SIGNED"}]}
        """
        .replace("HASH", HASH_OF_LINE)
        .replace("SIGNED", SIGNATURE_OF_LINE);
  }

  @TempDir private Path folder = Path.of(".");

  /// What a command wrote, and its exit code.
  private record Ran(String out, String err, int code) {
    JsonNode json() {
      return new JsonMapper().readTree(out);
    }
  }

  private static Ran run(String... args) {
    var oldOut = System.out;
    var oldErr = System.err;
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      int code = WordborneCommand.run(args);
      return new Ran(
          out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), code);
    } finally {
      System.setOut(oldOut);
      System.setErr(oldErr);
    }
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private static Ran lift(String file, String... more) {
    var args =
        new java.util.ArrayList<>(
            java.util.List.of(
                "effect", "lift", file, "--unit", "u", "--time", "t", "--value", "v"));
    args.addAll(java.util.List.of("--treated", "a", "--from", "30"));
    args.addAll(java.util.List.of(more.length == 0 ? new String[] {"--method", "did"} : more));
    return run(args.toArray(String[]::new));
  }

  /* Unit a is what the others are, and 3 more from time 30 on. */
  private String panel() throws IOException {
    var rows = new StringBuilder("u;t;v\n");
    for (var unit : new String[] {"a", "b", "c", "d"}) {
      for (int t = 0; t < 40; t++) {
        double value = unit.charAt(0) + Math.sin(t) + (unit.equals("a") && t >= 30 ? 3 : 0);
        rows.append(unit).append(';').append(t).append(';').append(value).append('\n');
      }
    }
    return file("panel.csv", rows.toString());
  }

  @Test
  void lift_semicolonsAndNumbersAsTimes_areRead() throws IOException {
    var ran = lift(panel());

    assertThat(ran.code()).isZero();
    assertThat(ran.json().get("effect").asDouble()).isCloseTo(3, within(1e-6));
    assertThat(ran.json().get("total").asDouble()).isCloseTo(30, within(1e-5));
    assertThat(ran.json().at("/fit/before").asInt()).isEqualTo(30);
    assertThat(ran.json().get("identifiable").asBoolean()).isTrue();
    assertThat(ran.json().get("why").isNull()).isTrue();
  }

  @Test
  void lift_notIdentifiable_isAnAnswerWithoutNumbers() throws IOException {
    var ran = lift(panel(), "--confounder", "half-marathon");

    assertThat(ran.code()).isZero();
    assertThat(ran.json().get("effect").isNull()).isTrue();
    assertThat(ran.json().get("interval").isNull()).isTrue();
    assertThat(ran.json().get("why").asString()).isEqualTo("At the same time: half-marathon.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "b;7; | b;7;x | line 49: v 'x' must be a number",
        "u;t;v | u;t;w | line 1: there is no column 'v'; there are u, t, w",
        "b;7; | b;6; | line 49: 'b' has a value at '6' already",
        "b;7; | b | line 49: has 1 columns, the header has 3"
      })
  void lift_wrongFile_namesLineAndValue(String was, String becomes, String reason)
      throws IOException {
    var text = Files.readString(Path.of(panel()));
    var wrong = text.replaceFirst(was + "[^\n;]*", becomes + (becomes.endsWith(";") ? "1" : ""));

    var ran = lift(file("wrong.csv", wrong));

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("wrong.csv, " + reason);
  }

  @Test
  void lift_bsts_saysThatItIsNotBuilt() throws IOException {
    var ran = lift(panel(), "--method", "bsts");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("bsts is not built; regression is");
  }

  @Test
  void holdout_threeAgainstThree_isAsByHand() throws IOException {
    var people = "arm,glad\n1,4\n1,5\n1,6\n0,1\n0,2\n0,3\n";

    var ran =
        run(
            "effect",
            "holdout",
            file("p.csv", people),
            "--value",
            "glad",
            "--arm",
            "arm",
            "--level",
            ".9");

    assertThat(ran.json().get("p").asDouble()).isCloseTo(.1, within(1e-9));
    assertThat(ran.json().get("effect").asDouble()).isCloseTo(3, within(1e-9));
  }

  @Test
  void draw_commitRunVerify_holdsUntilSomethingIsChanged() throws IOException {
    var entries = file("entries.tsv", entries());
    var committed = commit(entries);
    var sealed = file("sealed.json", committed.out());

    var early = draw(entries, sealed, "");
    var proof = draw(entries, sealed, SIGNATURE);
    var verified = run("effect", "draw", "verify", file("oat.proof", proof.out()));
    var lie = proof.out().replace("\"order\":[", "\"order\":[4,");
    var refused = run("effect", "draw", "verify", file("lie.proof", lie));

    assertThat(committed.json().get("round").asLong()).isEqualTo(657_413);
    assertThat(early.code()).isEqualTo(2);
    assertThat(early.err()).contains("round 657413 is due at 2023-09-15T11:00:03Z");
    assertThat(verified.code()).isZero();
    assertThat(verified.json().get("valid").asBoolean()).isTrue();
    assertThat(verified.err()).contains("beacon   holds   round 657413 of drand quicknet");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("draw     fails   the order is");
  }

  @Test
  void draw_lateEntry_isRefused() throws IOException {
    var sealed = file("sealed.json", commit(file("entries.tsv", entries())).out());
    var late = entries() + "ZZZZZZZZZZ\t9\t1\tvalid\t" + "0".repeat(64) + "\n";

    var ran = draw(file("late.tsv", late), sealed, SIGNATURE);

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("late.tsv: the list holds 5 entries, sealed were 4");
  }

  @Test
  void draw_secretIsThere_isNeverWrittenOver() throws IOException {
    var entries = file("entries.tsv", entries());
    commit(entries);

    var again = commit(entries);

    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err()).contains("a secret is made once");
  }

  @Test
  void draw_wrongEntry_namesFileLineFieldAndValue() throws IOException {
    var wrong = entries().replace("\t2\t1\tvalid", "\t2\t0\tvalid");

    var ran = commit(file("wrong.tsv", wrong));

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err())
        .contains("wrong.tsv, line 2: weight '0' must be a whole number from 1 to 999999");
  }

  @Test
  void log_verify_holdsUntilALineIsChanged() throws IOException {
    var log = file("oat-log.json", signedLog());
    var key = "06e4" + "0".repeat(60);

    var verified = run("effect", "log", "verify", log, "--key", KEY_OF_LOG);
    var other = run("effect", "log", "verify", log, "--key", key);
    var changed = file("changed.json", signedLog().replace("0000000001", "0000000002"));
    var refused = run("effect", "log", "verify", changed);
    var broken = file("broken.json", signedLog().replace("\"by\":\"entrant\",", ""));
    var unread = run("effect", "log", "verify", broken);
    var shortened = run("effect", "log", "verify", log, "--key", "06e4");

    assertThat(verified.err()).contains("signed   holds   each line is signed with the key");
    assertThat(verified.code()).isZero();
    assertThat(verified.json().get("valid").asBoolean()).isTrue();
    assertThat(other.code()).isEqualTo(2);
    assertThat(other.err()).contains("key      fails   the log is of the key " + KEY_OF_LOG);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("chain    fails   line 1 was changed");
    assertThat(unread.code()).isEqualTo(2);
    assertThat(unread.err()).contains("broken.json: line 1: \"by\" must be a string");
    assertThat(shortened.err()).contains("--key: must be 64 characters of 0-9 and a-f");
  }

  @Test
  void draw_python_agrees() throws IOException, InterruptedException {
    var entries = file("entries.tsv", entries());
    var sealed = file("sealed.json", commit(entries).out());
    var proof = file("oat.proof", draw(entries, sealed, SIGNATURE).out());

    assertThat(python(proof)).isZero();
    var lie = Files.readString(Path.of(proof)).replaceFirst("valid", "twice");
    assertThat(python(file("lie.proof", lie))).isEqualTo(2);
  }

  private static int python(String proof) throws IOException, InterruptedException {
    var script =
        Path.of("..", "engines", "effect", "src", "main", "resources", "org", "wordborne", "effect")
            .resolve("draw-verify.py");
    try {
      return new ProcessBuilder("python3", "-B", script.toString(), proof)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException missing) {
      System.err.println("NOT RUN: the draw in Python. " + missing.getMessage());
      org.junit.jupiter.api.Assumptions.abort("no python3");
      throw missing;
    }
  }

  @Test
  void rfc3797_itsWorkedExample_isSelected() {
    var key = "9319./2.5.8.10.12./9.18.26.34.41.45./";

    var ran = run("effect", "draw", "rfc3797", "--key", key, "--pool", "25", "--select", "10");

    assertThat(ran.out().strip()).isEqualTo("{\"selected\":[17,7,2,16,25,23,8,24,19,13]}");
  }

  private static String entries() {
    var lines = new StringBuilder();
    for (int i = 1; i <= 4; i++) {
      lines.append("%010d\t%d\t1\tvalid\t%s\n".formatted(i, i, "ab".repeat(32)));
    }
    return lines.toString();
  }

  private Ran commit(String entries) throws IOException {
    return run(
        "effect",
        "draw",
        "commit",
        entries,
        "--name",
        "Oat Week",
        "--rules",
        file("rules.txt", "Rules, version 3.\n"),
        "--prizes",
        "saturdays:1,beans:1",
        "--alternates",
        "1",
        "--sealed",
        "2023-09-15T10:00:00Z",
        "--draw-at",
        "2023-09-15T13:00:03+02:00",
        "--secret-out",
        folder.resolve("secret").toString());
  }

  private Ran draw(String entries, String sealed, String signature) {
    var secret = folder.resolve("secret").toString();
    return signature.isEmpty()
        ? run("effect", "draw", "run", entries, "--commitment", sealed, "--secret", secret)
        : run(
            "effect",
            "draw",
            "run",
            entries,
            "--commitment",
            sealed,
            "--secret",
            secret,
            "--signature",
            signature);
  }
}
