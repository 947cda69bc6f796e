package org.wordborne.server.campaign.contest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;

/// The tables of the pieces and of those who stand by.
final class UnitBook {
  private UnitBook() {}

  private static PrizeUnit read(ResultSet row, int number) throws SQLException {
    int place = row.getInt("place");
    boolean placed = !row.wasNull();
    return new PrizeUnit(
        row.getObject("id", UUID.class),
        row.getObject("contest", UUID.class),
        row.getObject("prize_id", UUID.class),
        row.getInt("no"),
        ClaimState.of(row.getString("state")),
        row.getObject("entry_id", UUID.class),
        placed ? place : null,
        Contest.maybe(row, "notified_at"),
        Contest.maybe(row, "claim_by"),
        Contest.maybe(row, "claimed_at"),
        Contest.maybe(row, "verified_at"),
        row.getBoolean("suspended"));
  }

  /// All pieces of a contest, as their prizes stand.
  static List<PrizeUnit> all(JdbcClient tx, UUID contest) {
    return tx.sql(
            """
            select u.* from prize_unit u join prize p
              on p.workspace_id = u.workspace_id and p.id = u.prize_id
            where u.contest = ? order by p.place, u.no""")
        .param(contest)
        .query(UnitBook::read)
        .list();
  }

  static PrizeUnit get(JdbcClient tx, UUID contest, UUID id) {
    return tx.sql("select * from prize_unit where contest = ? and id = ?")
        .params(contest, id)
        .query(UnitBook::read)
        .optional()
        .orElseThrow(() -> new NotFoundException("There is no piece " + id + "."));
  }

  static Optional<PrizeUnit> ofEntry(JdbcClient tx, UUID entry) {
    return tx.sql("select * from prize_unit where entry_id = ?")
        .param(entry)
        .query(UnitBook::read)
        .optional();
  }

  /// The first piece of a prize that is nobody's.
  static Optional<PrizeUnit> free(JdbcClient tx, UUID prize) {
    return tx.sql(
            """
            select * from prize_unit where prize_id = ? and state = 'reserved' and entry_id is null
            order by no limit 1""")
        .param(prize)
        .query(UnitBook::read)
        .optional();
  }

  /// Changes a piece if it still is as it was.
  static boolean change(JdbcClient tx, PrizeUnit from, PrizeUnit to) {
    return tx.sql(
                """
                update prize_unit set state = :to, entry_id = :entry, place = :place,
                  notified_at = :notified, claim_by = :by, claimed_at = :claimed,
                  verified_at = :verified
                where id = :id and state = :from and entry_id is not distinct from :whose::uuid""")
            .param("to", to.state().account())
            .param("entry", to.entry(), Types.OTHER)
            .param("place", to.place(), Types.INTEGER)
            .param("notified", stamp(to.notifiedAt()), Types.TIMESTAMP)
            .param("by", stamp(to.claimBy()), Types.TIMESTAMP)
            .param("claimed", stamp(to.claimedAt()), Types.TIMESTAMP)
            .param("verified", stamp(to.verifiedAt()), Types.TIMESTAMP)
            .param("id", from.id())
            .param("from", from.state().account())
            .param("whose", from.entry())
            .update()
        == 1;
  }

  private static @Nullable Timestamp stamp(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }

  static void notified(JdbcClient tx, UUID id, Instant at, Instant until) {
    tx.sql("update prize_unit set notified_at = ?, claim_by = ? where id = ?")
        .params(Timestamp.from(at), Timestamp.from(until), id)
        .update();
  }

  static void claimed(JdbcClient tx, UUID id, Instant at) {
    tx.sql("update prize_unit set claimed_at = ? where id = ?")
        .params(Timestamp.from(at), id)
        .update();
  }

  static void verified(JdbcClient tx, UUID id, Instant at, @Nullable UUID by) {
    tx.sql("update prize_unit set verified_at = :at, verified_by = :by where id = :id")
        .param("at", Timestamp.from(at))
        .param("by", by, Types.OTHER)
        .param("id", id)
        .update();
  }

  static void suspend(JdbcClient tx, UUID id, boolean suspended) {
    tx.sql("update prize_unit set suspended = ? where id = ?").params(suspended, id).update();
  }

  /// Pieces whose winners were told and did not answer in time.
  static List<PrizeUnit> due(JdbcClient tx, Instant now) {
    return tx.sql(
            """
            select * from prize_unit where state = 'awarded' and claim_by <= ? and not suspended
            order by claim_by limit 100""")
        .param(Timestamp.from(now))
        .query(UnitBook::read)
        .list();
  }

  static void standBy(Scope scope, JdbcClient tx, UUID contest, int place, UUID entry) {
    tx.sql(
            """
            insert into alternate (workspace_id, contest, place, entry_id)
            values (?, ?, ?, ?) on conflict do nothing""")
        .params(scope.workspace().value(), contest, place, entry)
        .update();
  }

  /// Says whether an entry stands by, if it was drawn to; others are left alone.
  static void standsBy(JdbcClient tx, UUID contest, UUID entry, boolean yes) {
    tx.sql("update alternate set used = ? where contest = ? and entry_id = ?")
        .params(!yes, contest, entry)
        .update();
  }

  /// The next who stands by, was not forgotten and has no piece; nobody else gets them.
  static Optional<Entered> nextAlternate(JdbcClient tx, UUID contest) {
    return tx.sql(
            """
            update alternate set used = true
            where contest = :contest and place = (
              select a.place from alternate a join entry e
                on e.workspace_id = a.workspace_id and e.id = a.entry_id
              where a.contest = :contest and not a.used and e.key is not null
                and not exists (select 1 from prize_unit u where u.entry_id = a.entry_id)
              order by a.place limit 1 for update of a)
            returning entry_id""")
        .param("contest", contest)
        .query(UUID.class)
        .optional()
        .map(id -> EntryBook.get(tx, id));
  }

  /// How many still stand by.
  static int alternatesLeft(JdbcClient tx, UUID contest) {
    return tx.sql("select count(*) from alternate where contest = ? and not used")
        .param(contest)
        .query(Integer.class)
        .single();
  }
}
