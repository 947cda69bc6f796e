package org.wordborne.server.mention;

import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.wordborne.query.Query;
import org.wordborne.query.QueryContext;
import org.wordborne.query.ReferenceEvaluator;
import org.wordborne.server.workspace.Scope;

/// Which words satisfy a query, asked one by one; says what search would say.
@Component
public class WordQueries {
  private final IndexedForms forms;

  WordQueries(IndexedForms forms) {
    this.forms = forms;
  }

  /// Whether a word satisfies `query`, by the names that topics and sources have now.
  public Predicate<Mention> of(Scope scope, Query query) {
    var names = forms.names(scope);
    return word ->
        ReferenceEvaluator.matches(
            query,
            IndexedForms.post(word),
            IndexedForms.judgements(word, names),
            QueryContext.NONE);
  }
}
