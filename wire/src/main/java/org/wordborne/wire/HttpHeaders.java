package org.wordborne.wire;

import java.util.ArrayList;
import java.util.List;

/// The header lines of an answer in the order in which they came; names compare without case.
///
/// @param lines name and value of each line
public record HttpHeaders(List<Line> lines) {
  /// One header line.
  ///
  /// @param name as it was sent
  /// @param value without the blanks around it
  public record Line(String name, String value) {}

  /// Copies the lines.
  public HttpHeaders {
    lines = List.copyOf(lines);
  }

  /// The first value of `name`, or "" when there is none.
  public String first(String name) {
    for (Line line : lines) {
      if (line.name().equalsIgnoreCase(name)) {
        return line.value();
      }
    }
    return "";
  }

  /// Every value of `name`.
  public List<String> all(String name) {
    var values = new ArrayList<String>();
    for (Line line : lines) {
      if (line.name().equalsIgnoreCase(name)) {
        values.add(line.value());
      }
    }
    return values;
  }
}
