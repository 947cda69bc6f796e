package org.wordborne.server.operate.backup;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Reads the records of a backup, section by section, and refuses by name the first one that is
/// not what its end says.
final class SectionInput {
  private static final int MOST_RECORD = 1 << 24;
  private static final int PIECE = 1 << 16;
  private final InputStream in;
  private final MessageDigest all = Chunks.sha256();
  private final Manifest manifest;
  private @Nullable Section current;
  private int sections;
  private long rows;
  private byte type;
  private byte[] record = {};

  SectionInput(InputStream in) throws IOException {
    this.in = in;
    manifest = within(() -> parsed(SectionOutput.MANIFEST, "its manifest", Manifest.class));
  }

  /// Takes the bytes of a section.
  @FunctionalInterface
  interface Sink {
    void take(byte[] bytes, int length) throws IOException;
  }

  @FunctionalInterface
  private interface Reading<T> {
    T read() throws IOException;
  }

  Manifest manifest() {
    return manifest;
  }

  /// The next section, which has to be read before the one behind it; empty at the end.
  Optional<Section> next() throws IOException {
    current = null;
    return within(
        () -> {
          read();
          if (type == SectionOutput.CLOSING) {
            return Optional.empty();
          }
          Section section = parse(SectionOutput.START, "the start of a section", Section.class);
          current = section;
          return Optional.of(section);
        });
  }

  /// Reads the section that [#next] told of to its end.
  Section.End read(Sink sink) throws IOException {
    return within(() -> body(sink));
  }

  /// What closes the whole; to be asked for when there is no further section.
  ///
  /// @throws BackupException if it does not fit what was read
  Section.Closing closing() throws IOException {
    return within(
        () -> {
          var closing = parse(SectionOutput.CLOSING, "its closing record", Section.Closing.class);
          boolean fits =
              closing.sections() == sections
                  && closing.rows() == rows
                  && closing.sha256().equals(HexFormat.of().formatHex(all.digest()));
          if (!fits || in.read() >= 0) {
            throw new BackupException("its closing record does not fit what stands before it");
          }
          return closing;
        });
  }

  private Section.End body(Sink sink) throws IOException {
    MessageDigest hash = Chunks.sha256();
    long lines = 0;
    long bytes = 0;
    var inflater = new Inflater();
    var pieces = new Pieces();
    try (var plain = new InflaterInputStream(pieces, inflater, PIECE)) {
      byte[] piece = new byte[PIECE];
      for (int length = plain.read(piece); length >= 0; length = plain.read(piece)) {
        hash.update(piece, 0, length);
        bytes += length;
        lines += lineEnds(piece, length);
        sink.take(piece, length);
      }
      pieces.drain();
    } catch (ZipException | EOFException changed) {
      throw new BackupException("its bytes do not unpack", changed);
    } finally {
      inflater.end();
    }
    var end = parse(SectionOutput.END, "the end of a section", Section.End.class);
    byte[] sum = hash.digest();
    boolean fits =
        end.section() == sections
            && end.bytes() == bytes
            && (end.rows() == lines || isFile())
            && end.sha256().equals(HexFormat.of().formatHex(sum));
    if (!fits) {
      throw new BackupException("it is not what its end says");
    }
    all.update(sum);
    sections++;
    rows += end.rows();
    return end;
  }

  private boolean isFile() {
    Section section = current;
    return section != null && section.kind().equals(Section.FILE);
  }

  private static long lineEnds(byte[] bytes, int length) {
    long count = 0;
    for (int i = 0; i < length; i++) {
      if (bytes[i] == '\n') {
        count++;
      }
    }
    return count;
  }

  private void read() throws IOException {
    byte[] head = in.readNBytes(1 + Integer.BYTES);
    if (head.length < 1 + Integer.BYTES) {
      throw new BackupException("it ends without its closing record");
    }
    type = head[0];
    int length = ByteBuffer.wrap(head, 1, Integer.BYTES).getInt();
    if (length < 0 || length > MOST_RECORD) {
      throw new BackupException("a record of " + length + " bytes stands in it");
    }
    record = in.readNBytes(length);
    if (record.length < length) {
      throw new BackupException("it ends within a record");
    }
  }

  private <T> T parsed(byte wanted, String what, Class<T> kind) throws IOException {
    read();
    return parse(wanted, what, kind);
  }

  private <T> T parse(byte wanted, String what, Class<T> kind) {
    if (type != wanted) {
      throw new BackupException(what + " is not where it belongs");
    }
    try {
      return Chunks.JSON.readValue(record, kind);
    } catch (JacksonException other) {
      throw new BackupException(what + " cannot be read", other);
    }
  }

  /* Names the part in which something is wrong. */
  private <T> T within(Reading<T> reading) throws IOException {
    try {
      return reading.read();
    } catch (BackupException wrong) {
      Section section = current;
      throw section == null || String.valueOf(wrong.getMessage()).contains(", in ")
          ? wrong
          : new BackupException(wrong.getMessage() + ", in " + section.told(), wrong);
    }
  }

  /* The compressed bytes of one section, record after record. */
  private final class Pieces extends InputStream {
    private int at;

    Pieces() throws IOException {
      SectionInput.this.read();
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
      while (type == SectionOutput.DATA && at == record.length) {
        SectionInput.this.read();
        at = 0;
      }
      if (type != SectionOutput.DATA) {
        return -1;
      }
      int count = Math.min(length, record.length - at);
      System.arraycopy(record, at, to, from, count);
      at += count;
      return count;
    }

    /* Behind the end of what unpacks nothing more may stand. */
    void drain() throws IOException {
      if (type == SectionOutput.DATA && at < record.length) {
        throw new BackupException("bytes follow its end");
      }
      if (type == SectionOutput.DATA) {
        SectionInput.this.read();
      }
      if (type == SectionOutput.DATA) {
        throw new BackupException("bytes follow its end");
      }
    }
  }
}
