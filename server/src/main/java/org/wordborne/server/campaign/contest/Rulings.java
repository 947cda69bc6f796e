package org.wordborne.server.campaign.contest;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;

/// What was decided against winners: the piece that was taken from them, and why.
final class Rulings {
  private Rulings() {}

  /// @param by who decided; they answer no appeal against it
  record Ruling(
      UUID entry, @Nullable UUID unit, String code, @Nullable UUID by, String name, Instant at) {}

  static void write(
      Scope scope, JdbcClient tx, PrizeUnit unit, String code, SignedIn by, Instant at) {
    tx.sql(
            """
            insert into ruling (workspace_id, entry_id, unit_id, code, by_id, by_name, at)
            values (:workspace, :entry, :unit, :code, :by, :name, :at)
            on conflict (workspace_id, entry_id) do update set unit_id = excluded.unit_id,
              code = excluded.code, by_id = excluded.by_id, by_name = excluded.by_name,
              at = excluded.at""")
        .param("workspace", scope.workspace().value())
        .param("entry", unit.entry())
        .param("unit", unit.id())
        .param("code", code)
        .param("by", by.person(), Types.OTHER)
        .param("name", by.name())
        .param("at", Timestamp.from(at))
        .update();
  }

  /// What was decided against an entry: as a winner, or when it was reviewed.
  static Optional<Ruling> against(JdbcClient tx, UUID entry) {
    var asWinner =
        tx.sql("select * from ruling where entry_id = ?")
            .param(entry)
            .query(
                (row, _) ->
                    new Ruling(
                        entry,
                        row.getObject("unit_id", UUID.class),
                        row.getString("code"),
                        row.getObject("by_id", UUID.class),
                        row.getString("by_name"),
                        Contest.at(row, "at")))
            .optional();
    return asWinner.or(
        () ->
            FlagBook.find(tx, entry)
                .filter(flag -> "exclude".equals(flag.decided()))
                .map(
                    flag ->
                        new Ruling(
                            entry,
                            null,
                            String.valueOf(flag.code()),
                            flag.decidedBy(),
                            String.valueOf(flag.decidedName()),
                            flag.decidedAt() == null ? Instant.EPOCH : flag.decidedAt())));
  }

  static void lift(JdbcClient tx, UUID entry) {
    tx.sql("delete from ruling where entry_id = ?").param(entry).update();
  }
}
