package org.wordborne.server.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Records of a CSV file after RFC 4180, with comma, semicolon or tab: whichever the first line
/// has most of. Lines that are no UTF-8 are read as windows-1252 ([LineDecoder]).
final class CsvReader {
  private static final int LONGEST_CELL = 1 << 20;
  private static final char MARK = '\uFEFF';

  private final LineDecoder text;
  private final BufferedReader in;
  private char separator;
  private long lines;
  private long line;

  CsvReader(InputStream in) throws IOException {
    text = new LineDecoder(in);
    this.in = new BufferedReader(text, 1 << 16);
    separator = guess();
  }

  /// The line on which the last record begins.
  long line() {
    return line;
  }

  /// Lines so far that were no UTF-8.
  long foreignLines() {
    return text.foreignLines();
  }

  /// The next record, or null behind the last.
  @Nullable List<String> next() throws IOException {
    int first = in.read();
    if (first < 0) {
      return null;
    }
    line = lines + 1;
    var record = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (int c = first; ; c = in.read()) {
      if (c == '\n') {
        lines++;
      }
      if (c < 0 || (!quoted && c == '\n')) {
        record.add(end(cell));
        lines += c < 0 ? 1 : 0;
        return record;
      } else if (c == '"') {
        quoted = quote(cell, quoted);
      } else if (!quoted && c == separator) {
        record.add(cell.toString());
        cell.setLength(0);
      } else if (cell.length() < LONGEST_CELL) {
        cell.append((char) c);
      }
    }
  }

  /// A quote begins or ends a quoted part; two inside one are a quote.
  private boolean quote(StringBuilder cell, boolean quoted) throws IOException {
    if (!quoted) {
      boolean begins = cell.isEmpty();
      if (!begins) {
        cell.append('"');
      }
      return begins;
    }
    in.mark(1);
    int next = in.read();
    if (next == '"') {
      cell.append('"');
      return true;
    }
    if (next >= 0) {
      in.reset();
    }
    return false;
  }

  private static String end(StringBuilder cell) {
    int length = cell.length();
    return length > 0 && cell.charAt(length - 1) == '\r'
        ? cell.substring(0, length - 1)
        : cell.toString();
  }

  private char guess() throws IOException {
    in.mark(1 << 14);
    if (in.read() != MARK) {
      in.reset();
    }
    in.mark(1 << 14);
    int[] counts = new int[3];
    String separators = ",;\t";
    for (int i = 0, c = in.read(); i < 1 << 13 && c >= 0 && c != '\n'; i++, c = in.read()) {
      int which = separators.indexOf(c);
      if (which >= 0) {
        counts[which]++;
      }
    }
    in.reset();
    int best = counts[1] > counts[0] ? 1 : 0;
    return separators.charAt(counts[2] > counts[best] ? 2 : best);
  }
}
