package org.wordborne.server.strategy;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.workspace.Scope;

/// The book of decisions, written only at its end.
final class DecisionBook {
  private static final long LOCK = 0x5744_4543L; // "WDEC"

  private DecisionBook() {}

  static void add(JdbcClient tx, Scope scope, Decision decision) {
    tx.sql("select pg_advisory_xact_lock(?, hashtext(?))")
        .param((int) LOCK)
        .param(scope.workspace().toString())
        .query((_, _) -> true)
        .single();
    tx.sql(
            """
            insert into decision (workspace_id, id, number, theme_id, theme_name, verdict, answer,
              reason, did, owner_id, owner_name, at, again_on, public)
            values (:workspace, :id, (select coalesce(max(number), 0) + 1 from decision), :theme,
              :name, :verdict, :answer, :reason, :did, :owner, :ownerName, :at, :again, :public)""")
        .param("workspace", scope.workspace().value())
        .param("id", decision.id())
        .param("theme", decision.theme())
        .param("name", decision.themeName())
        .param("verdict", decision.verdict())
        .param("answer", decision.answer())
        .param("reason", decision.reason())
        .param("did", decision.did())
        .param("owner", decision.owner())
        .param("ownerName", decision.ownerName())
        .param("at", Timestamp.from(decision.at()))
        .param("again", Date.valueOf(decision.againOn()))
        .param("public", decision.open())
        .update();
  }

  /// All of them, newest first.
  static List<Decision> all(JdbcClient tx) {
    return tx.sql("select * from decision order by number desc")
        .query((row, _) -> read(row))
        .list();
  }

  /// The last decision on each theme whose date has come, the longest due first.
  static List<Decision> due(JdbcClient tx, LocalDate today) {
    return tx.sql(
            """
            select * from (
              select distinct on (theme_id) * from decision order by theme_id, number desc) last
            where again_on <= ? order by again_on, number""")
        .param(Date.valueOf(today))
        .query((row, _) -> read(row))
        .list();
  }

  private static Decision read(ResultSet row) throws SQLException {
    return new Decision(
        row.getObject("id", UUID.class),
        row.getObject("theme_id", UUID.class),
        row.getString("theme_name"),
        row.getString("verdict"),
        row.getString("answer"),
        row.getString("reason"),
        row.getString("did"),
        row.getObject("owner_id", UUID.class),
        row.getString("owner_name"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getObject("again_on", LocalDate.class),
        row.getBoolean("public"));
  }
}
