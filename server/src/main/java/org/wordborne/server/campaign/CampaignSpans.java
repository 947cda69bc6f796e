package org.wordborne.server.campaign;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Money;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;

/// When campaigns ran, about what, and what they cost; for whoever measures what came of them.
@Component
public class CampaignSpans {
  private static final double MINUTES = 60;
  private final Transactions transactions;

  CampaignSpans(Transactions transactions) {
    this.transactions = transactions;
  }

  /// A campaign that runs or ran.
  ///
  /// @param to its end as planned, or when it was closed before
  /// @param topics the topics it speaks to
  /// @param spent what was written down as spent
  /// @param hours what was written down as worked
  public record Span(
      UUID id,
      String name,
      Instant from,
      Instant to,
      ZoneId zone,
      Set<UUID> topics,
      Money spent,
      double hours) {}

  /// All campaigns that were started, newest first.
  public List<Span> spans(Scope scope) {
    return transactions.in(
        scope,
        tx -> {
          var spans = new ArrayList<Span>();
          for (CampaignRecord known : CampaignBook.all(tx)) {
            Instant from = known.startsAt();
            Instant to = known.endsAt();
            if (known.startedAt() != null && from != null && to != null) {
              spans.add(span(tx, known, later(from, known.startedAt()), end(known, to)));
            }
          }
          return List.copyOf(spans);
        });
  }

  /* Somebody who starts after the time that was planned starts then. */
  private static Instant later(Instant planned, Instant started) {
    return planned.isAfter(started) ? planned : started;
  }

  private static Instant end(CampaignRecord known, Instant planned) {
    Instant closed = known.closedAt();
    return closed != null && closed.isBefore(planned) ? closed : planned;
  }

  private static Span span(JdbcClient tx, CampaignRecord known, Instant from, Instant to) {
    return new Span(
        known.id(),
        known.name(),
        from,
        to,
        known.zone(),
        Set.copyOf(known.topics()),
        new Money(sum(tx, known.id(), "money"), known.currency()),
        sum(tx, known.id(), "work") / MINUTES);
  }

  private static long sum(JdbcClient tx, UUID campaign, String kind) {
    return tx.sql("select coalesce(sum(amount), 0) from cost where campaign_id = ? and kind = ?")
        .params(campaign, kind)
        .query(Long.class)
        .single();
  }
}
