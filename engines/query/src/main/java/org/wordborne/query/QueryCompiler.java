package org.wordborne.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wordborne.query.QueryNode.All;
import org.wordborne.query.QueryNode.Any;
import org.wordborne.query.QueryNode.Counted;
import org.wordborne.query.QueryNode.Keyword;
import org.wordborne.query.QueryNode.Listed;
import org.wordborne.query.QueryNode.Near;
import org.wordborne.query.QueryNode.Not;
import org.wordborne.query.QueryNode.OneOf;
import org.wordborne.query.QueryNode.Phrase;
import org.wordborne.query.QueryNode.Place;
import org.wordborne.query.QueryNode.Positional;
import org.wordborne.query.QueryNode.Published;
import org.wordborne.query.QueryNode.SameSentence;

/// Compiles queries to the terms of an index, and chooses the terms that each waits for.
///
/// A *clause* is a set of terms of which every matching post has one at least. A query waits for
/// the clause whose terms are seen least; a second clause of one term guards it.
final class QueryCompiler {
  private final StandingIndex index;
  private final QueryContext context;

  QueryCompiler(StandingIndex index, QueryContext context) {
    this.index = index;
    this.context = context;
  }

  /// Compiles a query and lets it wait.
  StandingQuery register(String id, long number, Query query) {
    var test = test(query.root());
    var clauses = clauses(query.root());
    var anchors = cheapest(clauses);
    var compiled =
        new StandingQuery(id, number, query, test, anchors == null ? List.of() : anchors);
    int guard = guard(clauses, anchors);
    if (anchors == null) {
      index.always.add(compiled, -1);
    } else {
      for (var anchor : anchors) {
        var waiting = anchor.waiting;
        if (waiting == null) {
          waiting = new Waiting();
          anchor.waiting = waiting;
        }
        waiting.add(compiled, guard);
      }
    }
    return compiled;
  }

  /// Takes a query out again.
  void remove(StandingQuery query) {
    query.alive = false;
    if (query.anchors.isEmpty()) {
      index.always.remove(query);
    }
    for (var anchor : query.anchors) {
      var waiting = anchor.waiting;
      if (waiting != null) {
        waiting.remove(query);
      }
    }
  }

  private static @Nullable List<Term> cheapest(List<List<Term>> clauses) {
    List<Term> cheapest = null;
    for (var clause : clauses) {
      if (cheapest == null || cost(clause) < cost(cheapest)) {
        cheapest = clause;
      }
    }
    return cheapest;
  }

  /*
   * Until posts were seen, a term that many queries ask for is taken to be a common word. The
   * count of posts outweighs that soon.
   */
  private static long cost(List<Term> clause) {
    long cost = 0;
    for (var term : clause) {
      cost += 1 + 16L * term.seen + term.asked + (term.pattern == null ? 0 : 64);
    }
    return cost;
  }

  private static int guard(List<List<Term>> clauses, @Nullable List<Term> anchors) {
    List<Term> guard = null;
    for (var clause : clauses) {
      boolean better = guard == null || cost(clause) < cost(guard);
      if (clause.size() == 1 && !clause.equals(anchors) && better) {
        guard = clause;
      }
    }
    return guard == null ? -1 : guard.getFirst().id;
  }

  private List<List<Term>> clauses(QueryNode node) {
    return switch (node) {
      case All(var parts) -> parts.stream().flatMap(part -> clauses(part).stream()).toList();
      case Any(var parts) -> either(parts);
      case OneOf(var parts) -> either(parts);
      case Near near -> both(near.left(), near.right());
      case SameSentence(var left, var right) -> both(left, right);
      case Phrase phrase when phrase.place().isText() ->
          phrase.steps().stream().map(step -> List.of(known(step.test()))).toList();
      default -> List.of();
    };
  }

  private Term known(QueryNode.WordTest test) {
    var term = index.term(test);
    term.asked--;
    return term;
  }

  private List<List<Term>> both(QueryNode left, QueryNode right) {
    var clauses = new ArrayList<>(clauses(left));
    clauses.addAll(clauses(right));
    return clauses;
  }

  /// One of the parts must hold, so one term of the cheapest clause of each.
  private List<List<Term>> either(List<? extends QueryNode> parts) {
    var joined = new ArrayList<Term>();
    for (var part : parts) {
      var cheapest = cheapest(clauses(part));
      if (cheapest == null) {
        return List.of();
      }
      for (var term : cheapest) {
        if (!joined.contains(term)) {
          joined.add(term);
        }
      }
    }
    return List.of(joined);
  }

  private PostTest test(QueryNode node) {
    return switch (node) {
      case All(var parts) -> new PostTest.Every(tests(parts));
      case Any(var parts) -> new PostTest.Some(tests(parts));
      case OneOf(var parts) -> new PostTest.Some(tests(parts));
      case Not(var part) -> new PostTest.Fails(test(part));
      case Phrase phrase when phrase.place().isText() -> row(phrase);
      case Phrase phrase -> new PostTest.Elsewhere(phrase.place(), PositionProgram.of(phrase));
      case Positional positional -> placed(positional);
      case Keyword(var field, var value) -> new PostTest.Holds(field, value);
      case Listed(var list) -> new PostTest.OnList(list, context);
      case Counted(var field, var min, var max) -> new PostTest.InRange(field, min, max);
      case Published(var from, var to) -> new PostTest.InTime(from, to);
    };
  }

  private PostTest[] tests(List<? extends QueryNode> parts) {
    var tests = new ArrayList<PostTest>();
    parts.forEach(part -> tests.add(test(part)));
    tests.sort((one, other) -> Integer.compare(effort(one), effort(other)));
    return tests.toArray(PostTest[]::new);
  }

  private static int effort(PostTest test) {
    return switch (test) {
      case PostTest.Has _ -> 0;
      case PostTest.Fails(var inner) -> effort(inner);
      case PostTest.Row _ -> 2;
      case PostTest.Every _, PostTest.Some _ -> 3;
      case PostTest.Placed _ -> 5;
      case PostTest.Elsewhere _ -> 6;
      default -> 4;
    };
  }

  private PostTest row(Phrase phrase) {
    boolean title = phrase.place() == Place.TITLE;
    var steps = phrase.steps();
    if (steps.size() == 1 && !title) {
      return new PostTest.Has(index.term(steps.getFirst().test()).id);
    }
    var terms = steps.stream().mapToInt(step -> index.term(step.test()).id).toArray();
    var offsets = steps.stream().mapToInt(QueryNode.Step::offset).toArray();
    return new PostTest.Row(terms, offsets, title);
  }

  private PostTest placed(Positional positional) {
    var program = PositionProgram.of(positional);
    var terms = program.leaves().stream().mapToInt(leaf -> index.term(leaf.test()).id).toArray();
    return new PostTest.Placed(program, terms);
  }
}
