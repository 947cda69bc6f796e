package org.wordborne.server.conversation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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

  /// Says from when on words wait for an answer: what was spoken before is history.
  void begin(Scope scope, Instant at, JdbcClient tx) {
    tx.sql(
            """
            insert into queue_turn as q (workspace_id, begins_at) values (:workspace, :at)
            on conflict (workspace_id) do update set begins_at = excluded.begins_at
            """)
        .param("workspace", scope.workspace().value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /// From when on words wait for an answer.
  Instant beginning(JdbcClient tx) {
    return tx.sql("select begins_at from queue_turn where begins_at is not null")
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant)
        .orElse(Instant.MIN);
  }

  /// How many were handled.
  long handled(JdbcClient tx) {
    return tx.sql("select handled from queue_turn").query(Long.class).optional().orElse(0L);
  }
}
