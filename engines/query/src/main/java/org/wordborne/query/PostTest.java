package org.wordborne.query;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.wordborne.query.QueryNode.CountField;
import org.wordborne.query.QueryNode.KeywordField;
import org.wordborne.query.QueryNode.Place;

/// A compiled part of a standing query, asked of the words of a post.
interface PostTest {
  boolean passes(PostWords post);

  /// A term stands anywhere.
  record Has(int term) implements PostTest {
    @Override
    public boolean passes(PostWords post) {
      return post.has(term);
    }
  }

  /// All tests pass; the cheap ones stand first.
  record Every(PostTest[] tests) implements PostTest {
    @Override
    public boolean passes(PostWords post) {
      for (var test : tests) {
        if (!test.passes(post)) {
          return false;
        }
      }
      return true;
    }
  }

  /// One test passes at least.
  record Some(PostTest[] tests) implements PostTest {
    @Override
    public boolean passes(PostWords post) {
      for (var test : tests) {
        if (test.passes(post)) {
          return true;
        }
      }
      return false;
    }
  }

  /// The test does not pass.
  record Fails(PostTest test) implements PostTest {
    @Override
    public boolean passes(PostWords post) {
      return !test.passes(post);
    }
  }

  /// Terms stand in a row.
  record Row(int[] terms, int[] offsets, boolean title) implements PostTest {
    @Override
    public boolean passes(PostWords post) {
      for (int term : terms) {
        if (!post.has(term)) {
          return false;
        }
      }
      return post.standInRow(terms, offsets, title);
    }
  }

  /// Terms stand as a program asks.
  record Placed(PositionProgram program, int[] terms) implements PostTest {
    @Override
    public boolean passes(PostWords post) {
      return program.matches(post.termWords(program, terms));
    }
  }

  /// Words stand in a place other than title and text.
  record Elsewhere(Place place, PositionProgram program) implements PostTest {
    @Override
    public boolean passes(PostWords post) {
      return program.matches(post.placeWords(place, program));
    }
  }

  /// A field holds a value.
  record Holds(KeywordField field, String value) implements PostTest {
    @Override
    public boolean passes(PostWords post) {
      return post.keywords(field).contains(value);
    }
  }

  /// A count lies in a range.
  record InRange(CountField field, long min, long max) implements PostTest {
    @Override
    public boolean passes(PostWords post) {
      long count = field.of(post.post());
      return min <= count && count <= max;
    }
  }

  /// The post was published in a span of time.
  record InTime(Instant from, Instant to) implements PostTest {
    @Override
    public boolean passes(PostWords post) {
      var published = post.post().published();
      return published != null && !published.isBefore(from) && published.isBefore(to);
    }
  }

  /// The author is on a list, which is folded once for each set that the context gives.
  final class OnList implements PostTest {
    private final String list;
    private final QueryContext context;
    private volatile Folded known = new Folded(Set.of(), Set.of());

    private record Folded(Set<String> given, Set<String> entries) {}

    OnList(String list, QueryContext context) {
      this.list = list;
      this.context = context;
    }

    @Override
    public boolean passes(PostWords post) {
      var entries = entries();
      return !entries.isEmpty() && post.authorNames().stream().anyMatch(entries::contains);
    }

    private Set<String> entries() {
      var given = context.list(list);
      var folded = known;
      if (folded.given != given) {
        var entries = new HashSet<String>();
        given.stream()
            .filter(entry -> !entry.isBlank())
            .forEach(e -> entries.add(Keywords.fold(e)));
        folded = new Folded(given, entries);
        known = folded;
      }
      return folded.entries;
    }
  }
}
