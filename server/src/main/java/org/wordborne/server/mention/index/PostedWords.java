package org.wordborne.server.mention.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.jspecify.annotations.Nullable;
import org.wordborne.query.PositionProgram;
import org.wordborne.query.PositionProgram.Leaf;
import org.wordborne.query.QueryNode.Place;
import org.wordborne.query.QueryNode.WordTest;

/// The words of one post after another, read from the postings of one segment.
final class PostedWords implements PositionProgram.Words {
  private static final int[] NOWHERE = {};

  private final LeafReader reader;
  private final List<Postings> leaves = new ArrayList<>();
  private final Postings sentences;
  private final int[][] read;
  private int @Nullable [] sentenceStarts;
  private int document;

  PostedWords(List<Leaf> leaves, LeafReader reader) throws IOException {
    this.reader = reader;
    for (var leaf : leaves) {
      this.leaves.add(postings(leaf));
    }
    sentences = exact(IndexFields.signs(Place.TEXT), IndexFields.SENTENCE);
    read = new int[leaves.size()][];
  }

  /// Goes on to a later document.
  void moveTo(int document) {
    this.document = document;
    Arrays.fill(read, null);
    sentenceStarts = null;
  }

  /// Runs a program over this document's words.
  boolean satisfy(PositionProgram program) throws IOException {
    try {
      return program.matches(this);
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    }
  }

  @Override
  public int[] positions(int leaf) {
    var known = read[leaf];
    if (known == null) {
      known = leaves.get(leaf).at(document);
      read[leaf] = known;
    }
    return known;
  }

  @Override
  public int sentence(int position) {
    if (sentenceStarts == null) {
      sentenceStarts = sentences.at(document);
    }
    int found = Arrays.binarySearch(sentenceStarts, position);
    return found < 0 ? -found - 1 : found + 1;
  }

  private Postings postings(Leaf leaf) throws IOException {
    var words = IndexFields.words(leaf.place());
    var signs = IndexFields.signs(leaf.place());
    var postings =
        switch (leaf.test()) {
          case WordTest.Exact(var word) -> exact(words, word);
          case WordTest.Pair(var first, var second) ->
              exact(signs, IndexFields.PAIR + first + second);
          case WordTest.Raw(var form, var folded) when form.equals(folded) ->
              exact(words, folded).without(exact(signs, IndexFields.ALTERED));
          case WordTest.Raw(var form, _) -> exact(signs, IndexFields.RAW + form);
          case WordTest.Sign(var sign) -> exact(signs, sign);
          case WordTest.Like(var mark, var pattern) ->
              matching(
                  mark.isEmpty() ? words : signs,
                  new CompiledAutomaton(
                      LuceneQueries.automaton(mark, pattern.automaton()), false, true, false));
        };
    return leaf.place() == Place.TITLE ? postings.from(IndexFields.TITLE_BASE) : postings;
  }

  private Postings exact(String field, String term) throws IOException {
    var postings = new Postings();
    var terms = reader.terms(field);
    if (terms != null) {
      var each = terms.iterator();
      if (each.seekExact(new BytesRef(term))) {
        postings.add(each.postings(null, PostingsEnum.POSITIONS));
      }
    }
    return postings;
  }

  private Postings matching(String field, CompiledAutomaton automaton) throws IOException {
    var postings = new Postings();
    var terms = reader.terms(field);
    if (terms != null) {
      var each = automaton.getTermsEnum(terms);
      while (each.next() != null) {
        postings.add(each.postings(null, PostingsEnum.POSITIONS));
      }
    }
    return postings;
  }

  /// Where the words of one leaf stand, over the documents of a segment.
  private static final class Postings {
    private final List<PostingsEnum> terms = new ArrayList<>();
    private int least;
    private @Nullable Postings excluded;

    void add(PostingsEnum term) {
      terms.add(term);
    }

    Postings from(int position) {
      least = position;
      return this;
    }

    Postings without(Postings others) {
      excluded = others;
      return this;
    }

    int[] at(int document) {
      try {
        return read(document);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }

    private int[] read(int document) throws IOException {
      var found = NOWHERE;
      int from = 0;
      for (var term : terms) {
        if (term.docID() < document) {
          term.advance(document);
        }
        if (term.docID() == document) {
          int count = term.freq();
          found = Arrays.copyOf(found, from + count);
          for (int i = 0; i < count; i++) {
            int position = term.nextPosition();
            if (position >= least) {
              found[from++] = position;
            }
          }
          found = from == found.length ? found : Arrays.copyOf(found, from);
        }
      }
      if (terms.size() > 1) {
        found = Arrays.stream(found).sorted().distinct().toArray();
      }
      return excluded == null ? found : subtract(found, excluded.at(document));
    }

    private static int[] subtract(int[] positions, int[] excluded) {
      return Arrays.stream(positions)
          .filter(position -> Arrays.binarySearch(excluded, position) < 0)
          .toArray();
    }
  }
}
