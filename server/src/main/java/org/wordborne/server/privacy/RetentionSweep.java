package org.wordborne.server.privacy;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.mention.OldWords;
import org.wordborne.server.privacy.RetentionDesk.Rules;
import org.wordborne.server.workspace.CrashPoint;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.act.ActBook;
import org.wordborne.server.workspace.personal.RetiredWords;

/// Lets go what is older than it is kept, some thousand words at a time: each in one transaction
/// with all that was made of them, so that a stop leaves no half.
@Component
class RetentionSweep {
  private static final int AT_ONCE = 2_000;
  private static final Duration SLICE = Duration.ofHours(6);
  private static final Duration REQUESTS = Duration.ofDays(730);

  private final Transactions transactions;
  private final RetentionDesk desk;
  private final OldWords words;
  private final Custodians custodians;
  private final RequestBook requests;
  private final ActBook acts;

  RetentionSweep(
      Transactions transactions,
      RetentionDesk desk,
      OldWords words,
      Custodians custodians,
      RequestBook requests,
      ActBook acts) {
    this.transactions = transactions;
    this.desk = desk;
    this.words = words;
    this.custodians = custodians;
    this.requests = requests;
    this.acts = acts;
  }

  /// Sweeps until nothing is too old; returns how many words went.
  long sweep(Scope scope, Instant now) {
    Rules rules = transactions.in(scope, desk::rules);
    transactions.run(scope, tx -> requests.prune(tx, now.minus(REQUESTS)));
    markup(scope, now, now.minus(Duration.ofDays(rules.rawDays())));
    long gone = 0;
    for (Map.Entry<OldWords.Of, Instant> span : RetentionDesk.spans(rules, now).entrySet()) {
      int some = batch(scope, span.getValue(), span.getKey());
      gone += some;
      while (some == AT_ONCE) {
        some = batch(scope, span.getValue(), span.getKey());
        gone += some;
      }
    }
    tell(scope, rules);
    return gone;
  }

  private int batch(Scope scope, Instant before, OldWords.Of sources) {
    List<UUID> old = transactions.in(scope, tx -> words.before(tx, before, sources, AT_ONCE));
    if (old.isEmpty()) {
      return 0;
    }
    words.unindex(scope, old);
    CrashPoint.reach("retention.unindexed");
    transactions.run(
        scope,
        tx -> {
          var retired = new RetiredWords(old);
          custodians.all().forEach(custodian -> custodian.retire(scope, tx, retired));
          count(tx, scope, old.size());
        });
    CrashPoint.reach("retention.swept");
    return old.size();
  }

  /* Counted with the words themselves, and told once a sweep. */
  private static void count(JdbcClient tx, Scope scope, int swept) {
    tx.sql(
            """
            insert into retention (workspace_id, source_id, months, raw_days, swept)
            values (?, ?, 13, 30, ?)
            on conflict (workspace_id, source_id) do update
              set swept = retention.swept + excluded.swept""")
        .params(scope.workspace().value(), RetentionDesk.ALL, swept)
        .update();
  }

  private void tell(Scope scope, Rules rules) {
    transactions.run(
        scope,
        tx -> {
          long swept =
              tx.sql("select coalesce(max(swept), 0) from retention where source_id = ?")
                  .param(RetentionDesk.ALL)
                  .query(Long.class)
                  .single();
          if (swept > 0) {
            tx.sql("update retention set swept = 0 where source_id = ?")
                .param(RetentionDesk.ALL)
                .update();
            acts.write(
                scope,
                tx,
                "retention.swept",
                null,
                Map.of("words", Long.toString(swept), "months", Integer.toString(rules.months())));
          }
        });
  }

  private void markup(Scope scope, Instant now, Instant before) {
    Instant from = transactions.in(scope, tx -> rawFrom(tx, scope, now));
    while (from.isBefore(before)) {
      Instant begin = from;
      Instant end = begin.plus(SLICE).isBefore(before) ? begin.plus(SLICE) : before;
      transactions.run(
          scope,
          tx -> {
            words.dropMarkup(tx, begin, end);
            tx.sql("update retention set raw_upto = ? where source_id = ?")
                .params(end.atOffset(ZoneOffset.UTC), RetentionDesk.ALL)
                .update();
          });
      from = end;
    }
  }

  /* Where it was, or the first word there is: nothing is older. A time that is still to come was
  written by a clock that was wrong. */
  private Instant rawFrom(JdbcClient tx, Scope scope, Instant now) {
    count(tx, scope, 0);
    tx.sql("update retention set raw_upto = default where source_id = ? and raw_upto > ?")
        .params(RetentionDesk.ALL, now.atOffset(ZoneOffset.UTC))
        .update();
    Instant upto =
        tx.sql("select raw_upto from retention where source_id = ?")
            .param(RetentionDesk.ALL)
            .query(OffsetDateTime.class)
            .single()
            .toInstant();
    Instant first = words.firstHeard(tx);
    if (first == null) {
      return Instant.MAX;
    }
    return first.isAfter(upto) ? first : upto;
  }
}
