package org.wordborne.server.strategy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.workspace.Scope;

/// The table of themes.
final class ThemeBook {
  private ThemeBook() {}

  /// Writes it down, unless there is one of that name.
  static boolean add(JdbcClient tx, Scope scope, StrategyTheme theme) {
    return tx.sql(
                """
                insert into theme (workspace_id, id, name, query, origin, topic_id, words, linked,
                  state, owner_name, made_at)
                values (:workspace, :id, :name, :query, :origin, :topic, :words, :linked, :state,
                  :owner, :at)
                on conflict do nothing""")
            .param("workspace", scope.workspace().value())
            .param("id", theme.id())
            .param("name", theme.name())
            .param("query", theme.query())
            .param("origin", theme.origin())
            .param("topic", theme.topic())
            .param("words", theme.words().toArray(String[]::new))
            .param("linked", theme.linked().toArray(UUID[]::new))
            .param("state", theme.state())
            .param("owner", theme.ownerName())
            .param("at", Timestamp.from(theme.madeAt()))
            .update()
        == 1;
  }

  static List<StrategyTheme> all(JdbcClient tx) {
    return tx.sql("select * from theme order by made_at, id").query((row, _) -> read(row)).list();
  }

  static Optional<StrategyTheme> find(JdbcClient tx, UUID id) {
    return tx.sql("select * from theme where id = ?")
        .param(id)
        .query((row, _) -> read(row))
        .optional();
  }

  static void change(JdbcClient tx, StrategyTheme theme) {
    tx.sql(
            """
            update theme set name = :name, query = :query, words = :words, linked = :linked,
              state = :state, owner_name = :owner, version = version + 1 where id = :id""")
        .param("name", theme.name())
        .param("query", theme.query())
        .param("words", theme.words().toArray(String[]::new))
        .param("linked", theme.linked().toArray(UUID[]::new))
        .param("state", theme.state())
        .param("owner", theme.ownerName())
        .param("id", theme.id())
        .update();
  }

  /// A proposal that nobody took up and that the talk no longer bears out.
  static void drop(JdbcClient tx, UUID id) {
    tx.sql(
            """
            delete from theme t where t.id = :id and t.state = 'proposed' and not exists
              (select 1 from decision d where d.workspace_id = t.workspace_id and d.theme_id = t.id)
            """)
        .param("id", id)
        .update();
  }

  static void campaign(JdbcClient tx, UUID id, UUID campaign) {
    tx.sql("update theme set campaign_id = ? where id = ?").param(campaign).param(id).update();
  }

  private static StrategyTheme read(ResultSet row) throws SQLException {
    return new StrategyTheme(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("query"),
        row.getString("origin"),
        row.getObject("topic_id", UUID.class),
        List.of((String[]) row.getArray("words").getArray()),
        List.of((UUID[]) row.getArray("linked").getArray()),
        row.getString("state"),
        row.getString("owner_name"),
        row.getInt("version"),
        row.getObject("campaign_id", UUID.class),
        row.getObject("made_at", OffsetDateTime.class).toInstant());
  }
}
