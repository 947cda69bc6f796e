package org.wordborne.server.campaign;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.Money;
import org.wordborne.server.workspace.Postings;
import org.wordborne.server.workspace.Postings.Move;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;

/// What a campaign may spend, has set aside, and has spent: the book `budget/CAMPAIGN` with the
/// accounts `owner`, `left`, `planned:WHAT`, `spent:WHAT` and `spent`.
///
/// The cap is hard: what is set aside and what is spent never come to more than the budget, also
/// when many spend at once.
@Component
public class MoneyBook {
  private static final String PLANNED = "planned:";
  private static final String LEFT = "left";
  private static final String SPENT = "spent";
  private static final String SPENT_OF = "spent:";
  private final Postings postings;
  private final Ids ids;

  MoneyBook(Postings postings, Ids ids) {
    this.postings = postings;
    this.ids = ids;
  }

  /// Spends, first out of what is set aside for it, then out of what is left.
  ///
  /// @throws ConflictException if the budget would be exceeded
  /// @throws BadInputException if it is an amount in another currency
  public void spend(
      Scope scope, JdbcClient tx, UUID campaign, Money amount, String what, SignedIn by) {
    var known = CampaignBook.locked(tx, campaign);
    check(known, amount);
    Long planned = held(scope, known).get(PLANNED + what);
    String spent = planned == null ? SPENT : SPENT_OF + what;
    long ofPlan = planned == null ? 0 : Math.min(planned, amount.minor());
    if (ofPlan > 0) {
      move(scope, tx, known, move(known, PLANNED + what, spent, ofPlan, "spent"), by);
    }
    long more = amount.minor() - ofPlan;
    if (more > 0) {
      move(scope, tx, known, move(known, LEFT, spent, more, "spent"), by);
    }
  }

  /// Sets aside so much in all for a thing, as `prizes`; what was set aside and what was spent for
  /// it before counts as part of it.
  ///
  /// @throws ConflictException if the budget would be exceeded
  /// @throws BadInputException if it is an amount in another currency
  public void plan(
      Scope scope, JdbcClient tx, UUID campaign, String what, Money amount, SignedIn by) {
    var known = CampaignBook.locked(tx, campaign);
    check(known, amount);
    Map<String, Long> held = held(scope, known);
    long wanted = open(held, what, amount);
    long more = wanted - held.getOrDefault(PLANNED + what, 0L);
    if (more > 0) {
      move(scope, tx, known, move(known, LEFT, PLANNED + what, more, "planned"), by);
    } else if (more < 0) {
      move(scope, tx, known, move(known, PLANNED + what, LEFT, -more, "planned"), by);
    }
  }

  /// Sets nothing aside for a thing any more; what was spent for it stays spent.
  public void free(Scope scope, JdbcClient tx, UUID campaign, String what, SignedIn by) {
    var known = CampaignBook.locked(tx, campaign);
    plan(scope, tx, campaign, what, Money.none(known.currency()), by);
  }

  /// Takes back what was spent for a thing: it is set aside for it again.
  ///
  /// @throws ConflictException if less was spent for it
  /// @throws BadInputException if it is an amount in another currency
  public void takeBack(
      Scope scope, JdbcClient tx, UUID campaign, Money amount, String what, SignedIn by) {
    var known = CampaignBook.locked(tx, campaign);
    check(known, amount);
    move(
        scope,
        tx,
        known,
        move(known, SPENT_OF + what, PLANNED + what, amount.minor(), "taken back"),
        by);
  }

  /* What of a plan is not spent yet. */
  private static long open(Map<String, Long> held, String what, Money amount) {
    return Math.max(0, amount.minor() - held.getOrDefault(SPENT_OF + what, 0L));
  }

  /* The budget itself: more comes from the owner, less goes back, but never what is promised. */
  void budget(
      Scope scope, JdbcClient tx, CampaignRecord known, @Nullable Money budget, SignedIn by) {
    long had = held(scope, known).getOrDefault("owner", 0L);
    long more = (budget == null ? 0 : budget.minor()) + had;
    if (more > 0) {
      move(scope, tx, known, move(known, "owner", LEFT, more, "budget"), by);
    } else if (more < 0) {
      less(scope, tx, known, move(known, LEFT, "owner", -more, "budget"), budget, by);
    }
  }

