package org.wordborne.server.workspace.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/* The one archive that the server opens by itself. */
class PostgresBinariesTest {
  @TempDir private Path shelf;

  /* kind, name, link; "." stands for an entry with words in it. */
  record Packed(byte kind, String name, String link) {}

  static Stream<List<Packed>> hostile() {
    return Stream.of(
        List.of(file("../outside")),
        List.of(file("bin/../../outside")),
        List.of(file("/tmp/wordborne-outside")),
        List.of(link("bin/x", "../../outside")),
        List.of(link("bin/x", "/etc/passwd")),
        List.of(link("lib", "."), file("lib/postgres")),
        List.of(new Packed(TarConstants.LF_LINK, "bin/x", "/etc/passwd")),
        List.of(new Packed(TarConstants.LF_CHR, "bin/x", "")),
        List.of(new Packed(TarConstants.LF_FIFO, "bin/x", "")),
        List.of(file("bin/x"), file("bin/x")));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void unpack_entryThatLeadsOutOrThrough_isRefusedAndLeavesNothing(List<Packed> entries)
      throws IOException {
    Path outside = shelf.resolveSibling("outside");

    assertThatThrownBy(() -> PostgresBinaries.unpack(archive(entries), shelf.resolve("postgres-1")))
        .isInstanceOf(IOException.class);

    assertThat(outside).doesNotExist();
    assertThat(Path.of("/tmp/wordborne-outside")).doesNotExist();
    try (var left = Files.list(shelf)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void unpack_fileAndLinkInside_arePlaced() throws IOException {
    var entries = List.of(file("lib/libpq.so.5"), link("lib/libpq.so", "libpq.so.5"));

    Path home = PostgresBinaries.unpack(archive(entries), shelf.resolve("postgres-1"));

    assertThat(home.resolve("lib/libpq.so")).hasContent("words");
  }

  private static Packed file(String name) {
    return new Packed(TarConstants.LF_NORMAL, name, "");
  }

  private static Packed link(String name, String to) {
    return new Packed(TarConstants.LF_SYMLINK, name, to);
  }

  private static ByteArrayInputStream archive(List<Packed> entries) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(new XZCompressorOutputStream(bytes))) {
      for (Packed packed : entries) {
        var entry = new TarArchiveEntry(packed.name(), packed.kind(), true);
        byte[] words = "words".getBytes(StandardCharsets.UTF_8);
        boolean holds = packed.kind() == TarConstants.LF_NORMAL;
        entry.setLinkName(packed.link());
        entry.setSize(holds ? words.length : 0);
        tar.putArchiveEntry(entry);
        tar.write(holds ? words : new byte[0]);
        tar.closeArchiveEntry();
      }
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }
}
