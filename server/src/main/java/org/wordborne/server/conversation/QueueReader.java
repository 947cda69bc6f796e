package org.wordborne.server.conversation;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.person.Page;
import org.wordborne.server.workspace.Scope;

/// Reads the queue in its order.
@Component
final class QueueReader {
  private final RowReader rows;
  private final QueueTurn turn;
  private final InstantSource clock;

  QueueReader(RowReader rows, QueueTurn turn, InstantSource clock) {
    this.rows = rows;
    this.turn = turn;
    this.clock = clock;
  }

  /// What part of the queue is asked for.
  ///
  /// @param assignee a member's id, `none`, or "" for all
  /// @param query part of a title or of a person's name; "" for all
  record Filter(String state, String assignee, String query) {
    private String where() {
      var where = new StringBuilder(" from conversation c where c.state = :state");
      if (assignee.equals("none")) {
        where.append(" and c.assignee_id is null");
      } else if (!assignee.isEmpty()) {
        where.append(" and c.assignee_id = :assignee");
      }
      if (!query.isEmpty()) {
        where.append(
            """
             and (c.title ilike :like or exists (select 1 from person p
               where p.workspace_id = c.workspace_id and p.id = c.person_id
                 and p.name ilike :like))
            """);
      }
      return where.toString();
    }

    private Map<String, Object> values() {
      var values = new HashMap<String, Object>();
      values.put("state", state);
      values.put("like", "%" + query.replaceAll("([\\\\%_])", "\\\\$1") + "%");
      if (!assignee.isEmpty() && !assignee.equals("none")) {
        values.put("assignee", UUID.fromString(assignee));
      }
      return values;
    }
  }

  ConversationPage page(Scope scope, Filter filter, Page page, JdbcClient tx) {
    int upTo = page.offset() + page.limit() + 1;
    var places = places(filter, upTo, tx);
    var rest = places.subList(Math.min(page.offset(), places.size()), places.size());
    return new ConversationPage(
        rows.rows(scope, page.cut(rest), tx), page.next(rest.size()), counts(scope.person(), tx));
  }

  /// The first places of the open queue.
  List<ConversationRow> first(Scope scope, int most, JdbcClient tx) {
    return rows.rows(scope, places(new Filter("open", "", ""), most, tx), tx);
  }

  /// Who has waited longest, if anybody waits.
  @Nullable ConversationRow oldest(Scope scope, JdbcClient tx) {
    var ids = order(new Filter("open", "", ""), "", "c.waits_since, c.id", 1, tx);
    var found = rows.rows(scope, ids, tx);
    return found.isEmpty() ? null : found.getFirst();
  }

  private List<QueueDeal.Place<UUID>> places(Filter filter, int most, JdbcClient tx) {
    if (filter.state().equals("open") && filter.query().isEmpty()) {
      var byNeed = order(filter, "", "c.rank desc, c.id", most, tx);
      var small =
          order(
              filter,
              " and c.audience <= " + NeedFormula.SMALL_VOICE,
              "c.waits_since, c.id",
              most,
              tx);
      var old = order(filter, "", "c.waits_since, c.id", most, tx);
      return new QueueDeal<>(byNeed, small, old).first(most, turn.handled(tx));
    }
    var order =
        switch (filter.state()) {
          case "later" -> "c.later_until, c.id";
          case "done" -> "c.last_at desc, c.id";
          default -> "c.rank desc, c.id";
        };
    return order(filter, "", order, most, tx).stream()
        .map(id -> new QueueDeal.Place<UUID>(id, null))
        .toList();
  }

  private static List<UUID> order(
      Filter filter, String and, String order, int most, JdbcClient tx) {
    return tx.sql("select c.id" + filter.where() + and + " order by " + order + " limit :most")
        .params(filter.values())
        .param("most", most)
        .query(UUID.class)
        .list();
  }

  /// How many stand where. Of the done ones no more than ten thousand are counted.
  ConversationPage.QueueCounts counts(@Nullable UUID me, JdbcClient tx) {
    return tx.sql(
            """
            select
              (select count(*) from conversation where state = 'open'),
              (select count(*) from conversation
                where state = 'open' and assignee_id = :me::uuid),
              (select count(*) from conversation where state = 'later'),
              (select count(*) from (
                select 1 from conversation where state = 'done' limit 10000) d),
              (select count(*) from conversation
                where state = 'open' and rank >= :now and need_set is null)
                + (select count(*) from conversation where state = 'open' and need_set = 4)
            """)
        .param("me", me)
        .param("now", NeedFormula.rankFor(NeedFormula.NOW, clock.instant()))
        .query(
            (row, _) ->
                new ConversationPage.QueueCounts(
                    row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)))
        .single();
  }

  /// How many open ones need us today, those of now left out.
  long today(JdbcClient tx) {
    return tx.sql(
            """
            select (select count(*) from conversation where state = 'open'
                and rank >= :today and rank < :now and need_set is null)
              + (select count(*) from conversation where state = 'open' and need_set = 3)
            """)
        .param("today", NeedFormula.rankFor(NeedFormula.TODAY, clock.instant()))
        .param("now", NeedFormula.rankFor(NeedFormula.NOW, clock.instant()))
        .query(Long.class)
        .single();
  }

  /// Puts back those whose time has come. Returns which.
  List<UUID> wake(JdbcClient tx) {
    return tx.sql(
            """
            update conversation set state = 'open', later_until = null
            where state = 'later' and later_until <= :now returning id
            """)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query(UUID.class)
        .list();
  }
}
