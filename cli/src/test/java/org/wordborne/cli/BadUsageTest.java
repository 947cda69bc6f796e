package org.wordborne.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Wrong words and wrong files end with 2 and with one line that says what and where.
class BadUsageTest {
  @TempDir private Path folder;

  @BeforeEach
  void files() throws IOException {
    Files.writeString(folder.resolve("plain"), "text\n");
    Files.writeString(folder.resolve("broken.gz"), "\u001f");
    Files.write(folder.resolve("broken.gz"), new byte[] {0x1f, (byte) 0x8b, 1});
    var whole = new ByteArrayOutputStream();
    try (var packed = new GZIPOutputStream(whole)) {
      packed.write("{\"id\":\"1\",\"text\":\"The Lantern\"}\n".repeat(9).getBytes());
    }
    byte[] half = Arrays.copyOf(whole.toByteArray(), whole.size() - 12);
    Files.write(folder.resolve("cut.gz"), half);
    Files.writeString(folder.resolve("q.jsonl"), "{\"id\":\"q\",\"query\":\"lantern\"}\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          nonsense | there is no command 'nonsense'; there are: demo, serve
          text nonsense | there is no command 'nonsense'; there are: analyze, evaluate, train
          source | name a command: add, list, poll, pause, resume, remove, proposals, accept, decline
          text analyze none | none: no such file
          text analyze broken.gz | broken.gz: begins like gzip, but is none
          text analyze cut.gz | cut.gz: its gzip data are damaged or cut off
          text evaluate --task mood plain | 'mood' is none of sentiment, emotion
          query match --queries q.jsonl --posts cut.gz | cut.gz: its gzip data are damaged or cut off
          feed parse none | none: cannot be read: there is no such file
          import none --data d | none: there is no such file
          import broken.gz --data d | broken.gz: begins like gzip, but is none
          search x --limit -1 | --limit -1: a number from 0 is needed
          search x --format xml | --format xml: use jsonl or csv or table
          export people --format table | --format table: use jsonl or csv
          export pages | export pages: mentions (or posts), people and thanks
          serve --data plain | as the data folder: it is no folder; give another with --data
          demo --data plain | plain: is there already, and no folder
          demo --port 99999 | --port 99999: a port from 0 to 65535 is needed
          demo --speed -1 | --speed -1.0: a number above 0 is needed
          demo --zone Nowhere | 'Nowhere' is no time zone
          watch | name a command: add, list, remove, test, try
          watch add Rats --chance 0.3 | --chance needs --line beside it
          alarm acknowledge x | 'x' is no id of an alarm
          mail set --smtp host --from a@b.org | --smtp host: right is HOST:PORT
          crisis | name a command: open, list, log, statement, send, decide, close
          crisis statement Rats | Missing required option: '--text=T'
          contest | name a command: show, set, prize, facts, tasks, rules, sign, enter, flags, decide
          contest facts Oat chance | 'chance': give a fact as NAME=VALUE
          contest tasks Oat --on 2026-11-20 | --evidence and --on need --done beside them
          contest decide Oat 12 | say either --keep or --exclude GROUND
          contest decide Oat twelve --keep | 'twelve' is not an int
          contest step Oat x refuse | refuse and --ground belong together
          contest step Oat x post | expected one of [NOTIFY
          contest answer Oat x --reasons So | say either --reverse or --uphold
          town --port-base 99999 | portBase must be in 0..65000, was 99999
          town --folder plain | plain: is there already, and no folder
          bench nonsense | bench: runs from a source checkout only
          """)
  void wrong_inAnyWay_endsWithTwoAndOneLine(String words, String told) {
    var err = new ByteArrayOutputStream();
    String[] inFolder =
        Arrays.stream(words.split(" "))
            .map(word -> isFile(word) ? folder.resolve(word).toString() : word)
            .toArray(String[]::new);

    int code = run(err, inFolder);

    String said = err.toString(StandardCharsets.UTF_8);
    assertThat(said).as(words).contains(told).startsWith("wordborne: ").endsWith("\n");
    assertThat(said.lines()).hasSize(1);
    assertThat(code).isEqualTo(2);
  }

  private boolean isFile(String word) {
    return Files.exists(folder.resolve(word)) || word.equals("d");
  }

  @Test
  void run_faultOfOurs_isToldAsOne() {
    assertThat(FaultLine.of(new IllegalStateException("ours"))).isNull();
  }

  private static int run(ByteArrayOutputStream err, String... words) {
    PrintStream before = System.err;
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      return WordborneCommand.run(words);
    } finally {
      System.setErr(before);
    }
  }
}
