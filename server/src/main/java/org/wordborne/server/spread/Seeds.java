package org.wordborne.server.spread;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;

/// Whom to ask to hear first, so that a word gets far.
@Component
public class Seeds {
  private final Transactions transactions;

  Seeds(Transactions transactions) {
    this.transactions = transactions;
  }

  /// How the seeds of a campaign were parted, if half of them were held back.
  public Optional<HeldBack> heldBack(Scope scope, UUID campaign) {
    return transactions.in(
        scope,
        tx -> {
          var seeded = new ArrayList<UUID>();
          var held = new ArrayList<UUID>();
          var at = new ArrayList<OffsetDateTime>();
          tx.sql(
                  """
                  select o.person_id, o.held_back, p.taken_at from seed_plan p
                  join seed_plan_person o on o.workspace_id = p.workspace_id and o.plan_id = p.id
                  where p.campaign_id = :campaign and p.held order by o.number
                  """)
              .param("campaign", campaign)
              .query(
                  (row, _) -> {
                    at.add(row.getObject(3, OffsetDateTime.class));
                    return (row.getBoolean(2) ? held : seeded).add(row.getObject(1, UUID.class));
                  })
              .list();
          return at.isEmpty()
              ? Optional.empty()
              : Optional.of(new HeldBack(seeded, held, at.getFirst().toInstant()));
        });
  }
}
