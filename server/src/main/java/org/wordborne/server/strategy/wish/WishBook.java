package org.wordborne.server.strategy.wish;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.publicpage.PageLanguage;
import org.wordborne.server.strategy.wish.Wish.Purchase;
import org.wordborne.server.strategy.wish.WishBoard.Posted;
import org.wordborne.server.workspace.Scope;

/// The tables of wishes and votes.
final class WishBook {
  private static final String SELECT =
      """
      select w.*, (select count(*) from wish_vote v where v.workspace_id = w.workspace_id
        and v.wish_id = w.id)::int as votes from wish w""";

  private WishBook() {}

  /// A wish that is being posted.
  ///
  /// @param contact its poster's address, closed
  /// @param contactMark a digest of that address
  /// @param from a digest of where it came from
  /// @param aside whether it waits for one of ours to look
  /// @param ceiling what a purchase may cost, closed
  /// @param form a digest of the form it came by
  /// @param language that of the page it came by
  record Posting(
      UUID id,
      String text,
      byte @Nullable [] contact,
      @Nullable String contactMark,
      String from,
      boolean aside,
      @Nullable Purchase purchase,
      byte @Nullable [] ceiling,
      @Nullable String form,
      PageLanguage language,
      Instant at) {}

  /// Nobody else posts meanwhile.
  static void alone(JdbcClient tx, Scope scope) {
    tx.sql("select pg_advisory_xact_lock(hashtext('wish'), hashtext(?))")
        .param(scope.workspace().toString())
        .query((_, _) -> true)
        .single();
  }

  /// What was posted by this form before.
  static Optional<Posted> ofForm(JdbcClient tx, @Nullable String form) {
    return tx.sql("select id, aside, contact is not null from wish where form = :form")
        .param("form", form, Types.VARCHAR)
        .query(
            (row, _) ->
                new Posted(
                    row.getObject(1, UUID.class),
                    row.getBoolean(2),
                    !row.getBoolean(2) && row.getBoolean(3)))
        .optional();
  }

  /// When the `most` newest wishes with this address began; none if there are not so many.
  static Optional<Instant> postedTo(JdbcClient tx, String contactMark, int most) {
    return posted(tx, "contact_mark = :mark", contactMark, most);
  }

  /// The same of wishes with any address that came from this place.
  static Optional<Instant> postedFrom(JdbcClient tx, String from, int most) {
    return posted(tx, "posted_from = :mark and contact is not null", from, most);
  }

