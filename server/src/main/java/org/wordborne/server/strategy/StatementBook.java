package org.wordborne.server.strategy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.workspace.Scope;

/// The table of statements.
final class StatementBook {
  private StatementBook() {}

  static void write(JdbcClient tx, Scope scope, StrategyStatement statement) {
    tx.sql(
            """
            insert into statement (workspace_id, id, kind, text, query, amount_minor, currency,
              by_name, written_at)
            values (:workspace, :id, :kind, :text, :query, :amount, :currency, :by, :at)""")
        .param("workspace", scope.workspace().value())
        .param("id", statement.id())
        .param("kind", statement.kind())
        .param("text", statement.text())
        .param("query", statement.query())
        .param("amount", statement.amountMinor(), Types.BIGINT)
        .param("currency", statement.currency(), Types.VARCHAR)
        .param("by", statement.byName())
        .param("at", Timestamp.from(statement.writtenAt()))
        .update();
  }

  /// Those that stand, as they were written.
  static List<StrategyStatement> standing(JdbcClient tx) {
    return tx.sql("select * from statement where withdrawn_at is null order by written_at, id")
        .query((row, _) -> read(row))
        .list();
  }

  static boolean withdraw(JdbcClient tx, UUID id, Instant at) {
    return tx.sql("update statement set withdrawn_at = ? where id = ? and withdrawn_at is null")
            .param(Timestamp.from(at))
            .param(id)
            .update()
        == 1;
  }

  private static StrategyStatement read(ResultSet row) throws SQLException {
    return new StrategyStatement(
        row.getObject("id", UUID.class),
        row.getString("kind"),
        row.getString("text"),
        row.getString("query"),
        row.getObject("amount_minor", Long.class),
        row.getString("currency"),
        row.getString("by_name"),
        row.getObject("written_at", OffsetDateTime.class).toInstant());
  }
}
