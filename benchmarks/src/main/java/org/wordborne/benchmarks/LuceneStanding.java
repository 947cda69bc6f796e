package org.wordborne.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.Presearcher;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.wordborne.benchmarks.StandingWorkload.Asked;

/// The peer: Lucene Monitor with one of its pre-searchers. Documents are built before, analysis
/// is inside what is measured.
final class LuceneStanding implements StandingSide {
  private static final String FIELD = "text";
  private static final int BLOCK = 5_000;

  private final Monitor monitor;

  LuceneStanding(List<Asked> queries, Presearcher presearcher) throws IOException {
    monitor = new Monitor(new StandardAnalyzer(), presearcher);
    var block = new ArrayList<MonitorQuery>();
    for (int i = 0; i < queries.size(); i++) {
      block.add(new MonitorQuery("q" + i, built(queries.get(i))));
      if (block.size() == BLOCK || i == queries.size() - 1) {
        monitor.register(block);
        block.clear();
      }
    }
  }

  private static Query built(Asked asked) {
    return switch (asked) {
      case Asked.Word(var word) -> new TermQuery(new Term(FIELD, word));
      case Asked.Pair(var first, var second) -> new PhraseQuery(FIELD, first, second);
      case Asked.Both(var parts) -> joined(parts, Occur.MUST);
      case Asked.Either(var parts) -> joined(parts, Occur.SHOULD);
      case Asked.Without(var part, var excluded) ->
          new BooleanQuery.Builder()
              .add(built(part), Occur.MUST)
              .add(built(excluded), Occur.MUST_NOT)
              .build();
    };
  }

  private static Query joined(Asked[] parts, Occur occur) {
    var joined = new BooleanQuery.Builder();
    for (var part : parts) {
      joined.add(built(part), occur);
    }
    return joined.build();
  }

  @Override
  public List<Document> prepare(List<String> texts) {
    var documents = new ArrayList<Document>();
    for (var text : texts) {
      var document = new Document();
      document.add(new TextField(FIELD, text, Field.Store.NO));
      documents.add(document);
    }
    return documents;
  }

  @Override
  public long match(List<?> posts) throws IOException {
    long matches = 0;
    for (var post : posts) {
      matches += monitor.match((Document) post, QueryMatch.SIMPLE_MATCHER).getMatchCount();
    }
    return matches;
  }

  @Override
  public void close() throws IOException {
    monitor.close();
  }
}
