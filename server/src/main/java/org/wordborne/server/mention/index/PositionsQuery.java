package org.wordborne.server.mention.index;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;
import org.wordborne.query.PositionProgram;
import org.wordborne.query.QueryNode.Positional;

/// Posts in which words stand as a part of a query asks: in a row, near, in one sentence, in the
/// title, as written.
///
/// Terms narrow the posts first; only in those that are left are positions read, and the same
/// program that standing queries use decides.
final class PositionsQuery extends Query {
  private final Positional node;
  private final PositionProgram program;

  PositionsQuery(Positional node) {
    this.node = node;
    program = PositionProgram.of(node);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    var terms = searcher.rewrite(needed());
    return new PositionsWeight(
        searcher.createWeight(terms, ScoreMode.COMPLETE_NO_SCORES, 1), boost);
  }

  private Query needed() {
    var all = new BooleanQuery.Builder();
    for (var leaves : program.needed()) {
      all.add(anyOf(leaves), Occur.FILTER);
    }
    return all.build();
  }

  private Query anyOf(List<Integer> leaves) {
    var any = new BooleanQuery.Builder();
    for (int leaf : leaves) {
      any.add(LuceneQueries.term(program.leaves().get(leaf)), Occur.SHOULD);
    }
    return any.build();
  }

  private final class PositionsWeight extends ConstantScoreWeight {
    private final Weight terms;

    PositionsWeight(Weight terms, float boost) {
      super(PositionsQuery.this, boost);
      this.terms = terms;
    }

    @Override
    public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
      var candidates = terms.scorerSupplier(context);
      return candidates == null ? null : new Supplier(context, candidates, score());
    }

    @Override
    public boolean isCacheable(LeafReaderContext context) {
      return true;
    }
  }

  private final class Supplier extends ScorerSupplier {
    private final LeafReaderContext context;
    private final ScorerSupplier candidates;
    private final float score;

    Supplier(LeafReaderContext context, ScorerSupplier candidates, float score) {
      this.context = context;
      this.candidates = candidates;
      this.score = score;
    }

    @Override
    public Scorer get(long leadCost) throws IOException {
      var words = new PostedWords(program.leaves(), context.reader());
      var approximation = candidates.get(leadCost).iterator();
      var verified =
          new TwoPhaseIterator(approximation) {
            @Override
            public boolean matches() throws IOException {
              words.moveTo(approximation.docID());
              return words.satisfy(program);
            }

            @Override
            public float matchCost() {
              return 200;
            }
          };
      return new ConstantScoreScorer(score, ScoreMode.COMPLETE_NO_SCORES, verified);
    }

    @Override
    public long cost() {
      return candidates.cost();
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PositionsQuery that && node.equals(that.node);
  }

  @Override
  public int hashCode() {
    return Objects.hash(PositionsQuery.class, node);
  }

  @Override
  public String toString(String field) {
    return org.wordborne.query.Query.normal(node);
  }
}
