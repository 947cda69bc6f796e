package org.wordborne.server.strategy.wish;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.strategy.auction.LogLine;
import org.wordborne.server.workspace.Scope;
import tools.jackson.databind.json.JsonMapper;

/// The tables of calls, sellers, bids and what happened.
final class CallBook {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private CallBook() {}

  static void open(JdbcClient tx, Scope scope, CallRecord call) {
    tx.sql(
            """
            insert into call (workspace_id, id, wish_id, terms, currency, ceiling, opened_at,
              ends_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            scope.workspace().value(),
            call.id(),
            call.wish(),
            call.terms(),
            call.currency(),
            call.ceiling(),
            Timestamp.from(call.openedAt()),
            Timestamp.from(call.endsAt()))
        .update();
  }

  static Optional<CallRecord> ofWish(JdbcClient tx, UUID wish) {
    return tx.sql("select * from call where wish_id = ?")
        .param(wish)
        .query((row, _) -> read(row))
        .optional();
  }

  static Optional<CallRecord> find(JdbcClient tx, UUID id) {
    return tx.sql("select * from call where id = ?")
        .param(id)
        .query((row, _) -> read(row))
        .optional();
  }

  /// Nobody else bids, closes or settles meanwhile.
  static Optional<CallRecord> lock(JdbcClient tx, UUID id) {
    return tx.sql("select * from call where id = ? for update")
        .param(id)
        .query((row, _) -> read(row))
        .optional();
  }

  /// Those whose end has passed; none of a wish that was taken off the board.
  static List<UUID> due(JdbcClient tx, Instant now) {
    return tx.sql(
            """
            select c.id from call c join wish w
              on w.workspace_id = c.workspace_id and w.id = c.wish_id and not w.hidden
            where c.closed_at is null and c.ends_at <= ? order by c.ends_at""")
        .param(Timestamp.from(now))
        .query(UUID.class)
        .list();
  }

  static void close(
      JdbcClient tx, UUID id, Instant at, @Nullable Integer winner, @Nullable Long price) {
    tx.sql("update call set closed_at = :at, winner = :winner, price_minor = :price where id = :id")
        .param("at", Timestamp.from(at))
        .param("winner", winner, Types.INTEGER)
        .param("price", price, Types.BIGINT)
        .param("id", id)
        .update();
  }

  static void settle(JdbcClient tx, UUID id, Instant at, boolean taken) {
    tx.sql("update call set settled_at = ?, taken = ? where id = ?")
        .params(Timestamp.from(at), taken, id)
        .update();
  }

  /// A seller who may bid.
  record Seller(UUID id, UUID wish, int number, String name, String mail) {}

  static void invite(JdbcClient tx, Scope scope, Seller seller, Instant at) {
    tx.sql(
            """
            insert into call_invitation (workspace_id, id, wish_id, number, name, mail, at)
            values (?, ?, ?, ?, ?, ?, ?)""")
        .params(
            scope.workspace().value(),
            seller.id(),
            seller.wish(),
            seller.number(),
            seller.name(),
            seller.mail(),
            Timestamp.from(at))
        .update();
  }

  static List<Seller> sellers(JdbcClient tx, UUID wish) {
    return tx.sql("select * from call_invitation where wish_id = ? order by number")
        .param(wish)
        .query((row, _) -> seller(row))
        .list();
  }

  static Optional<Seller> seller(JdbcClient tx, UUID id) {
    return tx.sql("select * from call_invitation where id = ?")
        .param(id)
        .query((row, _) -> seller(row))
        .optional();
  }

  /// A bid or its withdrawal.
  ///
  /// @param form a digest of the form it came by
  /// @param sealed amount and nonce, closed for this id; null for a withdrawal
  record SealedBid(
      UUID id,
      UUID call,
      int seller,
      int number,
      String commitment,
      byte @Nullable [] sealed,
      Instant at,
      @Nullable String form) {}

  static void bid(JdbcClient tx, Scope scope, SealedBid bid) {
    tx.sql(
            """
            insert into bid (workspace_id, id, call_id, seller, number, commitment, sealed, at,
              form)
            values (:workspace, :id, :call, :seller, :number, :commitment, :sealed, :at, :form)""")
        .param("workspace", scope.workspace().value())
        .param("id", bid.id())
        .param("call", bid.call())
        .param("seller", bid.seller())
        .param("number", bid.number())
        .param("commitment", bid.commitment())
        .param("sealed", bid.sealed(), Types.BINARY)
        .param("at", Timestamp.from(bid.at()))
        .param("form", bid.form(), Types.VARCHAR)
        .update();
  }

  /// A seller's last word, if it came by this form: what stood in between makes it a new one.
  static Optional<SealedBid> ofForm(JdbcClient tx, UUID call, int seller, @Nullable String form) {
    return tx.sql(
            """
            select * from bid b where call_id = :call and seller = :seller and form = :form
              and not exists (select 1 from bid later where later.workspace_id = b.workspace_id
                and later.call_id = b.call_id and later.seller = b.seller
                and later.number > b.number)\
            """)
        .param("call", call)
        .param("seller", seller)
        .param("form", form, Types.VARCHAR)
        .query((row, _) -> sealed(row))
        .optional();
  }

  static Optional<SealedBid> bid(JdbcClient tx, UUID id) {
    return tx.sql("select * from bid where id = ?")
        .param(id)
        .query((row, _) -> sealed(row))
        .optional();
  }

  private static SealedBid sealed(ResultSet row) throws SQLException {
    return new SealedBid(
        row.getObject("id", UUID.class),
        row.getObject("call_id", UUID.class),
        row.getInt("seller"),
        row.getInt("number"),
        row.getString("commitment"),
        row.getBytes("sealed"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("form"));
  }

  /// The last word of each seller, by the order of receipt; withdrawn ones are left out.
  static List<SealedBid> standing(JdbcClient tx, UUID call) {
    return tx.sql(
            """
            select * from (select distinct on (seller) * from bid where call_id = ?
              order by seller, number desc) last where sealed is not null order by number""")
        .param(call)
        .query((row, _) -> sealed(row))
        .list();
  }

  static int bids(JdbcClient tx, UUID call) {
    return tx.sql("select count(*)::int from bid where call_id = ?")
        .param(call)
        .query(Integer.class)
        .single();
  }

  /// Adds a line to the call's log; the call's row is locked.
  static LogLine log(
      JdbcClient tx, Scope scope, UUID call, Instant at, String deed, Map<String, String> facts) {
    var lines = log(tx, call);
    var line = LogLine.after(lines.isEmpty() ? null : lines.getLast(), at, deed, facts);
    tx.sql(
            """
            insert into call_event (workspace_id, call_id, number, at, deed, facts, prev, hash)
            values (?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            scope.workspace().value(),
            call,
            line.number(),
            Timestamp.from(line.at()),
            line.deed(),
            JSON.writeValueAsString(line.facts()),
            line.prev(),
            line.hash())
        .update();
    return line;
  }

  static List<LogLine> log(JdbcClient tx, UUID call) {
    return tx.sql("select * from call_event where call_id = ? order by number")
        .param(call)
        .query((row, _) -> line(row))
        .list();
  }

  @SuppressWarnings("unchecked")
  private static LogLine line(ResultSet row) throws SQLException {
    Map<String, String> facts = JSON.readValue(row.getString("facts"), TreeMap.class);
    return new LogLine(
        row.getLong("number"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("deed"),
        new TreeMap<>(facts),
        row.getString("prev"),
        row.getString("hash"));
  }

  private static Seller seller(ResultSet row) throws SQLException {
    return new Seller(
        row.getObject("id", UUID.class),
        row.getObject("wish_id", UUID.class),
        row.getInt("number"),
        row.getString("name"),
        row.getString("mail"));
  }

  private static CallRecord read(ResultSet row) throws SQLException {
    return new CallRecord(
        row.getObject("id", UUID.class),
        row.getObject("wish_id", UUID.class),
        row.getString("terms"),
        row.getString("currency"),
        row.getBytes("ceiling"),
        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
        row.getObject("ends_at", OffsetDateTime.class).toInstant(),
        at(row, "closed_at"),
        row.getObject("winner", Integer.class),
        row.getObject("price_minor", Long.class),
        at(row, "settled_at"),
        row.getObject("taken", Boolean.class));
  }

  private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
