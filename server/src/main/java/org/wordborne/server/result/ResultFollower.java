package org.wordborne.server.result;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.mention.Mention;
import org.wordborne.server.mention.MentionFollower;
import org.wordborne.server.workspace.Scope;

/// Counts every word on the day on which it was spoken, and takes it out again before it counts
/// anew.
@Component
final class ResultFollower implements MentionFollower {
  @Override
  public String name() {
    return "results";
  }

  @Override
  public void follow(Scope scope, List<Mention> batch, JdbcClient tx) {
    planAnew(tx);
    CountedWords.retract(tx, batch.stream().map(Mention::id).toList());
    CountedWords.count(tx, scope.workspace().value(), batch);
  }

  /* Tables here grow fast: a plan that was made while they were small would be kept for long. */
  private static void planAnew(JdbcClient tx) {
    tx.sql("select set_config('plan_cache_mode', 'force_custom_plan', true)")
        .query(String.class)
        .single();
  }
}
