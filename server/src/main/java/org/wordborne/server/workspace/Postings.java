package org.wordborne.server.workspace;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Double entry books: what left one account came to another, so that each book sums to zero in
/// every unit after every line.
///
/// Accounts are words of the book's own, as `left`, `spent`, `stock`; one from which things come
/// into the book, as `owner`, falls below zero. A line is never changed: a wrong one is moved
/// back. Lines are written in the transaction of the deed they tell of, and the same deed (its
/// key) is booked once.
@Component
public class Postings {
  private final Transactions transactions;
  private final Ids ids;
  private final InstantSource clock;

  Postings(Transactions transactions, Ids ids, InstantSource clock) {
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  /// What is to be booked.
  ///
  /// @param key of the deed, unique in the workspace
  /// @param why a code, never a personal word
  public record Move(
      String key, String book, String unit, String from, String to, long amount, String why) {
    /// Refuses what cannot be booked.
    public Move {
      if (amount <= 0 || from.equals(to)) {
        throw new IllegalArgumentException(
            "a line moves more than nothing between two accounts: " + amount + " of " + from);
      }
    }
  }

  /// Books a line, in the transaction of the deed.
  ///
  /// @return whether it is new: false if that key is booked already
  public boolean move(Scope scope, JdbcClient tx, Move move, @Nullable SignedIn by) {
    lock(scope, tx, move);
    return booked(scope, tx, move, by);
  }

  /// As [#move], but refuses to leave less than `floor` in the account it comes from, also when
  /// many ask at once.
  ///
  /// @return whether it is new
  /// @throws TooLittleException if less would be left
  public boolean hard(Scope scope, JdbcClient tx, Move move, long floor, @Nullable SignedIn by) {
    lock(scope, tx, move);
    long held = balance(tx, move.book(), move.unit(), move.from());
    if (!isBooked(tx, move.key()) && held - move.amount() < floor) {
      throw new TooLittleException(move, held);
    }
    return booked(scope, tx, move, by);
  }

  /// An account holds less than should leave it; callers say it in words of their own.
  public static final class TooLittleException extends ConflictException {
    private static final long serialVersionUID = 1L;
    private final long held;

    TooLittleException(Move move, long held) {
      super(
          "The account '%s' of %s holds %d; %d should leave it."
              .formatted(move.from(), move.book(), held, move.amount()));
      this.held = held;
    }

    /// What the account holds.
    public long held() {
      return held;
    }
  }

  /* Both rows are made first and locked by name, so that two lines cannot wait for each other. */
  private static void lock(Scope scope, JdbcClient tx, Move move) {
    for (String account : List.of(move.from(), move.to()).stream().sorted().toList()) {
      tx.sql(
              """
              insert into posting_account (workspace_id, book, unit, account, balance)
              values (?, ?, ?, ?, 0) on conflict do nothing\
              """)
          .params(scope.workspace().value(), move.book(), move.unit(), account)
          .update();
    }
    tx.sql(
            """
            select account from posting_account
            where book = :book and unit = :unit and account in (:from, :to)
            order by account for update\
            """)
        .param("book", move.book())
        .param("unit", move.unit())
        .param("from", move.from())
        .param("to", move.to())
        .query(String.class)
        .list();
  }

  private boolean booked(Scope scope, JdbcClient tx, Move move, @Nullable SignedIn by) {
    int made =
        tx.sql(
                """
                insert into posting (workspace_id, id, key, book, unit, from_account, to_account,
                  amount, why, by_id, at)
                values (:workspace, :id, :key, :book, :unit, :from, :to, :amount, :why,
                  :by::uuid, :at)
                on conflict (workspace_id, key) do nothing\
                """)
            .param("workspace", scope.workspace().value())
            .param("id", ids.next())
            .param("key", move.key())
            .param("book", move.book())
            .param("unit", move.unit())
            .param("from", move.from())
            .param("to", move.to())
            .param("amount", move.amount())
            .param("why", move.why())
            .param("by", by == null ? null : by.person())
            .param("at", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    if (made == 1) {
      add(tx, move, move.from(), -move.amount());
      add(tx, move, move.to(), move.amount());
    }
    return made == 1;
  }

  private static void add(JdbcClient tx, Move move, String account, long amount) {
    tx.sql(
            """
            update posting_account set balance = balance + ?
            where book = ? and unit = ? and account = ?\
            """)
        .params(amount, move.book(), move.unit(), account)
        .update();
  }

  private static boolean isBooked(JdbcClient tx, String key) {
    return tx.sql("select exists (select 1 from posting where key = ?)")
        .param(key)
        .query(Boolean.class)
        .single();
  }

  private static long balance(JdbcClient tx, String book, String unit, String account) {
    return tx.sql("select balance from posting_account where book = ? and unit = ? and account = ?")
        .params(book, unit, account)
        .query(Long.class)
        .single();
  }

  /// What every account of a book holds of a unit.
  public Map<String, Long> balances(Scope scope, String book, String unit) {
    return transactions.in(
        scope,
        tx -> {
          var balances = new TreeMap<String, Long>();
          tx.sql("select account, balance from posting_account where book = ? and unit = ?")
              .params(book, unit)
              .query((row, _) -> balances.put(row.getString(1), row.getLong(2)))
              .list();
          return balances;
        });
  }

  /// The lines of a book, oldest first.
  public List<Posting> read(Scope scope, String book) {
    return transactions.in(
        scope,
        tx ->
            tx.sql("select * from posting where book = ? order by number")
                .param(book)
                .query(
                    (row, _) ->
                        new Posting(
                            row.getObject("id", UUID.class),
                            row.getString("key"),
                            row.getString("book"),
                            row.getString("unit"),
                            row.getString("from_account"),
                            row.getString("to_account"),
                            row.getLong("amount"),
                            row.getString("why"),
                            row.getObject("by_id", UUID.class),
                            row.getObject("at", OffsetDateTime.class).toInstant()))
                .list());
  }
}
