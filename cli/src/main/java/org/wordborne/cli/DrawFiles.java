package org.wordborne.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.wordborne.effect.BeaconChain;
import org.wordborne.effect.Commitment;
import org.wordborne.effect.DrawException;
import org.wordborne.effect.EntryList;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The files that the `effect draw` commands take.
final class DrawFiles {
  private static final int SECRET_BYTES = 32;
  private static final int LARGEST = 1_000_000_000;

  private DrawFiles() {}

  static byte[] bytes(String file) throws IOException {
    try (var in = new BufferedInputStream(stream(file), 1 << 16)) {
      in.mark(2);
      boolean packed = in.read() == 0x1F && in.read() == 0x8B;
      in.reset();
      byte[] all = (packed ? new GZIPInputStream(in, 1 << 16) : in).readNBytes(LARGEST);
      if (all.length == LARGEST) {
        throw new CommandException(file + ": larger than 1 GB");
      }
      return all;
    }
  }

  private static InputStream stream(String file) throws IOException {
    if (file.equals("-")) {
      return System.in;
    }
    if (!Files.isReadable(Path.of(file)) || Files.isDirectory(Path.of(file))) {
      throw new CommandException(file + ": no such file, or it may not be read");
    }
    return Files.newInputStream(Path.of(file));
  }

  static String text(String file) throws IOException {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  /// Reads a list of lines; a file that begins with a brace is JSON Lines.
  static EntryList entries(String file) throws IOException {
    byte[] bytes = bytes(file);
    try {
      return EntryList.parse(bytes.length > 0 && bytes[0] == '{' ? lines(file, bytes) : bytes);
    } catch (DrawException wrong) {
      throw wrong(file, wrong);
    }
  }

  private static byte[] lines(String file, byte[] bytes) {
    var lines = new ByteArrayOutputStream(bytes.length);
    int number = 0;
    for (String line :
        (Iterable<String>) new String(bytes, StandardCharsets.UTF_8).lines()::iterator) {
      number++;
      var read = DrawEntryJson.read(file, number, line);
      lines.writeBytes(read.line().getBytes(StandardCharsets.UTF_8));
      lines.write('\n');
    }
    return lines.toByteArray();
  }

  /// Reads a chain, or gives quicknet where no file is named.
  static BeaconChain chain(String file) throws IOException {
    if (file.isEmpty()) {
      return BeaconChain.quicknet();
    }
    try {
      return DrawProofJson.chain(json(file, text(file))).checked();
    } catch (DrawException wrong) {
      throw wrong(file, wrong);
    } catch (IllegalArgumentException wrong) {
      throw new CommandException(file + ": " + wrong.getMessage());
    }
  }

  /// Reads a commitment: its text, or what `effect draw commit` printed.
  static Commitment commitment(String file) throws IOException {
    var text = text(file);
    if (text.startsWith("{")) {
      text = json(file, text).path("commitment").asString("");
    }
    try {
      return Commitment.parse(text);
    } catch (DrawException wrong) {
      throw wrong(file, wrong);
    }
  }

  static byte[] secret(String file) throws IOException {
    return hex(file, text(file).strip(), SECRET_BYTES);
  }

  static byte[] hex(String what, String text, int bytes) {
    if (!text.matches("[0-9a-f]{" + 2 * bytes + "}")) {
      throw new CommandException(
          what
              + ": must be "
              + 2 * bytes
              + " characters of 0-9 and a-f, was '"
              + shown(text)
              + "'");
    }
    return HexFormat.of().parseHex(text);
  }

  private static String shown(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }

  static JsonNode json(String file, String text) {
    try {
      return ServerConnection.JSON.readTree(text);
    } catch (JacksonException wrong) {
      var where = wrong.getLocation();
      throw TextCommandLines.wrong(
          file, where == null ? 1 : where.getLineNr(), "no JSON: " + wrong.getOriginalMessage());
    }
  }

  static CommandException wrong(String file, DrawException wrong) {
    return wrong.line() > 0
        ? TextCommandLines.wrong(file, wrong.line(), String.valueOf(wrong.getMessage()))
        : new CommandException(file + ": " + wrong.getMessage());
  }
}
