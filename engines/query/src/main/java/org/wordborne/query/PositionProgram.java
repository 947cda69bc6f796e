package org.wordborne.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wordborne.query.QueryNode.Near;
import org.wordborne.query.QueryNode.OneOf;
import org.wordborne.query.QueryNode.Phrase;
import org.wordborne.query.QueryNode.Place;
import org.wordborne.query.QueryNode.Positional;
import org.wordborne.query.QueryNode.SameSentence;
import org.wordborne.query.QueryNode.WordTest;

/// A part of a query that asks where words stand, compiled to run over lists of positions.
///
/// Both fast readings use it: standing queries over the words of a post, the search index over
/// its postings. Immutable, safe for many threads.
///
/// Cost: linear in the positions for phrases; for words near each other, positions times
/// distance.
public final class PositionProgram {
  /// Words of different regions, such as title and text, must lie at least this far apart, so
  /// that nothing reaches from one into the other.
  public static final int GAP = 2 * Lexer.MOST_DISTANCE + TokenBuffer.LONGEST_SENTENCE;

  private final List<Leaf> leaves;
  private final Part root;

  private PositionProgram(List<Leaf> leaves, Part root) {
    this.leaves = leaves;
    this.root = root;
  }

  /// What a program asks of single words.
  ///
  /// @param place where the word must stand
  /// @param test what it must be
  public record Leaf(Place place, WordTest test) {}

  /// The words that a program runs over.
  public interface Words {
    /// Returns where a leaf's words stand, ascending, each place once; empty for nowhere.
    int[] positions(int leaf);

    /// Returns a number that words of one sentence share, and no others.
    int sentence(int position);
  }

  /// Compiles a part of a query.
  public static PositionProgram of(Positional node) {
    var numbers = new LinkedHashMap<Leaf, Integer>();
    var root = part(node, numbers);
    return new PositionProgram(List.copyOf(numbers.keySet()), root);
  }

  private static Part part(Positional node, Map<Leaf, Integer> numbers) {
    return switch (node) {
      case Phrase phrase -> row(phrase, numbers);
      case Near(var left, var right, var distance, var ordered) ->
          new Apart(part(left, numbers), part(right, numbers), distance, ordered, false);
      case SameSentence(var left, var right) ->
          new Apart(
              part(left, numbers), part(right, numbers), TokenBuffer.LONGEST_SENTENCE, false, true);
      case OneOf(var parts) ->
          new Several(parts.stream().map(inner -> part(inner, numbers)).toList());
    };
  }

  private static Part row(Phrase phrase, Map<Leaf, Integer> numbers) {
    var steps = phrase.steps();
    var tests = new int[steps.size()];
    var offsets = new int[steps.size()];
    for (int i = 0; i < tests.length; i++) {
      var leaf = new Leaf(phrase.place(), steps.get(i).test());
      tests[i] = numbers.computeIfAbsent(leaf, _ -> numbers.size());
      offsets[i] = steps.get(i).offset();
    }
    return new Row(tests, offsets, phrase.length());
  }

  /// Returns what the program asks of single words; [Words#positions] takes the index here.
  public List<Leaf> leaves() {
    return leaves;
  }

  /// Says whether the words satisfy the program.
  public boolean matches(Words words) {
    return root.exists(words);
  }

  /// Returns, for each set of leaves of which one at least must stand somewhere, that set: what
  /// an index may ask before positions are read.
  public List<List<Integer>> needed() {
    var needed = new ArrayList<List<Integer>>();
    root.need(needed);
    return needed;
  }

  /// Stretches `[start, end)`, by start and then end, each once.
  private static final class Stretches {
    private long[] packed = new long[8];
    private int size;

    void add(int start, int end) {
      if (size == packed.length) {
        packed = Arrays.copyOf(packed, size * 2);
      }
      packed[size++] = (long) start << 32 | end;
    }

    int start(int i) {
      return (int) (packed[i] >>> 32);
    }

    int end(int i) {
      return (int) packed[i];
    }

    int longest() {
      int longest = 0;
      for (int i = 0; i < size; i++) {
        longest = Math.max(longest, end(i) - start(i));
      }
      return longest;
    }

    /// Returns the first stretch that starts at `start` or later.
    int firstFrom(int start) {
      int found = Arrays.binarySearch(packed, 0, size, (long) start << 32);
      return found < 0 ? -found - 1 : found;
    }

