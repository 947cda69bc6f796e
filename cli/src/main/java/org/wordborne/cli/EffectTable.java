package org.wordborne.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A table with a header: what stands between columns is seen from the header (`,` `;` or a tab);
/// values may be quoted, the file may be packed.
final class EffectTable {
  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9.]+([eE][-+]?[0-9]+)?");

  private final String file;
  private final List<String> header;
  private final List<List<String>> rows;

  private EffectTable(String file, List<String> header, List<List<String>> rows) {
    this.file = file;
    this.header = header;
    this.rows = rows;
  }

  static EffectTable read(String file) throws IOException {
    try (var lines = TextCommandLines.open(file)) {
      var first = lines.readLine();
      if (first == null) {
        throw new CommandException(file + ": is empty; a header and rows are needed");
      }
      char between = between(first);
      var header = fields(first.replaceFirst("^\\uFEFF", ""), between);
      var rows = new ArrayList<List<String>>();
      int number = 1;
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        var row = line.isBlank() ? List.<String>of() : fields(line, between);
        if (!row.isEmpty() && row.size() != header.size()) {
          throw TextCommandLines.wrong(
              file,
              number,
              "has %d columns, the header has %d".formatted(row.size(), header.size()));
        }
        rows.add(row);
      }
      return new EffectTable(file, header, rows);
    }
  }

  private static char between(String header) {
    if (header.indexOf(';') >= 0) {
      return ';';
    }
    return header.indexOf('\t') >= 0 && header.indexOf(',') < 0 ? '\t' : ',';
  }

  private static List<String> fields(String line, char between) {
    var fields = new ArrayList<String>();
    var field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        boolean twice = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
        if (twice) {
          field.append('"');
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (c == between && !quoted) {
        fields.add(field.toString().strip());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString().strip());
    return fields;
  }

  String file() {
    return file;
  }

  /// How many lines follow the header, empty ones included.
  int size() {
    return rows.size();
  }

  /// Whether row `row`, from 0, is an empty line.
  boolean isEmpty(int row) {
    return rows.get(row).isEmpty();
  }

  int column(String name) {
    int column = header.indexOf(name);
    if (column < 0) {
      throw TextCommandLines.wrong(
          file, 1, "there is no column '" + name + "'; there are " + String.join(", ", header));
    }
    return column;
  }

  String text(int row, int column) {
    return rows.get(row).get(column);
  }

  double number(int row, int column) {
    var text = text(row, column);
    if (!NUMBER.matcher(text).matches()) {
      throw wrong(row, header.get(column) + " '" + text + "' must be a number");
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException twoPoints) {
      throw wrong(row, header.get(column) + " '" + text + "' must be a number");
    }
  }

  CommandException wrong(int row, String reason) {
    return TextCommandLines.wrong(file, row + 2, reason);
  }
}
