package org.wordborne.query;

import java.util.List;

/// Many queries, kept, and asked of one post at a time.
///
/// Safe for many threads; queries come and go while posts are matched.
public final class StandingQueries {
  /// Makes an empty set of queries that know no lists.
  public StandingQueries() {
    this(QueryContext.NONE);
  }

  /// Makes an empty set of queries whose lists are looked up at each post.
  public StandingQueries(QueryContext context) {}

  /// A query's place among the others. Closing it takes the query out.
  public interface Registration extends AutoCloseable {
    /// Returns the id under which the query stands.
    String id();

    /// Takes this query out, unless another has taken its id since.
    @Override
    void close();
  }

  /// Adds a query, in place of the one with the same id.
  public Registration register(String id, Query query) {
    return new Registration() {
      @Override
      public String id() {
        return id;
      }

      @Override
      public void close() {
        remove(id);
      }
    };
  }

  /// Takes a query out; does nothing where there is none with this id.
  public void remove(String id) {}

  /// Returns the number of queries.
  public int size() {
    return 0;
  }

  /// Returns the ids of the queries that the post satisfies, oldest registration first.
  public List<String> match(Post post, Judgements judgements) {
    return List.of();
  }
}
