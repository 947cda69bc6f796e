package org.wordborne.server.mention;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of PostgreSQL's COPY text format, written value by value.
final class StagedRow {
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

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

  /// A time that somebody else tells: a year that no calendar of theirs shows is none. WordPress
  /// gives -0001 to what has no date, and the database reads no such year.
  StagedRow theirs(@Nullable Instant value) {
    boolean known = value != null && !value.isBefore(FIRST) && value.isBefore(END);
    return add(known ? value : null);
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
