package org.wordborne.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wordborne.query.QueryNode.KeywordField;
import org.wordborne.query.QueryNode.Place;

/// The post that is being matched: which terms it has, and where. Used again for each post.
///
/// Not safe for several threads; each matching thread takes one for itself.
final class PostWords {
  private static final int[] NOWHERE = {};

  private final TokenBuffer text = new TokenBuffer();
  private final TokenBuffer title = new TokenBuffer();

  /*
   * A term stands in this post if its stamp is the post's epoch, so that nothing has to be wiped
   * between posts. The places of a term are a chain, the last first.
   */
  private int[] stamps = new int[64];
  private int[] heads = new int[64];
  private int epoch;
  private int[] places = new int[128];
  private int[] nexts = new int[128];
  private int used;

  /// Terms that the post has, in the order in which they were found.
  Term[] found = new Term[64];

  int foundCount;
  final List<StandingQuery> matched = new ArrayList<>();
  private int titleBase;
  private int posts;
  private Post post = Post.of("", "");
  private Judgements judgements = Judgements.NONE;
  private final @Nullable List<String>[] keywords = emptyLists();
  private final Map<Place, PlaceWords> elsewhere = new EnumMap<>(Place.class);
  private @Nullable List<String> authorNames;

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static @Nullable List<String>[] emptyLists() {
    return new List[KeywordField.values().length];
  }

  void read(Post post, Judgements judgements, StandingIndex index, boolean sample) {
    this.post = post;
    this.judgements = judgements;
    begin(index.termCount());
    text.read(post.text());
    titleBase = text.size + PositionProgram.GAP;
    index.find(text, 0, this);
    if (!post.title().isEmpty()) {
      title.read(post.title());
      index.find(title, titleBase, this);
    }
    if (sample) {
      for (int i = 0; i < foundCount; i++) {
        found[i].seen++;
      }
    }
  }

  private void begin(int terms) {
    if (terms > stamps.length) {
      int length = Math.max(terms, stamps.length * 2);
      stamps = new int[length];
      heads = new int[length];
      epoch = 0;
    }
    if (epoch == Integer.MAX_VALUE) {
      Arrays.fill(stamps, 0);
      epoch = 0;
    }
    epoch++;
    used = 0;
    foundCount = 0;
    matched.clear();
    Arrays.fill(keywords, null);
    if (!elsewhere.isEmpty()) {
      elsewhere.clear();
    }
    authorNames = null;
  }

  /// Takes note of a term at a place; places come in ascending order.
  void mark(Term term, int place) {
    int id = term.id;
    if (id >= stamps.length) {
      return; // Registered after this post was begun.
    }
    if (stamps[id] != epoch) {
      stamps[id] = epoch;
      heads[id] = -1;
      if (foundCount == found.length) {
        found = Arrays.copyOf(found, foundCount * 2);
      }
      found[foundCount++] = term;
    } else if (places[heads[id]] == place) {
      return;
    }
    if (used == places.length) {
      places = Arrays.copyOf(places, used * 2);
      nexts = Arrays.copyOf(nexts, used * 2);
    }
    places[used] = place;
    nexts[used] = heads[id];
    heads[id] = used++;
  }

  boolean has(int term) {
    return term < stamps.length && stamps[term] == epoch;
  }

  Post post() {
    return post;
  }

  /// Says whether terms, all of which the post has, stand in a row.
  boolean standInRow(int[] terms, int[] offsets, boolean inTitle) {
    for (int k = heads[terms[0]]; k >= 0; k = nexts[k]) {
      int start = places[k] - offsets[0];
      if ((!inTitle || start >= titleBase) && standsAt(start, terms, offsets)) {
        return true;
      }
    }
    return false;
  }

  private boolean standsAt(int start, int[] terms, int[] offsets) {
    for (int i = 1; i < terms.length; i++) {
      int place = start + offsets[i];
      int k = heads[terms[i]];
      while (k >= 0 && places[k] > place) {
        k = nexts[k];
      }
      if (k < 0 || places[k] != place) {
        return false;
      }
    }
    return true;
  }

  /// Returns the places of a program's leaves, which are the terms given.
  PositionProgram.Words termWords(PositionProgram program, int[] terms) {
    return new PositionProgram.Words() {
      @Override
      public int[] positions(int leaf) {
        boolean inTitle = program.leaves().get(leaf).place() == Place.TITLE;
        return placesOf(terms[leaf], inTitle ? titleBase : 0);
      }

      @Override
      public int sentence(int position) {
        return position < titleBase
            ? text.sentence[position]
            : -1 - title.sentence[position - titleBase];
      }
    };
  }

  private int[] placesOf(int term, int least) {
    if (!has(term)) {
      return NOWHERE;
    }
    int count = 0;
    for (int k = heads[term]; k >= 0 && places[k] >= least; k = nexts[k]) {
      count++;
    }
    var sorted = new int[count];
    for (int k = heads[term]; count > 0; k = nexts[k]) {
      sorted[--count] = places[k];
    }
    return sorted;
  }

  PositionProgram.Words placeWords(Place place, PositionProgram program) {
    var words = elsewhere.computeIfAbsent(place, p -> PlaceWords.of(p, post, judgements));
    return words.of(program);
  }

  List<String> keywords(KeywordField field) {
    var known = keywords[field.ordinal()];
    if (known == null) {
      known = Keywords.of(field, post, judgements);
      keywords[field.ordinal()] = known;
    }
    return known;
  }

  List<String> authorNames() {
    var known = authorNames;
    if (known == null) {
      known = Keywords.authorNames(post);
      authorNames = known;
    }
    return known;
  }

  /// Says whether the next post is one of the sample by which words are counted.
  boolean isSampled(int every) {
    return ++posts % every == 0;
  }

  /// Keeps a match. A query that waits for several words may be woken by each.
  void addMatch(StandingQuery query) {
    if (query.anchors.size() < 2 || !matched.contains(query)) {
      matched.add(query);
    }
  }

  /// Returns the ids of what matched, oldest registration first.
  List<String> matchedIds() {
    if (matched.isEmpty()) {
      return Collections.emptyList();
    }
    matched.sort((one, other) -> Long.compare(one.number, other.number));
    var ids = new ArrayList<String>(matched.size());
    matched.forEach(query -> ids.add(query.id));
    matched.clear();
    return ids;
  }
}
