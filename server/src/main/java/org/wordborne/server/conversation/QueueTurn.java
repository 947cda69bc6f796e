package org.wordborne.server.conversation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Scope;

/// How many conversations were handled so far: the kept places of the queue move up with it.
@Component
final class QueueTurn {
  /// One more was handled.
  void next(Scope scope, JdbcClient tx) {
    tx.sql(
            """
            insert into queue_turn as q (workspace_id, handled) values (:workspace, 1)
            on conflict (workspace_id) do update set handled = q.handled + 1
            """)
        .param("workspace", scope.workspace().value())
        .update();
  }

  /// How many were handled.
  long handled(JdbcClient tx) {
    return tx.sql("select handled from queue_turn").query(Long.class).optional().orElse(0L);
  }
}
