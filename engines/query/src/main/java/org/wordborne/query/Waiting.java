package org.wordborne.query;

import java.util.Arrays;

/// Queries that wait for a term, and for each a second term without which it cannot match either.
///
/// Grows at its end while others read; what is taken out is taken out of a copy.
final class Waiting {
  private StandingQuery[] queries = new StandingQuery[2];
  private int[] guards = new int[2];
  private volatile Snapshot snapshot = new Snapshot(queries, guards, 0);

  /// A state that never changes again in `[0, size)`.
  record Snapshot(StandingQuery[] queries, int[] guards, int size) {}

  Snapshot now() {
    return snapshot;
  }

  /// Adds a query; `guard` is the id of its second term, -1 for none.
  void add(StandingQuery query, int guard) {
    int size = snapshot.size;
    if (size == queries.length) {
      queries = Arrays.copyOf(queries, size * 2);
      guards = Arrays.copyOf(guards, size * 2);
    }
    queries[size] = query;
    guards[size] = guard;
    snapshot = new Snapshot(queries, guards, size + 1);
  }

  void remove(StandingQuery query) {
    var before = snapshot;
    queries = new StandingQuery[Math.max(2, before.size)];
    guards = new int[queries.length];
    int size = 0;
    for (int i = 0; i < before.size; i++) {
      if (before.queries[i] != query) {
        queries[size] = before.queries[i];
        guards[size++] = before.guards[i];
      }
    }
    snapshot = new Snapshot(queries, guards, size);
  }
}
