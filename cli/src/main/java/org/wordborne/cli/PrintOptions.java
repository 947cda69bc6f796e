package org.wordborne.cli;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Option;

/// How commands that print many print them, or that they only count (`@Mixin`).
public final class PrintOptions {
  static final List<String> FORMATS = List.of("jsonl", "csv", "table");

  @Option(
      names = "--format",
      paramLabel = "jsonl|csv|table",
      description = "How they are printed (default: jsonl); people have no table.")
  String format = "jsonl";

  @Option(names = "--count", description = "Print {\"count\"} alone.")
  boolean count;

  /// Refuses a format that is none of `formats`.
  void check(List<String> formats) {
    if (!formats.contains(format)) {
      throw new CommandException("--format " + format + ": use " + String.join(" or ", formats));
    }
  }

  /// Prints `export`, or counts it.
  void print(Export export) throws IOException {
    if (count) {
      export.count();
    } else {
      export.print(format);
    }
  }
}
