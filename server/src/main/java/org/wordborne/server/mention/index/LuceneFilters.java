package org.wordborne.server.mention.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.wordborne.query.Keywords;
import org.wordborne.query.QueryNode.All;
import org.wordborne.query.QueryNode.KeywordField;
import org.wordborne.server.mention.index.FoundMentions.Costliest;
import org.wordborne.server.mention.index.MentionFilters.Show;

/// Gives a whole question to Lucene: its query and its filters, each a condition of its own.
final class LuceneFilters {
  private final LuceneQueries queries;

  LuceneFilters(LuceneQueries queries) {
    this.queries = queries;
  }

  Query of(MentionQuestion question) {
    return joined(conditions(question).values());
  }

  /// Returns the condition without which most would be found, or null where each alone finds
  /// nothing.
  @Nullable Costliest costliest(IndexSearcher searcher, MentionQuestion question)
      throws IOException {
    var conditions = conditions(question);
    Costliest costliest = null;
    for (var name : conditions.keySet()) {
      var others = new LinkedHashMap<>(conditions);
      others.remove(name);
      long without = searcher.count(joined(others.values()));
      if (without > (costliest == null ? 0 : costliest.without())) {
        costliest = new Costliest(name, without);
      }
    }
    return costliest;
  }

  private static Query joined(Iterable<Query> conditions) {
    var all = new BooleanQuery.Builder();
    boolean any = false;
    for (var condition : conditions) {
      all.add(condition, Occur.FILTER);
      any = true;
    }
    return any ? all.build() : new MatchAllDocsQuery();
  }

  private Map<String, Query> conditions(MentionQuestion question) {
    var conditions = new LinkedHashMap<String, Query>();
    var query = question.query();
    if (query != null) {
      var parts = query.root() instanceof All(var all) ? all : List.of(query.root());
      for (var part : parts) {
        conditions.put(org.wordborne.query.Query.normal(part), queries.of(part));
      }
    }
    addFilters(conditions, question.filters());
    return conditions;
  }

  private static void addFilters(Map<String, Query> conditions, MentionFilters filters) {
    words(conditions, "sentiment", KeywordField.SENTIMENT, filters.sentiments());
    words(conditions, "intent", KeywordField.IS, filters.intents());
    words(conditions, "language", KeywordField.LANG, filters.languages());
    ids(conditions, "source", IndexFields.SOURCE_ID, filters.sources());
    ids(conditions, "topic", IndexFields.TOPIC_ID, filters.topics());
    if (filters.from() != null || filters.to() != null) {
      conditions.put("time", time(filters));
    }
    show(conditions, IndexFields.SPAM, filters.spam());
    show(conditions, IndexFields.HIDDEN, filters.hidden());
  }

  private static Query time(MentionFilters filters) {
    var from = filters.from();
    var to = filters.to();
    long least = from == null ? Long.MIN_VALUE : MentionDocuments.millis(from);
    long most = to == null ? Long.MAX_VALUE : MentionDocuments.millis(to) - 1;
    return LongPoint.newRangeQuery(IndexFields.AT, least, most);
  }

  private static void words(
      Map<String, Query> conditions, String name, KeywordField field, Set<String> values) {
    var folded = new ArrayList<String>();
    values.forEach(value -> folded.add(Keywords.fold(value).replace('_', '-')));
    ids(conditions, name, IndexFields.keyword(field), Set.copyOf(folded));
  }

  private static void ids(
      Map<String, Query> conditions, String name, String field, Set<String> values) {
    if (!values.isEmpty()) {
      var terms = values.stream().map(BytesRef::new).toList();
      conditions.put(name, new TermInSetQuery(field, terms));
    }
  }

  private static void show(Map<String, Query> conditions, String flag, Show show) {
    var flagged = new TermQuery(new Term(IndexFields.FLAG, flag));
    switch (show) {
      case ONLY -> conditions.put(flag, flagged);
      case EXCLUDE -> {
        var others = new BooleanQuery.Builder();
        others.add(new MatchAllDocsQuery(), Occur.FILTER);
        others.add(flagged, Occur.MUST_NOT);
        conditions.put(flag, others.build());
      }
      case INCLUDE -> {
        // Nothing to narrow.
      }
    }
  }
}
