package org.wordborne.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordborne.server.RunningServer;
import org.wordborne.server.ServerOptions;
import org.wordborne.server.ServerProcess;
import tools.jackson.databind.JsonNode;

/// The commands that bring posts in and out, on a folder whose server runs.
class PostCommandsTest {
  @TempDir private static Path folder;
  private static RunningServer server;

  @TempDir private Path files;

  /// What a command printed, and its exit code.
  private record Ran(int code, String out) {
    JsonNode json() {
      return ServerConnection.JSON.readTree(out);
    }
  }

  @BeforeAll
  static void start() {
    server = ServerProcess.start(ServerOptions.at(folder).withPort(0).withoutListening());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void import_withBadLines_countsAndListsThem() throws IOException {
    Path file =
        file("a.jsonl", "{\"id\":\"a1\",\"text\":\"alpha one\"}\n\n{bad\n{\"id\":\"a2\"}\n");

    var ran = run("import", file.toString());

    assertThat(ran.code).isZero();
    assertThat(ran.json().path("read").asInt()).isEqualTo(3);
    assertThat(ran.json().path("new").asInt()).isEqualTo(1);
    assertThat(ran.json().path("rejected").asInt()).isEqualTo(2);
    var rejected = Files.readAllLines(Path.of(file + ".rejected"));
    assertThat(rejected).hasSize(2);
    assertThat(rejected.getFirst()).startsWith("{\"line\":3,");
  }

  @Test
  void import_twice_doublesNothing() throws IOException {
    Path file = file("b.jsonl", "{\"id\":\"b1\",\"text\":\"bravo\"}\n");

    run("import", file.toString());
    var again = run("import", file.toString());

    assertThat(again.json().path("same").asInt()).isEqualTo(1);
    assertThat(count("bravo")).isEqualTo(1);
  }

  @Test
  void import_gzippedCsvWithMapping_takesTheColumns() throws IOException {
    Path file = files.resolve("c.csv.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("nr,body,who\n1,\"charlie, one\",Ann\n2,charlie two,Bo\n".getBytes());
    }

    var ran = run("import", file.toString(), "--mapping", "id=nr,text=body,author.name=who");

    assertThat(ran.json().path("new").asInt()).isEqualTo(2);
    assertThat(count("charlie AND author:Ann")).isEqualTo(1);
  }

  @Test
  void import_feedFile_takesItsEntries() throws IOException {
    Path file =
        file(
            "d.xml",
            "<rss version=\"2.0\"><channel><item><guid>d1</guid><description>delta</description>"
                + "</item></channel></rss>");

    assertThat(run("import", file.toString()).json().path("new").asInt()).isEqualTo(1);
    assertThat(count("delta channel:feed")).isEqualTo(1);
  }

  @Test
  void import_jsonList_takesItsElements() throws IOException {
    Path file = file("g.json", "[{\"id\":\"g1\",\"text\":\"india\"},\n{\"id\":\"g2\"}]");

    var ran = run("import", file.toString());

    assertThat(ran.json().path("new").asInt()).isEqualTo(1);
    assertThat(Files.readString(Path.of(file + ".rejected"))).startsWith("{\"line\":2,");
  }

  @Test
  void import_nothingToRead_endsWithTwo() throws IOException {
    assertThat(run("import", file("empty.jsonl", "").toString()).code).isEqualTo(2);
    assertThat(run("import", file("bad.jsonl", "no post\n").toString()).code).isEqualTo(2);
    assertThat(run("import", files.resolve("none.jsonl").toString()).code).isEqualTo(2);
  }

  @Test
  void search_inEveryFormat_printsWhatMatches() throws IOException {
    run("import", file("e.jsonl", "{\"id\":\"e1\",\"text\":\"=echo café\"}\n").toString());

    var line = run("search", "echo").json();
    var csv = run("search", "echo", "--format", "csv").out;
    var table = run("search", "echo", "--format", "table").out;

    assertThat(line.path("id").asString()).isEqualTo("e1");
    assertThat(line.path("mention").isString()).isTrue();
    assertThat(line.path("understanding").path("sentiment").has("label")).isTrue();
    assertThat(csv).contains("'=echo café");
    assertThat(table).contains("=echo café");
  }

