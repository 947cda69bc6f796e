package org.wordborne.server.operate.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// Writes the records of a backup: the manifest, section by section, and what closes it.
final class SectionOutput {
  static final byte MANIFEST = 'M';
  static final byte START = 'S';
  static final byte DATA = 'D';
  static final byte END = 'E';
  static final byte CLOSING = 'Z';
  private static final int PIECE = 1 << 16;

  private final OutputStream out;
  private final MessageDigest all = Chunks.sha256();
  private final List<TableSum> tables = new ArrayList<>();
  private int sections;
  private long rows;

  SectionOutput(OutputStream out, Manifest manifest) throws IOException {
    this.out = out;
    record(MANIFEST, Chunks.JSON.writeValueAsBytes(manifest));
  }

  /// Where the bytes of a section come from.
  @FunctionalInterface
  interface Filling {
    void fill(Body body) throws IOException;
  }

  /// A section as it is written.
  final class Body {
    private final MessageDigest hash = Chunks.sha256();
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private final OutputStream packed =
        new DeflaterOutputStream(new Pieces(), deflater, PIECE, false);
    private long lines;
    private long bytes;

    /// Writes a line of its own.
    void line(byte[] line) throws IOException {
      write(line);
      lines++;
    }

    /// Writes bytes that are no lines.
    void write(byte[] some) throws IOException {
      hash.update(some);
      packed.write(some);
      bytes += some.length;
    }

    private Section.End end() throws IOException {
      packed.close();
      deflater.end();
      byte[] sum = hash.digest();
      all.update(sum);
      return new Section.End(sections, lines, bytes, HexFormat.of().formatHex(sum));
    }
  }

  /// Writes a section; returns how many lines it has.
  long section(Section section, Filling filling) throws IOException {
    record(START, Chunks.JSON.writeValueAsBytes(section));
    var body = new Body();
    filling.fill(body);
    Section.End end = body.end();
    record(END, Chunks.JSON.writeValueAsBytes(end));
    sections++;
    rows += end.rows();
    return end.rows();
  }

  /// Says what a table comes to in all its sections.
  void sum(TableSum table) {
    tables.add(table);
  }

  /// Writes the last record.
  Section.Closing close() throws IOException {
    var closing =
        new Section.Closing(sections, rows, tables, HexFormat.of().formatHex(all.digest()));
    record(CLOSING, Chunks.JSON.writeValueAsBytes(closing));
    return closing;
  }

  private void record(byte type, byte[] bytes) throws IOException {
    record(type, bytes, 0, bytes.length);
  }

  private void record(byte type, byte[] bytes, int from, int length) throws IOException {
    out.write(ByteBuffer.allocate(1 + Integer.BYTES).put(type).putInt(length).array());
    out.write(bytes, from, length);
  }

  /* Compressed bytes as they come out of the deflater. */
  private final class Pieces extends OutputStream {
    @Override
    public void write(int one) throws IOException {
      record(DATA, new byte[] {(byte) one});
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      record(DATA, bytes, from, length);
    }

    @Override
    public void flush() {
      // The chunks below are sent when they are full.
    }
  }
}
