package org.wordborne.server.conversation;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.mention.AnsweredMentions;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;

/// What follows when a reply of ours is sent: its word is answered.
@Component
final class AnsweredWords implements AnsweredMentions {
  private final Transactions transactions;
  private final AskBook asks;
  private final ConversationBook conversations;
  private final QueueTurn turn;
  private final PlannedThanks thanks;

  AnsweredWords(
      Transactions transactions,
      AskBook asks,
      ConversationBook conversations,
      QueueTurn turn,
      PlannedThanks thanks) {
    this.transactions = transactions;
    this.asks = asks;
    this.conversations = conversations;
    this.turn = turn;
    this.thanks = thanks;
  }

  /// Notes that a reply was sent.
  void note(Scope scope, ReplyRecord reply, Instant at, JdbcClient tx) {
    asks.answer(reply.conversation(), reply.mention(), at, tx);
    conversations.refresh(List.of(reply.conversation()), tx);
    turn.next(scope, tx);
    thanks.sent(scope, reply, tx);
  }

  @Override
  public Set<UUID> answered(Scope scope, Collection<UUID> mentions) {
    if (mentions.isEmpty()) {
      return Set.of();
    }
    return transactions.in(
        scope,
        tx ->
            new HashSet<>(
                tx.sql(
                        """
                        select mention_id from spoken
                        where mention_id in (:mentions) and answered_at is not null
                        """)
                    .param("mentions", mentions)
                    .query(UUID.class)
                    .list()));
  }
}