    Stretches sorted() {
      Arrays.sort(packed, 0, size);
      int kept = 0;
      for (int i = 0; i < size; i++) {
        if (i == 0 || packed[i] != packed[i - 1]) {
          packed[kept++] = packed[i];
        }
      }
      size = kept;
      return this;
    }
  }

  private sealed interface Part {
    Stretches all(Words words);

    boolean exists(Words words);

    void need(List<List<Integer>> needed);
  }

  private record Row(int[] tests, int[] offsets, int length) implements Part {
    @Override
    public Stretches all(Words words) {
      var found = new Stretches();
      find(words, found);
      return found;
    }

    @Override
    public boolean exists(Words words) {
      return find(words, null);
    }

    private boolean find(Words words, @Nullable Stretches found) {
      var lists = new int[tests.length][];
      int rarest = 0;
      for (int i = 0; i < tests.length; i++) {
        lists[i] = words.positions(tests[i]);
        rarest = lists[i].length < lists[rarest].length ? i : rarest;
      }
      boolean any = false;
      for (int position : lists[rarest]) {
        int start = position - offsets[rarest];
        if (start >= 0 && standsAt(start, lists, rarest)) {
          if (found == null) {
            return true;
          }
          found.add(start, start + length);
          any = true;
        }
      }
      return any;
    }

    private boolean standsAt(int start, int[][] lists, int known) {
      for (int i = 0; i < lists.length; i++) {
        if (i != known && Arrays.binarySearch(lists[i], start + offsets[i]) < 0) {
          return false;
        }
      }
      return true;
    }

    @Override
    public void need(List<List<Integer>> needed) {
      for (int test : tests) {
        needed.add(List.of(test));
      }
    }
  }

  private record Several(List<Part> parts) implements Part {
    @Override
    public Stretches all(Words words) {
      var found = new Stretches();
      for (var part : parts) {
        var some = part.all(words);
        for (int i = 0; i < some.size; i++) {
          found.add(some.start(i), some.end(i));
        }
      }
      return found.sorted();
    }

    @Override
    public boolean exists(Words words) {
      return parts.stream().anyMatch(part -> part.exists(words));
    }

    /// One of the parts must stand, so one leaf of each part's first need.
    @Override
    public void need(List<List<Integer>> needed) {
      var any = new ArrayList<Integer>();
      for (var part : parts) {
        var inner = new ArrayList<List<Integer>>();
        part.need(inner);
        any.addAll(inner.getFirst());
      }
      needed.add(any);
    }
  }

  private record Apart(Part left, Part right, int distance, boolean ordered, boolean sentence)
      implements Part {
    @Override
    public Stretches all(Words words) {
      var found = new Stretches();
      join(words, found);
      return found.sorted();
    }

    @Override
    public boolean exists(Words words) {
      return join(words, null);
    }

    private boolean join(Words words, @Nullable Stretches found) {
      var ones = left.all(words);
      if (ones.size == 0) {
        return false;
      }
      var others = right.all(words);
      int longest = others.longest();
      boolean any = false;
      for (int i = 0; i < ones.size; i++) {
        int start = ones.start(i);
        int end = ones.end(i);
        int from = ordered ? end : Math.max(0, start - distance - longest);
        for (int k = others.firstFrom(from); k < others.size; k++) {
          int otherStart = others.start(k);
          if (otherStart > end + distance) {
            break;
          }
          int otherEnd = others.end(k);
          if (fits(words, start, end, otherStart, otherEnd)) {
            if (found == null) {
              return true;
            }
            found.add(Math.min(start, otherStart), Math.max(end, otherEnd));
            any = true;
          }
        }
      }
      return any;
    }

    private boolean fits(Words words, int start, int end, int otherStart, int otherEnd) {
      boolean before = end <= otherStart && otherStart - end <= distance;
      boolean after = !ordered && otherEnd <= start && start - otherEnd <= distance;
      if (!before && !after) {
        return false;
      }
      return !sentence
          || words.sentence(Math.min(start, otherStart))
              == words.sentence(Math.max(end, otherEnd) - 1);
    }

    @Override
    public void need(List<List<Integer>> needed) {
      left.need(needed);
      right.need(needed);
    }
  }
}
