package org.wordborne.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.wordborne.benchmarks.StandingWorkload.Asked;
import org.wordborne.query.Judgements;
import org.wordborne.query.Post;
import org.wordborne.query.Query;
import org.wordborne.query.QueryException;
import org.wordborne.query.StandingQueries;

/// Our standing queries. The text is cut into words inside what is measured.
final class OurStanding implements StandingSide {
  private final StandingQueries standing = new StandingQueries();

  OurStanding(List<Asked> queries) throws QueryException {
    for (int i = 0; i < queries.size(); i++) {
      standing.register("q" + i, Query.parse(written(queries.get(i))));
    }
  }

  private static String written(Asked asked) {
    return switch (asked) {
      case Asked.Word(var word) -> word;
      case Asked.Pair(var first, var second) -> "\"" + first + " " + second + "\"";
      case Asked.Both(var parts) -> joined(parts, " AND ");
      case Asked.Either(var parts) -> joined(parts, " OR ");
      case Asked.Without(var part, var excluded) ->
          "(" + written(part) + " NOT " + written(excluded) + ")";
    };
  }

  private static String joined(Asked[] parts, String operator) {
    return Arrays.stream(parts)
        .map(OurStanding::written)
        .collect(Collectors.joining(operator, "(", ")"));
  }

  @Override
  public List<Post> prepare(List<String> texts) {
    var posts = new ArrayList<Post>();
    texts.forEach(text -> posts.add(Post.of("p" + posts.size(), text)));
    return posts;
  }

  @Override
  public long match(List<?> posts) {
    long matches = 0;
    for (var post : posts) {
      matches += standing.match((Post) post, Judgements.NONE).size();
    }
    return matches;
  }

  @Override
  public void close() {}
}
