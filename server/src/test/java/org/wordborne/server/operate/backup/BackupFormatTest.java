package org.wordborne.server.operate.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class BackupFormatTest {
  private static final String WORDS = "open sesame and shut";
  private static final String WORKSPACE = "0192aaaa-0000-7000-8000-000000000001";
  private static final int HEAD = "wordborne-backup\n".length();
  @TempDir private Path folder;

  @ParameterizedTest(name = "passphrase {0}")
  @NullSource
  @ValueSource(strings = WORDS)
  void check_asWritten_holdsWhatWasPutIn(String passphrase) throws IOException {
    var contents = file(written(passphrase, 3), passphrase).check();

    assertThat(contents.rows()).isEqualTo(3);
    assertThat(contents.sections()).isEqualTo(2);
    assertThat(contents.manifest().workspaces()).containsExactly(WORKSPACE);
    assertThat(file(written(passphrase, 3), passphrase).files().get("secret.key"))
        .isEqualTo(bytes("the key"));
  }

  /// The page `docs/backup-format.md` read by hand: no class of ours but the writer.
  @Test
  void bytes_withoutPassphrase_areAsThePageSays() throws Exception {
    var in = ByteBuffer.wrap(written(null, 1));
    byte[] magic = new byte[17];
    in.get(magic);
    byte[] head = new byte[in.getInt()];
    in.get(head);
    byte[] headHash = new byte[32];
    in.get(headHash);
    long number = in.getLong();
    byte[] chunk = new byte[in.getInt()];
    byte last = in.get();
    in.get(chunk);
    byte[] seal = new byte[32];
    in.get(seal);

    assertThat(new String(magic, StandardCharsets.US_ASCII)).isEqualTo("wordborne-backup\n");
    assertThat(headHash).isEqualTo(sha256(head));
    assertThat(JsonMapper.shared().readTree(head).path("number").asInt()).isEqualTo(4);
    assertThat(number).isZero();
    assertThat(last).isEqualTo((byte) 1);
    assertThat(in.remaining()).isZero();
    byte[] frame = ByteBuffer.allocate(13).putLong(0).putInt(chunk.length).put((byte) 1).array();
    assertThat(seal).isEqualTo(sha256(headHash, frame, chunk));
    assertThat((char) chunk[0]).isEqualTo('M');
  }

  @Test
  void check_anyByteFlipped_isRefused() throws IOException {
    byte[] good = written(null, 3);
    for (int at = 0; at < good.length; at++) {
      byte[] bad = good.clone();
      bad[at] ^= 0x10;
      var file = file(bad, null);
      assertThatThrownBy(file::check).as("byte %d", at).isInstanceOf(BackupException.class);
    }
  }

  @Test
  void check_anyByteFlippedOfAClosedOne_isRefused() throws IOException {
    byte[] good = written(WORDS, 3);
    var chance = new SplittableRandom(5);
    for (int tries = 0; tries < 25; tries++) {
      byte[] bad = good.clone();
      int at = chance.nextInt(good.length);
      bad[at] ^= (byte) (1 << chance.nextInt(8));
      var file = file(bad, WORDS);
      assertThatThrownBy(file::check).as("byte %d", at).isInstanceOf(BackupException.class);
    }
  }

  @Test
  void check_cutAnywhere_isRefused() throws IOException {
    byte[] good = written(null, 3);
    for (int length = 0; length < good.length; length++) {
      var file = file(Arrays.copyOf(good, length), null);
      assertThatThrownBy(file::check).as("%d bytes", length).isInstanceOf(BackupException.class);
    }
  }

  @ParameterizedTest(name = "passphrase {0}")
  @NullSource
  @ValueSource(strings = WORDS)
  void check_partsMovedOrMissing_namesThePart(String passphrase) throws IOException {
    byte[] good = written(passphrase, 120_000);
    List<byte[]> parts = parts(good, passphrase);
    assertThat(parts.size()).isGreaterThan(4);
    var swapped = new ArrayList<>(parts);
    swapped.set(2, parts.get(3));
    swapped.set(3, parts.get(2));
    var without = new ArrayList<>(parts);
    without.remove(2);
    var changed = new ArrayList<>(parts);
    changed.set(2, parts.get(2).clone());
    changed.get(2)[500] ^= 1;

    assertRefused(joined(swapped), passphrase, "chunk 2 stands where chunk 1 belongs");
    assertRefused(joined(without), passphrase, "chunk 2 stands where chunk 1 belongs");
    assertRefused(
        joined(changed), passphrase, "chunk 1 was changed, in table mention of workspace 0192aaaa");
    assertRefused(
        joined(parts.subList(0, 3)),
        passphrase,
        "it is cut: it ends before chunk 2, in table mention");
    assertRefused(joined(List.of(good, new byte[] {1})), passphrase, "bytes follow its last chunk");
  }

  @Test
  void check_chunkOfAnotherBackup_isRefused() throws IOException {
    List<byte[]> one = new ArrayList<>(parts(written(WORDS, 120_000), WORDS));
    List<byte[]> other = parts(written(WORDS, 120_000), WORDS);
    one.set(2, other.get(2));

    assertRefused(joined(one), WORDS, "chunk 1 was changed");
  }

  @Test
  void check_wrongOrNoPassphrase_saysSo() throws IOException {
    byte[] closed = written(WORDS, 3);

    assertRefused(
        closed, "open sesame and shot", "the passphrase is not the one it was closed with");
    assertRefused(closed, null, "it is closed by a passphrase");
    assertThat(new String(closed, StandardCharsets.ISO_8859_1))
        .doesNotContain("the key", WORKSPACE);
  }

  @Test
  void check_foreignFileOrNewerFormat_saysSo() throws IOException {
    assertRefused(bytes("PK\3\4 a zip file"), null, "it is no backup of Wordborne");
    byte[] json = bytes("{\"format\":2,\"whatever\":true}");
    byte[] newer =
        joined(
            List.of(
                bytes("wordborne-backup\n"),
                ByteBuffer.allocate(4).putInt(json.length).array(),
                json,
                Chunks.sha256().digest(json)));
    assertRefused(newer, null, "it is in format 2, and this program reads format 1");
  }

  @Test
  void fresh_shortPassphrase_isRefused() {
    assertThatThrownBy(() -> BackupKey.fresh("seven77", "00", new SecureRandom()))
        .hasMessage("a passphrase has at least 8 characters");
  }

  @Test
  void sum_sameRowsInAnyOrder_isTheSame() {
    var one = new RowDigest();
    List.of("a\n", "b\n", "b\n").forEach(row -> one.add(bytes(row)));
    var other = new RowDigest();
    List.of("b\n", "a\n", "b\n").forEach(row -> other.add(bytes(row)));
    var less = new RowDigest();
    List.of("b\n", "a\n", "a\n").forEach(row -> less.add(bytes(row)));

    assertThat(one.sum("t")).isEqualTo(other.sum("t")).isNotEqualTo(less.sum("t"));
  }

  private void assertRefused(byte[] bytes, @Nullable String passphrase, String why)
      throws IOException {
    var file = file(bytes, passphrase);
    assertThatThrownBy(file::check)
        .isInstanceOf(BackupException.class)
        .hasMessageStartingWith(file.path() + ": ")
        .hasMessageContaining(why);
  }

  private BackupFile file(byte[] bytes, @Nullable String passphrase) throws IOException {
    Path path = folder.resolve("some.wbb");
    Files.write(path, bytes);
    return new BackupFile(path, passphrase);
  }

  /* A file, and a table of rows that do not compress: some 50 bytes each. */
  private static byte[] written(@Nullable String passphrase, int rows) throws IOException {
    var out = new ByteArrayOutputStream();
    byte[] id = new byte[16];
    new SecureRandom().nextBytes(id);
    String name = java.util.HexFormat.of().formatHex(id);
    var key = passphrase == null ? null : BackupKey.fresh(passphrase, name, new SecureRandom());
    var head =
        new BackupHead(
            1,
            name,
            4,
            Instant.parse("2026-11-22T03:00:00Z"),
            "0.1.0",
            "116",
            key == null ? null : key.lock());
    var chunks = new ChunkOutput(out, head, key);
    var table = new Manifest.Table("mention", List.of("text"), true);
    var manifest = new Manifest("18.6", List.of(WORKSPACE), List.of(), List.of(table), List.of());
    var sections = new SectionOutput(chunks, manifest);
    sections.section(
        new Section(Section.FILE, "secret.key", null), body -> body.write(bytes("the key")));
    var digest = new RowDigest();
    var chance = new SplittableRandom(3);
    sections.section(
        new Section(Section.TABLE, "mention", WORKSPACE),
        body -> {
          for (int row = 0; row < rows; row++) {
            var line = new StringBuilder();
            for (int word = 0; word < 5; word++) {
              line.append(Long.toString(chance.nextLong(), 36)).append('\t');
            }
            byte[] bytes = bytes(line.append('\n').toString());
            digest.add(bytes);
            body.line(bytes);
          }
        });
    sections.sum(digest.sum("mention"));
    sections.close();
    chunks.finish();
    return out.toByteArray();
  }

  /* Head, then chunk after chunk. */
  private static List<byte[]> parts(byte[] whole, @Nullable String passphrase) {
    var parts = new ArrayList<byte[]>();
    var in = ByteBuffer.wrap(whole);
    int head = HEAD + 4 + in.getInt(HEAD) + 32;
    parts.add(Arrays.copyOf(whole, head));
    for (int at = head; at < whole.length; ) {
      int end = at + 13 + in.getInt(at + 8) + (passphrase == null ? 32 : 16);
      parts.add(Arrays.copyOfRange(whole, at, end));
      at = end;
    }
    return parts;
  }

  private static byte[] joined(List<byte[]> parts) {
    var all = new ByteArrayOutputStream();
    parts.forEach(all::writeBytes);
    return all.toByteArray();
  }

  private static byte[] sha256(byte[]... parts) throws Exception {
    var hash = MessageDigest.getInstance("SHA-256");
    for (byte[] part : parts) {
      hash.update(part);
    }
    return hash.digest();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
