package org.wordborne.query;

import java.util.Set;
import java.util.TreeSet;
import org.wordborne.query.QueryNode.All;
import org.wordborne.query.QueryNode.Any;
import org.wordborne.query.QueryNode.Counted;
import org.wordborne.query.QueryNode.Keyword;
import org.wordborne.query.QueryNode.Listed;
import org.wordborne.query.QueryNode.Near;
import org.wordborne.query.QueryNode.Not;
import org.wordborne.query.QueryNode.OneOf;
import org.wordborne.query.QueryNode.Phrase;
import org.wordborne.query.QueryNode.Published;
import org.wordborne.query.QueryNode.SameSentence;
import org.wordborne.query.QueryNode.WordTest;

/// A question that was read and understood.
///
/// ```java
/// var query = Query.parse("lantern AND (closing OR \"shut down\") NOT is:repost");
/// query.normal();  // lantern AND (closing OR "shut down") AND NOT is:repost
/// ```
///
/// Immutable. Queries of the same canonical form are equal. The grammar stands in
/// `docs/query.md`. Reading takes time linear in the length, but for regular expressions, whose
/// machines are limited in size.
public final class Query {
  private final QueryNode root;
  private final String normal;
  private final Set<String> fields = new TreeSet<>();
  private final Set<String> lists = new TreeSet<>();

  private Query(QueryNode root) {
    this.root = root;
    normal = NormalForm.of(root);
    collect(root);
  }

  /// Reads a query.
  ///
  /// @throws QueryException where it cannot be read, with the position
  public static Query parse(String text) throws QueryException {
    return new Query(Parser.read(text));
  }

  /// Returns a query of this meaning.
  static Query of(QueryNode root) {
    return new Query(root);
  }

  /// Returns what the query means, as a tree.
  public QueryNode root() {
    return root;
  }

  /// Returns the canonical form, which reads to the same meaning.
  public String normal() {
    return normal;
  }

  /// Returns the canonical form of a part of a query.
  public static String normal(QueryNode part) {
    return NormalForm.of(part);
  }

  /// Returns the names of the fields that the query asks, without colon.
  public Set<String> fields() {
    return Set.copyOf(fields);
  }

  /// Returns the names of the lists that the query refers to, without `@`.
  public Set<String> lists() {
    return Set.copyOf(lists);
  }

  private void collect(QueryNode node) {
    switch (node) {
      case All(var parts) -> parts.forEach(this::collect);
      case Any(var parts) -> parts.forEach(this::collect);
      case OneOf(var parts) -> parts.forEach(this::collect);
      case Not(var part) -> collect(part);
      case Near near -> {
        collect(near.left());
        collect(near.right());
      }
      case SameSentence(var left, var right) -> {
        collect(left);
        collect(right);
      }
      case Phrase phrase -> collect(phrase);
      case Keyword keyword -> fields.add(keyword.field().field());
      case Listed(var list) -> {
        fields.add("author");
        lists.add(list);
      }
      case Counted counted -> fields.add(counted.field().field());
      case Published _ -> fields.add("published");
    }
  }

  private void collect(Phrase phrase) {
    if (!phrase.place().field().isEmpty()) {
      fields.add(phrase.place().field());
    }
    for (var step : phrase.steps()) {
      switch (step.test()) {
        case WordTest.Raw _ -> fields.add("raw");
        case WordTest.Sign(var sign) -> collectSign(sign.charAt(0));
        case WordTest.Like(var mark, _) when !mark.isEmpty() -> collectSign(mark.charAt(0));
        default -> {
          // A plain word asks no field.
        }
      }
    }
  }

  private void collectSign(char mark) {
    if (mark != '$') {
      fields.add(mark == '#' ? "hashtag" : "at");
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Query that && normal.equals(that.normal);
  }

  @Override
  public int hashCode() {
    return normal.hashCode();
  }

  @Override
  public String toString() {
    return normal;
  }
}
