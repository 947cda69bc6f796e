package org.wordborne.server.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.workspace.Journals.Head;
import org.wordborne.server.workspace.Journals.Line;

/// Books that are only written at their end.
class JournalsTest {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);
  private final Scope scope = ServerFixture.freshScope();
  private final SignedIn ines = new SignedIn(null, scope.workspace(), "Ines", "owner");
  private final Journals journals = ServerFixture.bean(Journals.class);

  @Test
  void write_oneLine_hashesAsItIsDescribed() throws Exception {
    Line line = write("note", "two\nlines \\ and more");

    String text =
        "0".repeat(64)
            + "\n1\n"
            + MILLIS.format(line.at())
            + "\nInes\nnote\ntext=two\\nlines \\\\ and more\n";
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    assertThat(line.hash()).isEqualTo(HexFormat.of().formatHex(hash));
    assertThat(journals.read(scope, "test", line.about())).containsExactly(line);
  }

  @Test
  void write_oneLine_isSignedWithTheKeyOfItsWorkspaceAlone() throws Exception {
    var before = journals.signer(scope);
    Line line = write("note", "signed");
    var key =
        KeyFactory.getInstance("Ed25519")
            .generatePublic(new X509EncodedKeySpec(HexFormat.of().parseHex(before.publicKey())));
    var signature = Signature.getInstance("Ed25519");
    signature.initVerify(key);
    signature.update(("wordborne-log-1\0test\0" + line.hash()).getBytes(StandardCharsets.US_ASCII));

    assertThat(signature.verify(HexFormat.of().parseHex(line.signature()))).isTrue();
    assertThat(journals.signer(scope)).isEqualTo(before);
    assertThat(journals.signer(ServerFixture.freshScope())).isNotEqualTo(before);
    assertThat(journals.head(scope, "test")).isEqualTo(new Head(1, line.hash(), line.signature()));
    assertThat(journals.head(scope, "nothing")).isEqualTo(new Head(0, "0".repeat(64), ""));
  }

  @Test
  void change_theKey_isRefusedByTheDatabase() {
    journals.signer(scope);

    assertThatThrownBy(() -> sql("update journal_key set public_key = 'x'"))
        .hasStackTraceContaining("permission denied");
    assertThatThrownBy(() -> sql("delete from journal_key"))
        .hasStackTraceContaining("permission denied");
  }

  @Test
  void write_fiftyAtOnce_numbersWithoutGapAndUnbroken() {
    IntStream.range(0, 50).parallel().forEach(i -> write("deed", "n" + i));

    assertThat(journals.read(scope, "test", null).stream().map(Line::number))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 50).mapToObj(i -> (long) i).toList());
    assertThat(journals.firstBroken(scope, "test")).isEmpty();
  }

  @Test
  void signer_fiftyAtOnce_isOne() {
    assertThat(IntStream.range(0, 50).parallel().mapToObj(_ -> journals.signer(scope)).distinct())
        .hasSize(1);
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
          prev, hash, signature)
        select workspace_id, book, 2, id, about, at, by_name, deed, facts, hash, hash, signature
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
