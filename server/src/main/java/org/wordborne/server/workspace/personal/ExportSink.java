package org.wordborne.server.workspace.personal;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Takes what is handed out of somebody, a line for each thing.
@FunctionalInterface
public interface ExportSink {
  /// Takes a line.
  ///
  /// @param kind what it is, as `mention` or `note`
  /// @param fields by name; times as ISO texts
  void line(String kind, Map<String, ? extends @Nullable Object> fields);
}
