package org.wordborne.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads the files that the `text` commands take: lines, JSON Lines, labelled rows; packed or not.
final class TextCommandLines {
  private static final JsonFactory JSON = new JsonFactory();

  private TextCommandLines() {}

  /// A text and the language that its channel names, `""` for none.
  record Text(String text, String language) {}

  /// Opens a file, or standard input for `-`.
  static BufferedReader open(String file) throws IOException {
    InputStream plain = PackedInput.of(file, stream(file));
    return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
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

  /// Reads one line: a JSON object where it begins with a brace, else a text as it is.
  static Text text(String file, int number, String line) {
    if (line.charAt(0) != '{') {
      return new Text(line, "");
    }
    try (var parser = JSON.createParser(ObjectReadContext.empty(), line)) {
      return fields(parser, file, number);
    } catch (JacksonException e) {
      throw wrong(file, number, "no JSON object: " + e.getOriginalMessage());
    }
  }

  private static Text fields(JsonParser parser, String file, int number) {
    String text = "";
    String language = "";
    boolean found = false;
    parser.nextToken();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("text") && value == JsonToken.VALUE_STRING) {
        text = parser.getString();
        found = true;
      } else if (name.equals("language") && value == JsonToken.VALUE_STRING) {
        language = parser.getString();
      } else {
        parser.skipChildren();
      }
    }
    if (!found) {
      throw wrong(file, number, "\"text\" must be a string, and is missing");
    }
    return new Text(text, language);
  }

  /// Reads the rows of a TSV.
  static List<List<String>> rows(String file) throws IOException {
    var rows = new ArrayList<List<String>>();
    try (BufferedReader lines = open(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        rows.add(List.of(line.split("\t", -1)));
      }
    }
    return rows;
  }

  /// Returns what to throw for a line that is wrong.
  static CommandException wrong(String file, int number, String reason) {
    return new CommandException(file + ", line " + number + ": " + reason);
  }
}
