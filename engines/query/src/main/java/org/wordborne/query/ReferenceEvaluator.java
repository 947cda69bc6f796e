package org.wordborne.query;

import java.util.List;

/// The plain, slow reading of the grammar: the judge of the two fast ones, and the marker.
public final class ReferenceEvaluator {
  private ReferenceEvaluator() {}

  /// Says whether a post satisfies a query.
  public static boolean matches(
      Query query, Post post, Judgements judgements, QueryContext context) {
    return false;
  }

  /// Returns the stretches of the post's text that the query's words found, in order, without
  /// overlaps. What stands under a NOT marks nothing.
  public static List<Span> spans(Query query, Post post) {
    return List.of();
  }
}
