package org.wordborne.server.conversation;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.person.Thanks;
import org.wordborne.server.workspace.Scope;

/// Replies that are meant as thanks. Only one that was sent is a thank-you: the ledger gets its
/// line in the transaction that notes it as sent.
@Component
final class PlannedThanks {
  private final Thanks thanks;

  PlannedThanks(Thanks thanks) {
    this.thanks = thanks;
  }

  /// Notes that a reply thanks a person.
  void plan(Scope scope, UUID reply, UUID person, JdbcClient tx) {
    tx.sql(
            """
            insert into thanks_planned (workspace_id, reply_id, person_id)
            values (?, ?, ?) on conflict do nothing""")
        .params(scope.workspace().value(), reply, person)
        .update();
  }

  /// A reply was sent: if it was meant as thanks, they are given.
  void sent(Scope scope, ReplyRecord reply, JdbcClient tx) {
    tx.sql("select person_id from thanks_planned where reply_id = ?")
        .param(reply.id())
        .query(UUID.class)
        .optional()
        .ifPresent(
            person ->
                thanks.give(
                    scope,
                    new Thanks.Entry(
                        person, reply.mention(), "in-thread", "", reply.person(), reply.id()),
                    tx));
  }
}
