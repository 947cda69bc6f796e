package org.wordborne.server.campaign.draw;

import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.effect.BeaconChain;
import org.wordborne.effect.Commitment;
import org.wordborne.effect.DrawException;
import org.wordborne.effect.EntryList;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.Scope;

/// The rows of draws. All are written once.
final class DrawBook {
  private static final int PART = 1 << 20;
  private static final int SECONDS_BETWEEN = 3;

  private DrawBook() {}

  /// What was sealed.
  ///
  /// @param secret as the box closed it
  /// @param prizes what each prize is called, in the order of the commitment
  record Seal(
      UUID contest,
      Commitment commitment,
      String hash,
      byte[] secret,
      BeaconChain chain,
      Instant due,
      List<String> prizes) {}

  /// What was drawn.
  ///
  /// @param order numbers of the entries, in the order of the draw, winners first
  record Result(
      String signature,
      String secret,
      String seed,
      List<Integer> order,
      int winners,
      String relay,
      Instant at) {}

  static boolean insert(JdbcClient tx, Scope scope, Seal seal, EntryList entries) {
    int made =
        tx.sql(
                """
                insert into draw_seal (workspace_id, contest, name, commitment, commitment_hash,
                  entries, secret, chain, round, due_at, sealed_at, prizes)
                values (:workspace, :contest, :name, :commitment, :hash, :entries, :secret, :chain,
                  :round, :due, :sealed, :prizes)
                on conflict do nothing
                """)
            .param("workspace", scope.workspace().value())
            .param("contest", seal.contest())
            .param("name", seal.commitment().name())
            .param("commitment", seal.commitment().text())
            .param("hash", seal.hash())
            .param("entries", entries.size())
            .param("secret", seal.secret())
            .param("chain", Chains.write(seal.chain()))
            .param("round", seal.commitment().round())
            .param("due", seal.due().atOffset(ZoneOffset.UTC))
            .param("sealed", seal.commitment().sealed().atOffset(ZoneOffset.UTC))
            .param("prizes", Chains.texts(seal.prizes()))
            .update();
    if (made == 1) {
      insertList(tx, scope, seal.contest(), entries.bytes());
    }
    return made == 1;
  }

  private static void insertList(JdbcClient tx, Scope scope, UUID contest, byte[] bytes) {
    for (int part = 0; part * PART < bytes.length; part++) {
      tx.sql("insert into draw_list (workspace_id, contest, part, bytes) values (?, ?, ?, ?)")
          .params(
              scope.workspace().value(),
              contest,
              part,
              Arrays.copyOfRange(bytes, part * PART, Math.min(bytes.length, (part + 1) * PART)))
          .update();
    }
  }

  static Optional<Seal> seal(JdbcClient tx, UUID contest) {
    return tx.sql("select * from draw_seal where contest = ?")
        .param(contest)
        .query((row, _) -> seal(row))
        .optional();
  }

  /// As [#seal], and if there is none a [ConflictException].
  static Seal sealed(JdbcClient tx, UUID contest) {
    return seal(tx, contest)
        .orElseThrow(() -> new ConflictException("It is not sealed yet, so nothing can be drawn."));
  }

  private static Seal seal(ResultSet row) throws SQLException {
    try {
      return new Seal(
          row.getObject("contest", UUID.class),
          Commitment.parse(row.getString("commitment")),
          row.getString("commitment_hash"),
          row.getBytes("secret"),
          Chains.read(row.getString("chain")),
          row.getObject("due_at", OffsetDateTime.class).toInstant(),
          Chains.texts(row.getString("prizes")));
    } catch (DrawException broken) {
      throw new IllegalStateException("A sealed commitment cannot be read.", broken);
    }
  }

  static EntryList list(JdbcClient tx, UUID contest) {
    var bytes = new ByteArrayOutputStream();
    tx.sql("select bytes from draw_list where contest = ? order by part")
        .param(contest)
        .query(byte[].class)
        .list()
        .forEach(bytes::writeBytes);
    try {
      return EntryList.parse(bytes.toByteArray());
    } catch (DrawException broken) {
      throw new IllegalStateException("A sealed list cannot be read.", broken);
    }
  }

  /// Keeps a result, unless there is one.
  static boolean insert(JdbcClient tx, Scope scope, UUID contest, Result result) {
    return tx.sql(
                """
                insert into draw_result (workspace_id, contest, signature, secret, seed, places,
                  winners, relay, drawn_at)
                values (:workspace, :contest, :signature, :secret, :seed, :places, :winners,
                  :relay, :at)
                on conflict do nothing
                """)
            .param("workspace", scope.workspace().value())
            .param("contest", contest)
            .param("signature", result.signature())
            .param("secret", result.secret())
            .param("seed", result.seed())
            .param("places", result.order().toArray(Integer[]::new))
            .param("winners", result.winners())
            .param("relay", result.relay())
            .param("at", result.at().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  static Optional<Result> result(JdbcClient tx, UUID contest) {
    return tx.sql("select * from draw_result where contest = ?")
        .param(contest)
        .query(
            (row, _) ->
                new Result(
                    row.getString("signature"),
                    row.getString("secret"),
                    row.getString("seed"),
                    List.of((Integer[]) row.getArray("places").getArray()),
                    row.getInt("winners"),
                    row.getString("relay"),
                    row.getObject("drawn_at", OffsetDateTime.class).toInstant()))
        .optional();
  }

  /// Draws whose number is due and not had, and of which no relay was asked just now: every 3 s
  /// in the first ten minutes, then every minute.
  static List<UUID> due(JdbcClient tx, Instant now) {
    return tx.sql(
            """
            select s.contest from draw_seal s
            left join draw_trouble t on t.workspace_id = s.workspace_id and t.contest = s.contest
            where s.due_at <= :now::timestamptz
              and not exists (select 1 from draw_result r where r.workspace_id = s.workspace_id
                and r.contest = s.contest)
              and (t.at is null or t.at <= :now::timestamptz - make_interval(secs => case
                when :now::timestamptz < s.due_at + interval '10 minutes' then :often else 60 end))
            order by s.due_at
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("often", SECONDS_BETWEEN)
        .query(UUID.class)
        .list();
  }

  static void trouble(JdbcClient tx, Scope scope, UUID contest, String why, Instant at) {
    tx.sql(
            """
            insert into draw_trouble (workspace_id, contest, why, at) values (?, ?, ?, ?)
            on conflict (workspace_id, contest) do update set why = excluded.why, at = excluded.at
            """)
        .params(scope.workspace().value(), contest, why, at.atOffset(ZoneOffset.UTC))
        .update();
  }

  static Optional<String> trouble(JdbcClient tx, UUID contest) {
    return tx.sql("select why from draw_trouble where contest = ?")
        .param(contest)
        .query(String.class)
        .optional();
  }
}
