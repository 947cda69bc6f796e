package org.wordborne.server.strategy;

import java.sql.Date;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.strategy.Congruence.Agreement;
import org.wordborne.server.workspace.Scope;

/// What each week's look saw, kept so that later ones can be held against it.
final class StrategyWeeks {
  private StrategyWeeks() {}

  /// A week's look over the twelve weeks before its day.
  record Week(LocalDate day, int persons, int posts, @Nullable Agreement agreement) {}

  static boolean has(JdbcClient tx, LocalDate week) {
    return tx.sql("select count(*) from strategy_week where week = ?")
            .param(Date.valueOf(week))
            .query(Long.class)
            .single()
        > 0;
  }

  static void write(JdbcClient tx, Scope scope, LocalDate day, ThemeShares shares) {
    Optional<Agreement> agreement = shares.agreement();
    tx.sql(
            """
            insert into strategy_week (workspace_id, week, persons, posts, agreement, low, high)
            values (:workspace, :week, :persons, :posts, :agreement, :low, :high)
            on conflict do nothing""")
        .param("workspace", scope.workspace().value())
        .param("week", Date.valueOf(day))
        .param("persons", shares.talk().personCount())
        .param("posts", shares.talk().postCount())
        .param("agreement", agreement.map(Agreement::value).orElse(null), Types.DOUBLE)
        .param("low", agreement.map(Agreement::low).orElse(null), Types.DOUBLE)
        .param("high", agreement.map(Agreement::high).orElse(null), Types.DOUBLE)
        .update();
    for (StrategyTheme theme : shares.themes()) {
      tx.sql(
              """
              insert into theme_week (workspace_id, week, theme_id, persons, say, they)
              values (:workspace, :week, :theme, :persons, :say, :they) on conflict do nothing""")
          .param("workspace", scope.workspace().value())
          .param("week", Date.valueOf(day))
          .param("theme", theme.id())
          .param("persons", shares.persons(theme))
          .param("say", shares.say(theme))
          .param("they", shares.they(theme))
          .update();
    }
  }

  /// The newest `most`, newest first.
  static List<Week> newest(JdbcClient tx, int most) {
    return tx.sql("select * from strategy_week order by week desc limit ?")
        .param(most)
        .query(
            (row, _) -> {
              var agreement = row.getObject("agreement", Double.class);
              int posts = row.getInt("posts");
              int persons = row.getInt("persons");
              return new Week(
                  row.getObject("week", LocalDate.class),
                  persons,
                  posts,
                  agreement == null
                      ? null
                      : new Agreement(
                          agreement, row.getDouble("low"), row.getDouble("high"), posts, persons));
            })
        .list();
  }
}
