package org.wordborne.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Many queries, kept, and asked of one post at a time.
///
/// Safe for many threads; queries come and go while posts are matched.
public final class StandingQueries {
  private final QueryContext context;
  private volatile Map<String, Query> queries = Map.of();

  /// Makes an empty set of queries that know no lists.
  public StandingQueries() {
    this(QueryContext.NONE);
  }

  /// Makes an empty set of queries whose lists are looked up at each post.
  public StandingQueries(QueryContext context) {
    this.context = context;
  }

  /// A query's place among the others. Closing it takes the query out.
  public interface Registration extends AutoCloseable {
    /// Returns the id under which the query stands.
    String id();

    /// Takes this query out, unless another has taken its id since.
    @Override
    void close();
  }

  /// Adds a query, in place of the one with the same id.
  public synchronized Registration register(String id, Query query) {
    var changed = new LinkedHashMap<>(queries);
    changed.put(id, query);
    queries = changed;
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
  public synchronized void remove(String id) {
    var changed = new LinkedHashMap<>(queries);
    changed.remove(id);
    queries = changed;
  }

  /// Returns the number of queries.
  public int size() {
    return queries.size();
  }

  /// Returns the ids of the queries that the post satisfies, oldest registration first.
  public List<String> match(Post post, Judgements judgements) {
    var matched = new ArrayList<String>();
    queries.forEach(
        (id, query) -> {
          if (ReferenceEvaluator.matches(query, post, judgements, context)) {
            matched.add(id);
          }
        });
    return matched;
  }
}
