package org.wordborne.query;

import java.util.List;

/// A registered query, compiled to the term numbers of one index.
final class StandingQuery {
  final String id;
  final long number;
  final Query query;
  final PostTest test;

  /// Terms of which a matching post has one at least; empty where nothing is known.
  final List<Term> anchors;

  /// False once taken out, so that a thread that still sees the query passes it over.
  volatile boolean alive = true;

  StandingQuery(String id, long number, Query query, PostTest test, List<Term> anchors) {
    this.id = id;
    this.number = number;
    this.query = query;
    this.test = test;
    this.anchors = anchors;
  }
}
