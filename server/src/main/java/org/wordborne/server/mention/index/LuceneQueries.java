package org.wordborne.server.mention.index;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automaton;
import org.wordborne.query.Judgements;
import org.wordborne.query.Keywords;
import org.wordborne.query.PositionProgram.Leaf;
import org.wordborne.query.Post;
import org.wordborne.query.QueryNode;
import org.wordborne.query.QueryNode.All;
import org.wordborne.query.QueryNode.Any;
import org.wordborne.query.QueryNode.Counted;
import org.wordborne.query.QueryNode.Keyword;
import org.wordborne.query.QueryNode.KeywordField;
import org.wordborne.query.QueryNode.Listed;
import org.wordborne.query.QueryNode.Not;
import org.wordborne.query.QueryNode.OneOf;
import org.wordborne.query.QueryNode.Phrase;
import org.wordborne.query.QueryNode.Place;
import org.wordborne.query.QueryNode.Positional;
import org.wordborne.query.QueryNode.Published;
import org.wordborne.query.QueryNode.WordTest;
import org.wordborne.query.ReferenceEvaluator;
import org.wordborne.query.WordAutomaton;

/// Gives a query's tree to Lucene.
///
/// *Invariant:* what is found is what the reference evaluator finds (`SearchLawTest`).
final class LuceneQueries {
  static {
    // A brand's query may name thousands of words; the parser has the limit that counts.
    IndexSearcher.setMaxClauseCount(20_000);
  }

  private static final Post NO_POST = Post.of("", "");

  private final AskedNames names;

  LuceneQueries(AskedNames names) {
    this.names = names;
  }

  Query of(QueryNode node) {
    return switch (node) {
      case All(var parts) -> all(parts);
      case Any(var parts) -> any(parts);
      case OneOf(var parts) -> any(List.copyOf(parts));
      case Not _ -> all(List.of(node));
      case Phrase phrase when phrase.place() == Place.SOURCE -> source(phrase);
      case Phrase phrase when isOneTerm(phrase) -> term(phrase);
      case Positional positional -> new PositionsQuery(positional);
      case Keyword(var field, var value) when field == KeywordField.TOPIC -> topic(value);
      case Keyword(var field, var value) -> exact(IndexFields.keyword(field), value);
      case Listed(var list) -> listed(list);
      case Counted(var field, var min, var max) ->
          LongPoint.newRangeQuery(IndexFields.count(field), min, max);
      case Published(var from, var to) ->
          LongPoint.newRangeQuery(
              IndexFields.PUBLISHED,
              MentionDocuments.millis(from),
              MentionDocuments.millis(to) - 1);
    };
  }

  private Query all(List<QueryNode> parts) {
    var all = new BooleanQuery.Builder();
    boolean narrowed = false;
    for (var part : parts) {
      if (part instanceof Not(var inner)) {
        all.add(of(inner), Occur.MUST_NOT);
      } else {
        all.add(of(part), Occur.FILTER);
        narrowed = true;
      }
    }
    if (!narrowed) {
      all.add(new MatchAllDocsQuery(), Occur.FILTER);
    }
    return all.build();
  }

  private Query any(List<? extends QueryNode> parts) {
    var any = new BooleanQuery.Builder();
    parts.forEach(part -> any.add(of(part), Occur.SHOULD));
    return new ConstantScoreQuery(any.build());
  }

  private static Query exact(String field, String value) {
    return new TermQuery(new Term(field, value));
  }

  private Query source(Phrase phrase) {
    var ids = new ArrayList<BytesRef>();
    names
        .sources()
        .forEach(
            (id, name) -> {
              var judged = Judgements.NONE.withSource(name);
              if (ReferenceEvaluator.matches(phrase, NO_POST, judged, names)) {
                ids.add(new BytesRef(id));
              }
            });
    return new TermInSetQuery(IndexFields.SOURCE_ID, ids);
  }

  private Query topic(String value) {
    var ids = new ArrayList<BytesRef>();
    names
        .topics()
        .forEach(
            (id, name) -> {
              if (value.equals(Keywords.fold(name)) || value.equals(Keywords.fold(id))) {
                ids.add(new BytesRef(id));
              }
            });
    return new TermInSetQuery(IndexFields.TOPIC_ID, ids);
  }

  private Query listed(String list) {
    var entries = new ArrayList<BytesRef>();
    for (var entry : names.list(list)) {
      if (!entry.isBlank()) {
        entries.add(new BytesRef(Keywords.fold(entry)));
      }
    }
    return new TermInSetQuery(IndexFields.AUTHOR_NAME, entries);
  }

  /// Says whether a phrase is found without looking at positions.
  private static boolean isOneTerm(Phrase phrase) {
    return phrase.steps().size() == 1
        && phrase.place() != Place.TITLE
        && !isPlainRaw(phrase.steps().getFirst().test());
  }

  static boolean isPlainRaw(WordTest test) {
    return test instanceof WordTest.Raw(var form, var folded) && form.equals(folded);
  }

  private static Query term(Phrase phrase) {
    return term(new Leaf(phrase.place(), phrase.steps().getFirst().test()));
  }

  /// Returns the query for posts in which a leaf's term stands anywhere.
  static Query term(Leaf leaf) {
    var words = IndexFields.words(leaf.place());
    var signs = IndexFields.signs(leaf.place());
    return switch (leaf.test()) {
      case WordTest.Exact(var word) -> exact(words, word);
      case WordTest.Pair(var first, var second) -> exact(signs, IndexFields.PAIR + first + second);
      case WordTest.Raw(var form, var folded) when form.equals(folded) -> exact(words, folded);
      case WordTest.Raw(var form, _) -> exact(signs, IndexFields.RAW + form);
      case WordTest.Sign(var sign) -> exact(signs, sign);
      case WordTest.Like(var mark, var pattern) -> {
        var field = mark.isEmpty() ? words : signs;
        yield new AutomatonQuery(new Term(field), automaton(mark, pattern.automaton()));
      }
    };
  }

  /// Returns a machine of ours as one of Lucene's, behind a mark that all its words begin with.
  static Automaton automaton(String mark, WordAutomaton machine) {
    var builder = new Automaton.Builder();
    for (int state = 0; state < machine.states(); state++) {
      builder.createState();
      builder.setAccept(state, machine.isAccepting(state));
    }
    machine.steps().forEach(s -> builder.addTransition(s.from(), s.to(), s.min(), s.max()));
    var plain = builder.finish();
    return mark.isEmpty() ? plain : behind(mark.charAt(0), plain);
  }

  private static Automaton behind(char mark, Automaton plain) {
    var marked = new Automaton();
    int start = marked.createState();
    marked.copy(plain);
    marked.addTransition(start, 1, mark);
    marked.finishState();
    return marked;
  }
}