  /* Sets less aside where less is planned; more is set aside later. */
  void lessAside(
      Scope scope,
      JdbcClient tx,
      CampaignRecord known,
      List<Brief.PlannedCost> plans,
      SignedIn by) {
    Map<String, Long> held = held(scope, known);
    for (var plan : plans) {
      check(known, plan.amount());
      long less =
          held.getOrDefault(PLANNED + plan.what(), 0L) - open(held, plan.what(), plan.amount());
      if (less > 0) {
        move(scope, tx, known, move(known, PLANNED + plan.what(), LEFT, less, "planned"), by);
      }
    }
  }

  /* A budget changes its currency only while nothing is bound in the old one. */
  void leaveCurrency(Scope scope, JdbcClient tx, CampaignRecord known, SignedIn by) {
    long bound =
        held(scope, known).entrySet().stream()
            .filter(one -> !one.getKey().equals("owner") && !one.getKey().equals(LEFT))
            .mapToLong(Map.Entry::getValue)
            .sum();
    if (bound != 0) {
      throw new ConflictException(
          "Something is set aside or spent in "
              + known.currency()
              + " already; the budget stays"
              + " in it.");
    }
    budget(scope, tx, known, null, by);
  }

  private void less(
      Scope scope,
      JdbcClient tx,
      CampaignRecord known,
      Move move,
      @Nullable Money budget,
      SignedIn by) {
    try {
      postings.hard(scope, tx, move, 0, by);
    } catch (Postings.TooLittleException promised) {
      long given = -held(scope, known).getOrDefault("owner", 0L);
      Money bound = new Money(given - promised.held(), known.currency());
      throw new ConflictException(
          "%s is set aside or spent already; the budget cannot be %s."
              .formatted(bound.text(), budget == null ? "nothing" : budget.text()));
    }
  }

  private void move(Scope scope, JdbcClient tx, CampaignRecord known, Move move, SignedIn by) {
    long floor = move.from().equals("owner") ? Long.MIN_VALUE / 2 : 0;
    try {
      postings.hard(scope, tx, move, floor, by);
    } catch (Postings.TooLittleException empty) {
      throw exceeded(scope, known, move.amount());
    }
  }

  private ConflictException exceeded(Scope scope, CampaignRecord known, long more) {
    Map<String, Long> held = held(scope, known);
    Money budget = known.budget();
    if (budget == null) {
      return new ConflictException("The campaign has no budget yet; give it one first.");
    }
    Money all = new Money(budget.minor() - held.getOrDefault(LEFT, 0L) + more, known.currency());
    return new ConflictException(
        "Set aside and spent come to %s; the budget is %s, exceeded by %s."
            .formatted(all.text(), budget.text(), all.minus(budget).text()));
  }

  private static void check(CampaignRecord known, Money amount) {
    if (!amount.currency().equals(known.currency())) {
      throw new BadInputException(
          "amount", amount.text(), "The budget is in " + known.currency() + ".");
    }
    if (amount.minor() < 0) {
      throw new BadInputException("amount", amount.text(), "An amount is 0 or more.");
    }
  }

  private Move move(CampaignRecord known, String from, String to, long amount, String why) {
    return new Move(
        "budget/" + ids.next(), book(known.id()), known.currency(), from, to, amount, why);
  }

  /// How it stands.
  CampaignMoney view(Scope scope, CampaignRecord known, List<CampaignMoney.Cost> costs) {
    Map<String, Long> held = held(scope, known);
    var planned =
        held.entrySet().stream()
            .filter(account -> account.getKey().startsWith(PLANNED) && account.getValue() > 0)
            .map(
                account ->
                    new Brief.PlannedCost(
                        account.getKey().substring(PLANNED.length()),
                        new Money(account.getValue(), known.currency())))
            .toList();
    return new CampaignMoney(
        known.currency(),
        known.budget(),
        planned,
        new Money(spent(held), known.currency()),
        new Money(held.getOrDefault(LEFT, 0L), known.currency()),
        costs);
  }

  private static long spent(Map<String, Long> held) {
    return held.entrySet().stream()
        .filter(one -> one.getKey().equals(SPENT) || one.getKey().startsWith(SPENT_OF))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private Map<String, Long> held(Scope scope, CampaignRecord known) {
    return postings.balances(scope, book(known.id()), known.currency());
  }

  private static String book(UUID campaign) {
    return "budget/" + campaign;
  }
}
