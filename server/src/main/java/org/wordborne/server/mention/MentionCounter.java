package org.wordborne.server.mention;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Scope;

/// Gives numbers to what happens in a workspace, in the order of commits.
///
/// The counter is a row: whoever wants numbers locks it and keeps the lock until commit.
@Component
class MentionCounter {

  /// Locks the counter until the end of the transaction and returns the newest number given.
  long lock(JdbcClient tx, Scope scope) {
    return tx.sql(
            """
            insert into mention_counter (workspace_id, seq) values (?, 0)
            on conflict (workspace_id) do update set seq = mention_counter.seq
            returning seq""")
        .param(scope.workspace().value())
        .query(Long.class)
        .single();
  }

  /// Says that all numbers up to `seq` are given; the counter must be locked.
  void advance(JdbcClient tx, Scope scope, long seq) {
    tx.sql("update mention_counter set seq = ? where workspace_id = ?")
        .param(seq)
        .param(scope.workspace().value())
        .update();
  }

  /// The newest number that is committed; 0 where nothing was heard yet.
  long newest(JdbcClient tx) {
    return tx.sql("select seq from mention_counter").query(Long.class).optional().orElse(0L);
  }
}
