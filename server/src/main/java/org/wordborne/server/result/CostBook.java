package org.wordborne.server.result;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.Money;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;

/// What was typed in: what an hour costs, what was paid for elsewhere, and what else happened.
@Component
class CostBook {
  private static final int LONGEST = 200;
  private static final long MOST_RESPONSES = 100_000_000;
  private static final Set<String> MEASURES = Set.of("all", "glad", "people", "first", "turnover");

  private final Transactions transactions;
  private final Ids ids;
  private final InstantSource clock;

  CostBook(Transactions transactions, Ids ids, InstantSource clock) {
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  /// What was paid for elsewhere, as it is typed.
  ///
  /// @param amount as `240.00 GBP`
  /// @param responses how many it is assumed to have brought
  /// @param assumption where that number is from
  record SpendDraft(
      @Nullable String what,
      @Nullable String amount,
      @Nullable String from,
      @Nullable String to,
      @Nullable Long responses,
      @Nullable String assumption) {}

  /// What was paid for elsewhere.
  record Spent(UUID id, String what, Money amount, Days days, long responses, String assumption) {}

  /// Something else that happened, as it is typed.
  ///
  /// @param measure of what it spoils the figure: `glad`, `people`, `first`, `turnover`, or `all`
  record ConfounderDraft(
      @Nullable String what,
      @Nullable String from,
      @Nullable String to,
      @Nullable String measure) {}

  /// Something else that happened.
  record Confounder(UUID id, String measure, Days days, String what) {
    boolean spoils(String other) {
      return measure.equals("all") || measure.equals(other);
    }
  }

  UUID spend(SignedIn by, SpendDraft draft) {
    String what = Typed.text("what", draft.what(), LONGEST);
    Money amount = Typed.amount("amount", draft.amount());
    if (amount.minor() == 0) {
      throw new BadInputException("amount", draft.amount(), "More than nothing.");
    }
    Days days = Days.typed(draft.from(), draft.to());
    if (draft.responses() == null || draft.responses() < 1 || draft.responses() > MOST_RESPONSES) {
      throw new BadInputException(
          "responses", draft.responses(), "How many responses it is assumed to have brought.");
    }
    String assumption = Typed.text("assumption", draft.assumption(), LONGEST);
    UUID id = ids.next();
    write(
        by.scope(),
        """
        insert into spend (workspace_id, id, what, amount_minor, currency, from_day, to_day,
          responses, assumption, by_name, made_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """,
        by.workspace().value(),
        id,
        what,
        amount.minor(),
        amount.currency(),
        days.from(),
        days.to(),
        draft.responses(),
        assumption,
        by.name(),
        clock.instant().atOffset(java.time.ZoneOffset.UTC));
    return id;
  }

  List<Spent> spent(Scope scope) {
    return transactions.in(
        scope,
        tx ->
            tx.sql("select * from spend order by from_day desc, what")
                .query(
                    (row, _) ->
                        new Spent(
                            row.getObject("id", UUID.class),
                            row.getString("what"),
                            new Money(row.getLong("amount_minor"), row.getString("currency")),
                            new Days(
                                row.getObject("from_day", LocalDate.class),
                                row.getObject("to_day", LocalDate.class)),
                            row.getLong("responses"),
                            row.getString("assumption")))
                .list());
  }

  UUID confound(SignedIn by, ConfounderDraft draft) {
    String what = Typed.text("what", draft.what(), LONGEST);
    Days days = Days.typed(draft.from(), draft.to());
    String measure = draft.measure() == null ? "all" : draft.measure();
    if (!MEASURES.contains(measure)) {
      throw new BadInputException(
          "measure", measure, "Right are all, glad, people, first and turnover.");
    }
    UUID id = ids.next();
    write(
        by.scope(),
        """
        insert into confounder
          (workspace_id, id, measure, from_day, to_day, what, by_name, made_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)\
        """,
        by.workspace().value(),
        id,
        measure,
        days.from(),
        days.to(),
        what,
        by.name(),
        clock.instant().atOffset(java.time.ZoneOffset.UTC));
    return id;
  }

  List<Confounder> confounders(Scope scope) {
    return transactions.in(
        scope,
        tx ->
            tx.sql("select * from confounder order by from_day desc, what")
                .query(
                    (row, _) ->
                        new Confounder(
                            row.getObject("id", UUID.class),
                            row.getString("measure"),
                            new Days(
                                row.getObject("from_day", LocalDate.class),
                                row.getObject("to_day", LocalDate.class)),
                            row.getString("what")))
                .list());
  }

  void removeSpend(Scope scope, UUID id) {
    remove(scope, "delete from spend where id = ?", id);
  }

  void removeConfounder(Scope scope, UUID id) {
    remove(scope, "delete from confounder where id = ?", id);
  }

  private void remove(Scope scope, String sql, UUID id) {
    if (transactions.in(scope, tx -> tx.sql(sql).param(id).update()) == 0) {
      throw new NotFoundException("There is no such entry, " + id + ".");
    }
  }

  /// What an hour of work costs; nobody knows until somebody says so.
  Optional<Money> hour(Scope scope) {
    return transactions.in(
        scope,
        tx ->
            tx.sql("select hour_minor, currency from result_setting")
                .query((row, _) -> new Money(row.getLong(1), row.getString(2)))
                .optional());
  }

  void hour(Scope scope, @Nullable String amount) {
    Money hour = Typed.amount("hour", amount);
    write(
        scope,
        """
        insert into result_setting (workspace_id, hour_minor, currency) values (?, ?, ?)
        on conflict (workspace_id) do update
          set hour_minor = excluded.hour_minor, currency = excluded.currency\
        """,
        scope.workspace().value(),
        hour.minor(),
        hour.currency());
  }

  private void write(Scope scope, String sql, Object... values) {
    transactions.run(scope, tx -> tx.sql(sql).params(values).update());
  }
}
