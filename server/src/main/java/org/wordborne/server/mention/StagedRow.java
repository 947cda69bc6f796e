package org.wordborne.server.mention;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of PostgreSQL's COPY text format, written value by value.
final class StagedRow {
  private final StringBuilder line;
  private boolean first = true;

  /// Appends to `lines`.
  StagedRow(StringBuilder lines) {
    this.line = lines;
  }

  StagedRow add(@Nullable Object value) {
    next();
    line.append(value == null ? "\\N" : value.toString());
    return this;
  }

  StagedRow add(boolean value) {
    next();
    line.append(value ? 't' : 'f');
    return this;
  }

  StagedRow add(@Nullable Instant value) {
    return add((Object) value);
  }

  StagedRow add(Collection<UUID> values) {
    next();
    line.append('{');
    String between = "";
    for (UUID value : values) {
      line.append(between).append(value);
      between = ",";
    }
    line.append('}');
    return this;
  }

  /// Text: what means something to COPY is escaped; NUL, which the database cannot keep, is left
  /// out.
  StagedRow text(String value) {
    next();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> line.append("\\\\");
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        case '\t' -> line.append("\\t");
        case '\0' -> {}
        default -> line.append(c);
      }
    }
    return this;
  }

  void end() {
    line.append('\n');
  }

  private void next() {
    if (!first) {
      line.append('\t');
    }
    first = false;
  }
}
