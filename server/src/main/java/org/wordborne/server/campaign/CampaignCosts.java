package org.wordborne.server.campaign;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.Money;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;

/* Money spent and work done, as it was written down. */
@Component
class CampaignCosts {
  private static final int LONGEST = 200;
  private static final int MOST_MINUTES = 60 * 1_000;
  private final Transactions transactions;
  private final MoneyBook money;
  private final Ids ids;
  private final InstantSource clock;

  CampaignCosts(Transactions transactions, MoneyBook money, Ids ids, InstantSource clock) {
    this.transactions = transactions;
    this.money = money;
    this.ids = ids;
    this.clock = clock;
  }

  /* What is to be written down: an amount, or minutes of work. */
  record CampaignCostRequest(
      @Nullable String what, @Nullable Money amount, @Nullable Integer minutes) {}

  List<CampaignMoney.Cost> all(Scope scope, CampaignRecord known) {
    return transactions.in(
        scope,
        tx ->
            tx.sql("select * from cost where campaign_id = ? order by at desc, id desc")
                .param(known.id())
                .query(
                    (row, _) ->
                        new CampaignMoney.Cost(
                            row.getObject("id", UUID.class),
                            row.getString("what"),
                            row.getString("kind").equals("money")
                                ? new Money(row.getLong("amount"), known.currency())
                                : null,
                            row.getString("kind").equals("money") ? null : row.getInt("amount"),
                            row.getObject("at", OffsetDateTime.class).toInstant()))
                .list());
  }

  void add(SignedIn by, UUID campaign, CampaignCostRequest asked) {
    String what = asked.what() == null ? "" : asked.what().strip();
    if (what.isEmpty() || what.length() > LONGEST) {
      throw new BadInputException("what", asked.what(), "Say in 1 to 200 characters what for.");
    }
    Money amount = asked.amount();
    Integer minutes = asked.minutes();
    if ((amount == null) == (minutes == null)) {
      throw new BadInputException("amount", null, "Either an amount or minutes of work.");
    }
    Scope scope = by.scope();
    transactions.run(
        scope,
        tx -> {
          if (amount != null) {
            if (amount.minor() <= 0) {
              throw new BadInputException("amount", amount.text(), "More than nothing.");
            }
            money.spend(scope, tx, campaign, amount, what, by);
            write(scope, tx, campaign, what, "money", amount.minor(), by);
          } else if (minutes != null) {
            if (minutes < 1 || minutes > MOST_MINUTES) {
              throw new BadInputException("minutes", minutes, "From 1 minute to 1,000 hours.");
            }
            CampaignBook.get(tx, campaign);
            write(scope, tx, campaign, what, "work", minutes, by);
          }
        });
  }

  private void write(
      Scope scope,
      JdbcClient tx,
      UUID campaign,
      String what,
      String kind,
      long amount,
      SignedIn by) {
    tx.sql(
            """
            insert into cost (workspace_id, id, campaign_id, what, kind, amount, at, by_id)
            values (?, ?, ?, ?, ?, ?, ?, ?::uuid)\
            """)
        .params(
            java.util.Arrays.asList(
                scope.workspace().value(),
                ids.next(),
                campaign,
                what,
                kind,
                amount,
                CampaignBook.at(clock.instant()),
                by.person()))
        .update();
  }
}
