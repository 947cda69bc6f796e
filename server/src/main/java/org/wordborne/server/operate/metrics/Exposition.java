package org.wordborne.server.operate.metrics;

import java.util.Locale;

/// Writes Prometheus's text format 0.0.4: each family with its help and type, then its samples.
///
/// ```java
/// var out = new Exposition();
/// out.family("wordborne_sources", Type.GAUGE, "Sources by state.");
/// out.sample(3, "state", "hearing");
/// ```
final class Exposition {
  private final StringBuilder text = new StringBuilder();
  private String name = "";

  /// What a family's numbers do.
  enum Type {
    /// Only ever grows, until the process or the data begin anew.
    COUNTER,
    /// Goes up and down.
    GAUGE,
    /// Counts by bounds.
    HISTOGRAM
  }

  /// Begins a family; its samples follow.
  void family(String family, Type type, String help) {
    name = family;
    text.append("# HELP ").append(family).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(family).append(' ');
    text.append(type.name().toLowerCase(Locale.ROOT)).append('\n');
  }

  /// A sample of the family; `labels` are names and values in turn.
  void sample(double value, String... labels) {
    part("", value, labels);
  }

  /// A sample of a part of the family, as `_bucket`.
  void part(String suffix, double value, String... labels) {
    text.append(name).append(suffix);
    for (int i = 0; i < labels.length; i += 2) {
      text.append(i == 0 ? '{' : ',').append(labels[i]).append("=\"");
      escape(labels[i + 1]);
      text.append('"');
    }
    text.append(labels.length > 0 ? "} " : " ").append(number(value)).append('\n');
  }

  private void escape(String value) {
    for (int i = 0; i < value.length(); i++) {
      switch (value.charAt(i)) {
        case '\\' -> text.append("\\\\");
        case '"' -> text.append("\\\"");
        case '\n' -> text.append("\\n");
        default -> text.append(value.charAt(i));
      }
    }
  }

  /// A number as the format has it: whole ones without a point.
  static String number(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "+Inf" : "-Inf";
    }
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? Long.toString((long) value) : Double.toString(value);
  }

  /// All of it.
  String text() {
    return text.toString();
  }
}
