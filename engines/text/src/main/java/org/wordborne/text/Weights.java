package org.wordborne.text;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// All that was learned: the two tables, what their columns mean, and the lines of calibration.
///
/// @param languages what the columns of the language table stand for
/// @param languageHead its scales and starts
/// @param language weights of character grams and words for languages
/// @param judgementHead scales and starts of the judgement columns
/// @param judgement weights of words and grams for all judgements
/// @param lines calibrations and lines, by name
@SuppressWarnings("ArrayRecordComponent")
record Weights(
    List<String> languages,
    Scales languageHead,
    Table language,
    Scales judgementHead,
    Table judgement,
    Map<String, float[]> lines) {
  private static final int MAGIC = 0x574F5244;
  private static final int VERSION = 1;

  /// How the small numbers of a table become log odds.
  static final class Scales {
    final float[] scale;
    final float[] start;

    Scales(float[] scale, float[] start) {
      this.scale = scale;
      this.start = start;
    }

    int columns() {
      return scale.length;
    }
  }

  /// Returns the calibration of a name.
  float[] line(String name) {
    float[] line = lines.get(name);
    if (line == null) {
      throw new IllegalStateException("weights have no calibration '" + name + "'");
    }
    return line;
  }

  /// Returns the compressed form that ships.
  byte[] toBytes() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(new GZIPOutputStream(bytes, 1 << 16))) {
      out.writeInt(MAGIC);
      out.writeInt(VERSION);
      out.writeUTF(String.join(" ", languages));
      write(out, languageHead);
      language.write(out);
      write(out, judgementHead);
      judgement.write(out);
      out.writeInt(lines.size());
      for (var line : new TreeMap<>(lines).entrySet()) {
        out.writeUTF(line.getKey());
        writeFloats(out, line.getValue());
      }
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot fail to be written", e);
    }
    return bytes.toByteArray();
  }

  /// Reads the compressed form.
  ///
  /// @throws IOException if it is not one, or of another version
  static Weights read(InputStream compressed) throws IOException {
    var in =
        new DataInputStream(
            new BufferedInputStream(new GZIPInputStream(compressed, 1 << 16), 1 << 16));
    if (in.readInt() != MAGIC || in.readInt() != VERSION) {
      throw new IOException("not weights of version " + VERSION);
    }
    var languages = List.of(in.readUTF().split(" "));
    var languageHead = readScales(in);
    var language = Table.read(in);
    var judgementHead = readScales(in);
    var judgement = Table.read(in);
    var lines = new TreeMap<String, float[]>();
    for (int left = in.readInt(); left > 0; left--) {
      lines.put(in.readUTF(), readFloats(in));
    }
    return new Weights(languages, languageHead, language, judgementHead, judgement, lines);
  }

  private static void write(DataOutputStream out, Scales scales) throws IOException {
    writeFloats(out, scales.scale);
    writeFloats(out, scales.start);
  }

  private static Scales readScales(DataInputStream in) throws IOException {
    float[] scale = readFloats(in);
    return new Scales(scale, readFloats(in));
  }

  private static void writeFloats(DataOutputStream out, float[] values) throws IOException {
    out.writeInt(values.length);
    for (float value : values) {
      out.writeFloat(value);
    }
  }

  private static float[] readFloats(DataInputStream in) throws IOException {
    float[] values = new float[in.readInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readFloat();
    }
    return values;
  }
}
