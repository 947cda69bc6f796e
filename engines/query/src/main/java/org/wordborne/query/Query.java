package org.wordborne.query;

import java.util.Set;

/// A question that was read and understood.
public final class Query {
  private Query() {}

  /// Reads a query.
  ///
  /// @throws QueryException where it cannot be read, with the position
  public static Query parse(String text) throws QueryException {
    if (text.isBlank()) {
      throw new QueryException("The query is empty.", 0, 0, "Write a word, such as: lantern");
    }
    return new Query();
  }

  /// Returns the canonical form, which reads to the same meaning.
  public String normal() {
    return "";
  }

  /// Returns the names of the fields that the query asks, without colon.
  public Set<String> fields() {
    return Set.of();
  }

  /// Returns the names of the lists that the query refers to, without `@`.
  public Set<String> lists() {
    return Set.of();
  }
}
