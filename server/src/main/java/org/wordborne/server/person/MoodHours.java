package org.wordborne.server.person;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;

/// How many words of each sign were spoken in which hour.
@Component
public class MoodHours {
  private final Transactions transactions;

  MoodHours(Transactions transactions) {
    this.transactions = transactions;
  }

  /// The hours from `from` up to `to` in which anybody spoke.
  public Map<Instant, Mood> between(Scope scope, Instant from, Instant to) {
    var hours = new TreeMap<Instant, Mood>();
    transactions.in(
        scope,
        tx ->
            tx.sql(
                    """
                    select hour, positive, negative, neutral, mixed, unsure from hour_mood
                    where hour >= :from and hour < :to
                    """)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query(
                    (row, _) ->
                        hours.put(
                            row.getObject(1, OffsetDateTime.class).toInstant(),
                            new Mood(
                                row.getInt(2),
                                row.getInt(3),
                                row.getInt(4),
                                row.getInt(5),
                                row.getInt(6))))
                .list());
    return hours;
  }

  /// How many words were spoken since `from`, and by how many people.
  public Spoken since(Scope scope, Instant from) {
    return transactions.in(
        scope,
        tx ->
            tx.sql(
                    """
                    select count(*), count(distinct person_id) from spoken
                    where counted and at >= :from
                    """)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Spoken(row.getLong(1), row.getLong(2)))
                .single());
  }

  /// Words, and people who spoke them.
  public record Spoken(long words, long people) {}
}
