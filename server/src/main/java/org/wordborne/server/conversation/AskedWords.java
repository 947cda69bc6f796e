package org.wordborne.server.conversation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;

/// What became of given words: which wait for an answer, and what we answered.
@Component
public class AskedWords {
  private final Transactions transactions;

  AskedWords(Transactions transactions) {
    this.transactions = transactions;
  }

  /// A word that waits for an answer.
  public record Waiting(UUID mention, UUID conversation, Instant since) {}

  /// An answer of ours that went out.
  ///
  /// @param mention the word it answers
  /// @param by who sent it
  public record Answered(UUID mention, UUID conversation, String text, String by, Instant at) {}

  /// Those of `mentions` that wait, the longest first.
  public List<Waiting> waiting(Scope scope, Collection<UUID> mentions) {
    if (mentions.isEmpty()) {
      return List.of();
    }
    return transactions.in(
        scope,
        tx ->
            tx.sql(
                    """
                    select mention_id, conversation_id, at from ask
                    where mention_id = any(:mentions) and state = 'waiting' order by at, mention_id
                    """)
                .param("mentions", mentions.toArray(UUID[]::new))
                .query(
                    (row, _) ->
                        new Waiting(
                            row.getObject(1, UUID.class),
                            row.getObject(2, UUID.class),
                            row.getObject(3, OffsetDateTime.class).toInstant()))
                .list());
  }

  /// Our answers to any of `mentions`, in the order in which they went out.
  public List<Answered> answers(Scope scope, Collection<UUID> mentions) {
    if (mentions.isEmpty()) {
      return List.of();
    }
    return transactions.in(
        scope,
        tx ->
            tx.sql(
                    """
                    select mention_id, conversation_id, text, person_name, sent_at from reply
                    where mention_id = any(:mentions) and state = 'sent' order by sent_at, id
                    """)
                .param("mentions", mentions.toArray(UUID[]::new))
                .query(
                    (row, _) ->
                        new Answered(
                            row.getObject(1, UUID.class),
                            row.getObject(2, UUID.class),
                            row.getString(3),
                            row.getString(4),
                            row.getObject(5, OffsetDateTime.class).toInstant()))
                .list());
  }

  /// Those of `people` whom we have answered before.
  public Set<UUID> answeredPeople(Scope scope, Collection<UUID> people) {
    if (people.isEmpty()) {
      return Set.of();
    }
    return transactions.in(
        scope,
        tx ->
            new HashSet<>(
                tx.sql(
                        """
                        select distinct person_id from ask
                        where person_id = any(:people) and state = 'answered'
                        """)
                    .param("people", people.toArray(UUID[]::new))
                    .query(UUID.class)
                    .list()));
  }
}
