package org.wordborne.benchmarks;

import java.io.IOException;
import java.util.List;

/// One of those that are compared: a set of standing queries and how to ask it.
interface StandingSide extends AutoCloseable {
  /// Prepares posts, outside of what is measured.
  List<?> prepare(List<String> texts);

  /// Matches prepared posts one after another, and returns how many matches there were.
  long match(List<?> posts) throws Exception;

  @Override
  void close() throws IOException;
}
