package org.wordborne.server.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.workspace.Journals.Line;

/// Books that are only written at their end.
class JournalsTest {
  private final Scope scope = ServerFixture.freshScope();
  private final SignedIn ines = new SignedIn(null, scope.workspace(), "Ines", "owner");
  private final Journals journals = ServerFixture.bean(Journals.class);

  @Test
  void write_oneLine_hashesAsItIsDescribed() throws Exception {
    Line line = write("note", "two\nlines \\ and more");

    String text =
        "0".repeat(64)
            + "\n1\n"
            + line.at().toString()
            + "\nInes\nnote\ntext=two\\nlines \\\\ and more\n";
    if (line.at().toString().length() == 24) {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      assertThat(line.hash()).isEqualTo(HexFormat.of().formatHex(hash));
    }
    assertThat(journals.read(scope, "test", line.about())).containsExactly(line);
  }

  @Test
  void write_fiftyAtOnce_numbersWithoutGapAndUnbroken() {
    IntStream.range(0, 50).parallel().forEach(i -> write("deed", "n" + i));

    assertThat(journals.read(scope, "test", null).stream().map(Line::number))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 50).mapToObj(i -> (long) i).toList());
    assertThat(journals.firstBroken(scope, "test")).isEmpty();
  }

  @Test
  void change_aLineThatStands_isRefusedByTheDatabase() {
    write("deed", "as it was");

    assertThatThrownBy(
            () -> sql("update journal_line set facts = 'text=otherwise' where book = 'test'"))
        .hasStackTraceContaining("permission denied");
    assertThatThrownBy(() -> sql("delete from journal_line where book = 'test'"))
        .hasStackTraceContaining("permission denied");
  }

  @Test
  void firstBroken_lineSlippedIn_isNamed() {
    write("deed", "one");
    sql(
        """
        insert into journal_line (workspace_id, book, number, id, about, at, by_name, deed, facts,
          prev, hash)
        select workspace_id, book, 2, id, about, at, by_name, deed, facts, hash, hash
        from journal_line where book = 'test'
        """);

    assertThat(journals.firstBroken(scope, "test").map(Line::number)).contains(2L);
  }

  private Line write(String deed, String text) {
    return ServerFixture.transactions()
        .in(
            scope,
            (JdbcClient tx) -> {
              var facts = new TreeMap<String, String>();
              facts.put("text", text);
              return journals.write(scope, tx, "test", UUID.randomUUID(), deed, facts, ines);
            });
  }

  private void sql(String statement) {
    ServerFixture.transactions().run(scope, tx -> tx.sql(statement).update());
  }
}
