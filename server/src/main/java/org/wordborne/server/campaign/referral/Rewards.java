package org.wordborne.server.campaign.referral;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.campaign.MoneyBook;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.Money;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Postings;
import org.wordborne.server.workspace.Postings.Move;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;

/// What is promised, owed and paid for friends: a double entry book that never promises more than
/// its budget.
@Component
class Rewards {
  private static final Map<String, Set<String>> NEXT =
      Map.of(
          "promised", Set.of("owed", "expired", "clawed-back"),
          "owed", Set.of("paid", "clawed-back"),
          "paid", Set.of("clawed-back"));
  private static final Set<String> BACK = Set.of("expired", "clawed-back");

  private final Postings postings;
  private final MoneyBook money;
  private final Ids ids;
  private final InstantSource clock;

  Rewards(Postings postings, MoneyBook money, Ids ids, InstantSource clock) {
    this.postings = postings;
    this.money = money;
    this.ids = ids;
    this.clock = clock;
  }

  /// A reward.
  ///
  /// @param brought how many the advocate brought so far
  /// @param silent how many of those brought nobody
  record RewardView(
      UUID id,
      String advocateCode,
      Money amount,
      String state,
      java.time.Instant at,
      int brought,
      int silent) {}

  /// Puts money aside for rewards.
  void fund(Scope scope, JdbcClient tx, Programme programme, SignedIn by) {
    if (programme.budget().minor() > 0) {
      postings.move(
          scope,
          tx,
          move(
              programme,
              "fund/" + programme.id(),
              "campaign",
              "budget",
              programme.budget().minor(),
              "funded"),
          by);
    }
  }

  /// Promises a reward, if the budget still holds it.
  void promise(Scope scope, JdbcClient tx, Programme programme, UUID advocate, UUID referred) {
    long amount = programme.reward().minor();
    if (amount == 0) {
      return;
    }
    UUID id = ids.next();
    try {
      postings.hard(
          scope,
          tx,
          move(programme, "promise/" + referred, "budget", "promised", amount, "promised"),
          0,
          null);
    } catch (Postings.TooLittleException empty) {
      return; // The page says: as long as the budget lasts.
    }
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    tx.sql(
            """
            insert into reward (workspace_id, id, programme, advocate, referred, amount_minor,
              state, at, changed_at)
            values (?, ?, ?, ?, ?, ?, 'promised', ?, ?)\
            """)
        .params(scope.workspace().value(), id, programme.id(), advocate, referred, amount, now, now)
        .update();
  }

  private static Move move(
      Programme programme, String key, String from, String to, long amount, String why) {
    return new Move(key, programme.book(), programme.budget().currency(), from, to, amount, why);
  }

  /// Moves a reward on: approved (owed), paid, expired, clawed back. What is paid is spent of the
  /// campaign's money; what expires or is taken back can be promised again.
  void change(SignedIn by, JdbcClient tx, Programme programme, UUID id, String to) {
    record Known(String state, long amount) {}
    Scope scope = by.scope();
    var known =
        tx.sql("select state, amount_minor from reward where programme = ? and id = ? for update")
            .params(programme.id(), id)
            .query((row, _) -> new Known(row.getString(1), row.getLong(2)))
            .optional()
            .orElseThrow(() -> new NotFoundException("There is no reward " + id + "."));
    if (!NEXT.getOrDefault(known.state(), Set.of()).contains(to)) {
      throw new ConflictException(
          "A reward that is " + known.state() + " cannot become " + to + ".");
    }
    settle(scope, tx, programme, id, known.state(), to, known.amount(), by);
    var amount = new Money(known.amount(), programme.budget().currency());
    if (to.equals("paid")) {
      money.spend(scope, tx, programme.campaign(), amount, "referral", by);
    } else if (known.state().equals("paid")) {
      money.takeBack(scope, tx, programme.campaign(), amount, "referral", by);
    }
  }

  private void settle(
      Scope scope,
      JdbcClient tx,
      Programme programme,
      UUID id,
      String from,
      String to,
      long amount,
      @Nullable SignedIn by) {
    String account = BACK.contains(to) ? "budget" : to;
    String key = "reward/" + id + "/" + to;
    postings.move(scope, tx, move(programme, key, from, account, amount, to), by);
    tx.sql("update reward set state = ?, changed_at = ? where id = ?")
        .params(to, clock.instant().atOffset(ZoneOffset.UTC), id)
        .update();
  }

  /// Lets go what is not paid of the rewards of somebody who is forgotten, and what was only
  /// promised for them: nobody could be paid, and nobody is paid twice when they join again.
  void forget(Scope scope, JdbcClient tx, Programme programme, UUID advocate) {
    record Open(UUID id, String state, long amount) {}
    tx.sql(
            """
            select id, state, amount_minor from reward where programme = ?
              and (advocate = ? and state in ('promised', 'owed')
                or referred = ? and state = 'promised')
            order by id for update\
            """)
        .params(programme.id(), advocate, advocate)
        .query((row, _) -> new Open(row.getObject(1, UUID.class), row.getString(2), row.getLong(3)))
        .list()
        .forEach(
            open -> {
              String to = open.state().equals("promised") ? "expired" : "clawed-back";
              settle(scope, tx, programme, open.id(), open.state(), to, open.amount(), null);
            });
  }

  /// What every account holds.
  Map<String, Long> accounts(Scope scope, Programme programme) {
    return postings.balances(scope, programme.book(), programme.budget().currency());
  }

  List<RewardView> all(JdbcClient tx, Programme programme) {
    return tx.sql(
            """
            select r.*, a.code,
              (select count(*) from advocate f where f.parent = a.id) as brought,
              (select count(*) from advocate f where f.parent = a.id and not exists (
                select 1 from advocate g where g.parent = f.id)) as silent
            from reward r
              join advocate a on a.workspace_id = r.workspace_id and a.id = r.advocate
            where r.programme = ? order by r.at desc, r.id limit 500\
            """)
        .param(programme.id())
        .query(
            (row, _) ->
                new RewardView(
                    row.getObject("id", UUID.class),
                    row.getString("code"),
                    new Money(row.getLong("amount_minor"), programme.budget().currency()),
                    row.getString("state"),
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getInt("brought"),
                    row.getInt("silent")))
        .list();
  }
}
