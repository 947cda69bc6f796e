package org.wordborne.server.person;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;

/// Who hears whom, by what they did: answers, repeats, thanks, recommendations. Not followers.
@Component
public class TrustArcs {
  /// A deed counts half after so long.
  public static final Duration HALF_LIFE = Duration.ofDays(90);

  private final Transactions transactions;
  private final InstantSource clock;

  TrustArcs(Transactions transactions, InstantSource clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /// An arc.
  ///
  /// @param from who is heard
  /// @param to who hears
  /// @param chance that `to` passes on what `from` says, in (0, .5]
  /// @param deeds how many deeds it rests on
  /// @param newest the word that proves the newest of them
  public record Arc(UUID from, UUID to, double chance, int deeds, UUID newest) {}

  /// All arcs between people who are not ours, from deeds since `since`.
  ///
  /// Who answered, repeated or thanked somebody heard them; a recommendation was heard by the one
  /// it was made to. The chance is `min(.5, 1 − exp(−Σ w · 2^(−age / 90 d)))`, with w .30 for
  /// repeating, .25 recommending, .15 thanking, .08 answering: values of ours, not measured.
  public List<Arc> arcs(Scope scope, Instant since) {
    return transactions.in(
        scope,
        tx ->
            tx.sql(
                    """
                    select heard, hearer,
                      least(.5, 1 - exp(-sum(weight * power(2, -age / :half)))) as chance,
                      count(*)::int as deeds, (array_agg(mention_id order by at desc))[1] as newest
                    from (
                      select case deed when 'recommends' then from_person else to_person end heard,
                        case deed when 'recommends' then to_person else from_person end hearer,
                        case deed when 'repeats' then .30 when 'recommends' then .25
                          when 'thanks' then .15 else .08 end::float8 as weight,
                        greatest(0, extract(epoch from :now::timestamptz - at))::float8 as age,
                        mention_id, at
                      from trust_edge where at >= :since) e
                    join person h on h.id = e.heard and not h.own
                    join person o on o.id = e.hearer and not o.own
                    group by heard, hearer order by heard, hearer
                    """)
                .param("half", (double) HALF_LIFE.toSeconds())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(
                    (row, _) ->
                        new Arc(
                            row.getObject("heard", UUID.class),
                            row.getObject("hearer", UUID.class),
                            row.getDouble("chance"),
                            row.getInt("deeds"),
                            row.getObject("newest", UUID.class)))
                .list());
  }
}
