package org.wordborne.cli;

import java.io.IOException;

/// What can be counted and printed in one of several formats.
interface Export {
  /// Prints how many there are, as {"count"}.
  void count();

  /// Prints them all.
  void print(String format) throws IOException;
}
