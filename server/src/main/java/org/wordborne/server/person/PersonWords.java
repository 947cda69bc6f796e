package org.wordborne.server.person;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;

/// How much people said.
@Component
public class PersonWords {
  private final Transactions transactions;

  PersonWords(Transactions transactions) {
    this.transactions = transactions;
  }

  /// How many words that count each of `people` spoke in `[from, to)`; who spoke none is left out.
  ///
  /// @param glad whether only positive ones are counted
  public Map<UUID, Integer> of(
      Scope scope, Collection<UUID> people, Instant from, Instant to, boolean glad) {
    var counts = new HashMap<UUID, Integer>();
    if (people.isEmpty()) {
      return counts;
    }
    transactions.in(
        scope,
        tx ->
            tx.sql(
                    """
                    select person_id, count(*)::int from spoken
                    where person_id in (:people) and at >= :from and at < :to and counted
                      and (not :glad or sentiment = 'positive')
                    group by person_id
                    """)
                .param("people", people)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("glad", glad)
                .query((row, _) -> counts.put(row.getObject(1, UUID.class), row.getInt(2)))
                .list());
    return counts;
  }

  /// The words that [#of] counts, the newest first.
  public List<UUID> mentions(
      Scope scope, Collection<UUID> people, Instant from, Instant to, boolean glad) {
    if (people.isEmpty()) {
      return List.of();
    }
    return transactions.in(
        scope,
        tx ->
            tx.sql(
                    """
                    select mention_id from spoken
                    where person_id in (:people) and at >= :from and at < :to and counted
                      and mention_id is not null and (not :glad or sentiment = 'positive')
                    order by at desc, mention_id
                    """)
                .param("people", people)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("glad", glad)
                .query(UUID.class)
                .list());
  }
}