  @Test
  void search_wrongQuery_endsWithTwo() {
    assertThat(run("search", "echo AND (").code).isEqualTo(2);
  }

  @Test
  void export_importedAgain_changesNothing() throws IOException {
    run("import", file("f.jsonl", "{\"id\":\"f1\",\"text\":\"foxtrot\"}\n").toString());

    Path exported = file("export.jsonl", run("export", "posts", "--query", "foxtrot").out);

    assertThat(run("import", exported.toString()).json().path("new").asInt()).isZero();
    assertThat(count("foxtrot")).isEqualTo(1);
  }

  @Test
  void topic_addedListedRemoved_isGone() {
    var added = run("topic", "add", "Golf", "golf OR hotel").json();

    assertThat(added.path("topic").asString()).isEqualTo("Golf");
    assertThat(run("topic", "list").out).contains(added.path("id").asString());
    assertThat(run("topic", "add", "Golf", "golf").code).isEqualTo(2);
    assertThat(run("topic", "remove", "golf").code).isZero();
    assertThat(run("topic", "list").out).doesNotContain("Golf");
  }

  @Test
  void source_addedPausedRemoved_isGone() {
    var added = run("source", "add", "webhook", "--name", "Hook").json();

    assertThat(added.path("webhookUrl").asString()).contains("/hooks/");
    assertThat(added.path("secret").asString()).startsWith("whsec_");
    assertThat(run("source", "pause", "hook").json().path("state").asString()).isEqualTo("resting");
    assertThat(run("source", "resume", "hook").json().path("state").asString()).isEqualTo("well");
    assertThat(run("source", "remove", "Hook").code).isZero();
    assertThat(run("source", "list").out).isEmpty();
  }

  @Test
  void source_addWithoutAddress_saysWhatIsMissing() {
    assertThat(run("source", "add", "feed").code).isEqualTo(2);
    assertThat(run("source", "add", "pigeon").code).isEqualTo(2);
  }

  @Test
  void source_proposalThatIsNotThere_endsWithTwo() {
    assertThat(run("source", "proposals").out).isEmpty();
    assertThat(run("source", "accept", "diary.example").code).isEqualTo(2);
    assertThat(run("source", "decline", "diary.example", "--always").code).isEqualTo(2);
  }

  @Test
  void thank_byHandTwice_isEnteredOnceAndExported() throws IOException {
    String post =
        "{\"id\":\"k1\",\"text\":\"kilo\",\"author\":{\"id\":\"kit\",\"name\":\"Kit\"}}\n";
    run("import", file("k.jsonl", post).toString());
    String mention = run("search", "kilo").json().path("mention").asString();

    var first = run("thank", mention, "--how", "gift", "--text", "beans").json();
    var again = run("thank", mention, "--how", "gift", "--text", "beans").json();

    assertThat(first.path("thanks").asLong()).isEqualTo(1);
    assertThat(again.path("thanks").asLong()).isEqualTo(1);
    assertThat(run("export", "thanks").json().path("name").asString()).isEqualTo("Kit");
    assertThat(run("export", "thanks", "--count").json().path("count").asLong()).isEqualTo(1);
    assertThat(run("export", "thanks", "--format", "csv").out).contains("gift,beans");
  }

  @Test
  void thank_wrongWayOrWord_endsWithTwo() {
    assertThat(run("thank", "nothing", "--how", "gift").code).isEqualTo(2);
    assertThat(run("thank", java.util.UUID.randomUUID().toString(), "--how", "gift").code)
        .isEqualTo(2);
  }

  private int count(String query) {
    return run("search", query, "--count").json().path("count").asInt();
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(files.resolve(name), text);
  }

  private static Ran run(String... words) {
    var all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--data", folder.toString()));
    var captured = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(captured, true, StandardCharsets.UTF_8));
    try {
      int code = WordborneCommand.run(all.toArray(String[]::new));
      return new Ran(code, captured.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(before);
    }
  }
}
