package org.wordborne.server.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that the operator named when the server was started.
public final class OperatorFile {
  private OperatorFile() {}

  /// Its text.
  ///
  /// @throws IOException if it cannot be read, or is no UTF-8
  public static String text(Path file) throws IOException {
    return Files.readString(file);
  }
}
