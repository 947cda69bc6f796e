package org.wordborne.server.workspace;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Lines of CSV after RFC 4180 that no spreadsheet takes for formulas.
public final class CsvLine {
  /* Wide forms too: a spreadsheet set to Japanese or Chinese reads them as the narrow ones. */
  private static final String FORMULA_STARTS = "=+-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20";

  private CsvLine() {}

  /// One line with its end.
  public static String of(List<? extends @Nullable Object> cells) {
    return cells.stream().map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  /// A cell that begins like a formula gets a leading apostrophe; numbers stay numbers.
  static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    String text = value.toString();
    if (!(value instanceof Number)
        && !text.isEmpty()
        && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0) {
      text = "'" + text;
    }
    boolean quoted =
        text.indexOf(',') >= 0
            || text.indexOf('"') >= 0
            || text.indexOf('\n') >= 0
            || text.indexOf('\r') >= 0;
    return quoted ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
  }
}
