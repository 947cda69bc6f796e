package org.wordborne.query;

import java.util.Arrays;
import java.util.List;
import org.wordborne.query.QueryNode.Place;
import org.wordborne.query.QueryNode.WordTest;

/// The words of a short place, such as the author's name: looked through for each question.
final class PlaceWords {
  private final List<Tokens> texts;

  private PlaceWords(List<Tokens> texts) {
    this.texts = texts;
  }

  static PlaceWords of(Place place, Post post, Judgements judgements) {
    var texts =
        switch (place) {
          case AUTHOR -> List.of(post.author().name(), post.author().id());
          case URL -> List.of(post.url());
          case LINK -> Keywords.links(post);
          case SOURCE -> List.of(judgements.source());
          case TEXT, TITLE -> throw new IllegalArgumentException(place + " is not a short place");
        };
    return new PlaceWords(texts.stream().map(Tokens::of).toList());
  }

  PositionProgram.Words of(PositionProgram program) {
    return new PositionProgram.Words() {
      @Override
      public int[] positions(int leaf) {
        return find(program.leaves().get(leaf).test());
      }

      @Override
      public int sentence(int position) {
        return 0;
      }
    };
  }

  private int[] find(WordTest test) {
    var found = new int[4];
    int count = 0;
    int base = 0;
    for (var tokens : texts) {
      for (int i = 0; i < tokens.size(); i++) {
        if (passes(test, tokens, i)) {
          found = count == found.length ? Arrays.copyOf(found, count * 2) : found;
          found[count++] = base + i;
        }
      }
      base += tokens.size() + PositionProgram.GAP;
    }
    return Arrays.copyOf(found, count);
  }

  private static boolean passes(WordTest test, Tokens tokens, int i) {
    return switch (test) {
      case WordTest.Exact(var word) -> tokens.word(i).equals(word);
      case WordTest.Pair(var first, var second) ->
          i + 1 < tokens.size()
              && tokens.isGlued(i + 1)
              && tokens.word(i).equals(first)
              && tokens.word(i + 1).equals(second);
      case WordTest.Like(_, var pattern) -> pattern.matches(tokens.word(i));
      case WordTest.Raw _, WordTest.Sign _ -> false;
    };
  }
}
