package org.wordborne.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// Reads CSV with a header, row after row: no quotes, columns by name.
final class SpreadTable implements AutoCloseable {
  private final String file;
  private final BufferedReader lines;
  private final List<String> header;
  private int number = 1;
  private String[] row = {};

  SpreadTable(String file) throws IOException {
    this.file = file;
    this.lines = TextCommandLines.open(file);
    String first = lines.readLine();
    if (first == null || first.isBlank()) {
      throw new CommandException(file + ": is empty; the first line must name the columns");
    }
    String plain = first.charAt(0) == '\uFEFF' ? first.substring(1) : first;
    this.header = List.of(plain.strip().toLowerCase(Locale.ROOT).split(" *, *", -1));
  }

  /// Which column has one of the names, or -1.
  int column(String... names) {
    for (String name : names) {
      if (header.contains(name)) {
        return header.indexOf(name);
      }
    }
    return -1;
  }

  int columns() {
    return header.size();
  }

  /// Goes to the next row that is not empty; false at the end.
  boolean next() throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank()) {
        row = line.strip().split(" *, *", -1);
        if (row.length != header.size()) {
          throw wrong("must have %d columns, has %d".formatted(header.size(), row.length));
        }
        return true;
      }
    }
    return false;
  }

  String word(int column) {
    return row[column];
  }

  double number(int column) {
    try {
      double value = Double.parseDouble(row[column]);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below, like what is no finite number
    }
    throw wrong("%s must be a number, was '%s'".formatted(header.get(column), row[column]));
  }

  double notNegative(int column) {
    double value = number(column);
    if (value < 0) {
      throw wrong("%s must not be negative, was %s".formatted(header.get(column), row[column]));
    }
    return value;
  }

  CommandException wrong(String reason) {
    return TextCommandLines.wrong(file, number, reason);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
