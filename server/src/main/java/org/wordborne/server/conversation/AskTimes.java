package org.wordborne.server.conversation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;

/// When somebody asked, and when we answered; for whoever tells how well that went.
@Component
public class AskTimes {
  private final Transactions transactions;

  AskTimes(Transactions transactions) {
    this.transactions = transactions;
  }

  /// A word that asked for an answer.
  ///
  /// @param answeredAt when it was first answered; null where it was not
  public record AskTime(UUID mention, Instant at, @Nullable Instant answeredAt) {}

  /// All words that asked in `[from, to)`, the earliest first; those that were taken back, or that
  /// turned out to ask nothing, are left out.
  public List<AskTime> asked(Scope scope, Instant from, Instant to) {
    return transactions.in(
        scope,
        tx ->
            tx.sql(
                    """
                    select mention_id, at, answered_at from ask
                    where state <> 'gone' and at >= ? and at < ? order by at, mention_id\
                    """)
                .params(from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC))
                .query(
                    (row, _) ->
                        new AskTime(
                            row.getObject(1, UUID.class),
                            row.getObject(2, OffsetDateTime.class).toInstant(),
                            instant(row.getObject(3, OffsetDateTime.class))))
                .list());
  }

  /// The words to which an answer of ours went out in `[from, to)`, one for each answer.
  public List<UUID> answered(Scope scope, Instant from, Instant to) {
    return transactions.in(
        scope,
        tx ->
            tx.sql(
                    """
                    select mention_id from reply
                    where state = 'sent' and sent_at >= ? and sent_at < ? order by sent_at, id\
                    """)
                .params(from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list());
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }
}
