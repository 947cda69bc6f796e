package org.wordborne.server.operate.backup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One part of a backup: a file, rows of a table, or the places of the sequences.
///
/// @param kind `file`, `table` or `sequences`
/// @param name of the file below the data folder, or of the table; empty for sequences
/// @param workspace whose rows; null where a table is not walled, and for the other kinds
record Section(String kind, String name, @Nullable String workspace) {
  static final String FILE = "file";
  static final String TABLE = "table";
  static final String SEQUENCES = "sequences";

  /// How messages name it.
  String told() {
    return switch (kind) {
      case TABLE -> "table " + name + (workspace == null ? "" : " of workspace " + workspace);
      case FILE -> "file " + name;
      default -> kind;
    };
  }

  /// What closes a section.
  ///
  /// @param section its number, from 0
  /// @param rows lines in it; 0 for a file
  /// @param bytes before compression
  /// @param sha256 of those bytes
  record End(int section, long rows, long bytes, String sha256) {}

  /// What closes the whole.
  ///
  /// @param sha256 of the hashes of all sections, as bytes, one behind the other
  record Closing(int sections, long rows, List<TableSum> tables, String sha256) {
    Closing {
      tables = List.copyOf(tables);
    }
  }
}