  private static Optional<Instant> posted(JdbcClient tx, String which, String mark, int most) {
    return tx.sql(
            "select posted_at from wish where "
                + which
                + " order by posted_at desc offset :before limit 1")
        .param("mark", mark)
        .param("before", most - 1)
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  /// Adds it; nobody else posts meanwhile.
  static void add(JdbcClient tx, Scope scope, Posting wish) {
    Purchase purchase = wish.purchase();
    tx.sql(
            """
            insert into wish (workspace_id, id, number, text, state, contact, quantity, place,
              by_day, ceiling, currency, posted_at, posted_from, contact_mark, aside, form, language)
            values (:workspace, :id, (select coalesce(max(number), 0) + 1 from wish), :text,
              'heard', :contact, :quantity, :place, :day, :ceiling, :currency, :at, :from, :mark,
              :aside, :form, :language)""")
        .param("workspace", scope.workspace().value())
        .param("id", wish.id())
        .param("text", wish.text())
        .param("contact", wish.contact(), Types.BINARY)
        .param("quantity", purchase == null ? null : purchase.quantity(), Types.INTEGER)
        .param("place", purchase == null ? "" : purchase.place())
        .param("day", purchase == null ? null : Date.valueOf(purchase.day()), Types.DATE)
        .param("ceiling", wish.ceiling(), Types.BINARY)
        .param("currency", purchase == null ? null : purchase.currency(), Types.VARCHAR)
        .param("at", Timestamp.from(wish.at()))
        .param("from", wish.from())
        .param("mark", wish.contactMark(), Types.VARCHAR)
        .param("aside", wish.aside())
        .param("form", wish.form(), Types.VARCHAR)
        .param("language", wish.language().code())
        .update();
  }

  /// Whether this voter had not voted for it before.
  static boolean vote(JdbcClient tx, Scope scope, UUID wish, String voter, Instant at) {
    return tx.sql(
                """
                insert into wish_vote (workspace_id, wish_id, voter, at)
                values (?, ?, ?, ?) on conflict do nothing""")
            .params(scope.workspace().value(), wish, voter, Timestamp.from(at))
            .update()
        == 1;
  }

  static Optional<Wish> find(JdbcClient tx, UUID id) {
    return tx.sql(SELECT + " where w.id = ?").param(id).query((row, _) -> read(row)).optional();
  }

  /// The same, and nobody else changes it meanwhile.
  static Optional<Wish> lock(JdbcClient tx, UUID id) {
    tx.sql("select id from wish where id = ? for update").param(id).query(UUID.class).optional();
    return find(tx, id);
  }

  /// Those that stand for themselves, most wished first.
  ///
  /// @param aside with those that wait for a look
  static List<Wish> standing(JdbcClient tx, boolean aside, int most) {
    return tx.sql(
            SELECT
                + " where w.merged_into is null and not w.hidden and (not w.aside or :aside)"
                + " order by votes desc, w.number desc limit :most")
        .param("aside", aside)
        .param("most", most)
        .query((row, _) -> read(row))
        .list();
  }

  /// Its poster's address, closed, also before it was confirmed.
  static byte @Nullable [] contact(JdbcClient tx, UUID id) {
    return tx.sql("select contact from wish where id = ?")
        .param(id)
        .query((row, _) -> Optional.ofNullable(row.getBytes(1)))
        .single()
        .orElse(null);
  }

  /// Its poster says that the address is theirs.
  static void confirm(JdbcClient tx, UUID id) {
    tx.sql("update wish set confirmed = contact is not null where id = ?").param(id).update();
  }

  /// Lets a wish that waited onto the board.
  static void show(JdbcClient tx, UUID id) {
    tx.sql("update wish set aside = false where id = ?").param(id).update();
  }

  /// What a purchase may cost, closed.
  static byte[] ceiling(JdbcClient tx, UUID id) {
    return tx.sql("select ceiling from wish where id = ?").param(id).query(byte[].class).single();
  }

  static void answer(JdbcClient tx, UUID id, String state, String answer, String by, Instant at) {
    tx.sql("update wish set state = ?, answer = ?, answered_by = ?, answered_at = ? where id = ?")
        .params(state, answer, by, Timestamp.from(at), id)
        .update();
  }

  static void state(JdbcClient tx, UUID id, String state) {
    tx.sql("update wish set state = ? where id = ?").params(state, id).update();
  }

  static void hide(JdbcClient tx, UUID id) {
    tx.sql("update wish set hidden = true where id = ?").param(id).update();
  }

  /// Its voters wish the other from now on, each once.
  static void merge(JdbcClient tx, UUID id, UUID into) {
    tx.sql(
            """
            insert into wish_vote (workspace_id, wish_id, voter, at)
            select workspace_id, :into, voter, at from wish_vote where wish_id = :id
            on conflict do nothing""")
        .param("id", id)
        .param("into", into)
        .update();
    tx.sql("update wish set merged_into = ? where id = ?").params(into, id).update();
  }

  private static Wish read(ResultSet row) throws SQLException {
    Integer quantity = row.getObject("quantity", Integer.class);
    OffsetDateTime answered = row.getObject("answered_at", OffsetDateTime.class);
    return new Wish(
        row.getObject("id", UUID.class),
        row.getInt("number"),
        row.getString("text"),
        row.getString("state"),
        row.getString("answer"),
        row.getString("answered_by"),
        answered == null ? null : answered.toInstant(),
        row.getObject("merged_into", UUID.class),
        row.getBoolean("hidden"),
        row.getBoolean("aside"),
        row.getBoolean("confirmed"),
        quantity == null
            ? null
            : new Purchase(
                quantity,
                row.getString("place"),
                Objects.requireNonNull(row.getObject("by_day", LocalDate.class)),
                row.getString("currency")),
        PageLanguage.of(row.getString("language")),
        row.getObject("posted_at", OffsetDateTime.class).toInstant(),
        row.getInt("votes"));
  }
}
