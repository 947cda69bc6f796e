package org.wordborne.server.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.mention.SourceNames;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.wire.LinkAddress;

/// Reads people as lines of a list.
final class PersonRows {
  private static final Map<String, String> ORDERS =
      Map.of(
          "recent", "p.last_at desc nulls last, p.id",
          "words", "p.words desc, p.id",
          "heard", "p.hear desc, p.id");

  private final ObjectProvider<SourceNames> sources;

  PersonRows(ObjectProvider<SourceNames> sources) {
    this.sources = sources;
  }

  PeoplePage list(Scope scope, String query, String sort, Page page, JdbcClient tx) {
    var order = ORDERS.get(sort);
    if (order == null) {
      throw new BadInputException("sort", sort, "Sort by recent, words or heard.");
    }
    // Both are of our own making: an order out of the table above, a filter without any value.
    var filter =
        query.isEmpty()
            ? ""
            : """
               and (p.name ilike :like or exists (select 1 from handle h
                 where h.workspace_id = p.workspace_id and h.person_id = p.id
                   and (h.name ilike :like or h.url ilike :like)))
              """;
    var from = " from person p where p.words > 0 and not p.own" + filter;
    var like = "%" + query.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    var found =
        tx.sql("select p.id" + from + " order by " + order + " offset :offset limit :limit")
            .param("like", like)
            .param("offset", page.offset())
            .param("limit", page.limit() + 1)
            .query(UUID.class)
            .list();
    long total = tx.sql("select count(*)" + from).param("like", like).query(Long.class).single();
    var rows = List.copyOf(of(scope, page.cut(found), tx).values());
    return new PeoplePage(rows, page.next(found.size()), total);
  }

  /// The lines of these people, in the order given; who is not here is left out.
  Map<UUID, PersonRow> of(Scope scope, Collection<UUID> people, JdbcClient tx) {
    if (people.isEmpty()) {
      return Map.of();
    }
    var handles = handles(scope, people, tx);
    var found = new HashMap<UUID, PersonRow>();
    tx.sql(
            """
            select id, name, words, last_at, hear, positive, negative, neutral, mixed, unsure,
              answered_by_us
            from person where id in (:people)
            """)
        .param("people", people)
        .query(
            (row, _) -> {
              var person = row(row, handles);
              return found.put(person.id(), person);
            })
        .list();
    var ordered = new LinkedHashMap<UUID, PersonRow>();
    for (var id : people) {
      var person = found.get(id);
      if (person != null) {
        ordered.put(id, person);
      }
    }
    return ordered;
  }

  private static PersonRow row(ResultSet row, Map<UUID, List<HandleView>> handles)
      throws SQLException {
    var id = row.getObject("id", UUID.class);
    var last = row.getObject("last_at", OffsetDateTime.class);
    var name = row.getString("name");
    return new PersonRow(
        id,
        name,
        Initials.of(name),
        handles.getOrDefault(id, List.of()),
        row.getInt("words"),
        last == null ? null : last.toInstant(),
        row.getLong("hear"),
        new Mood(
            row.getInt("positive"),
            row.getInt("negative"),
            row.getInt("neutral"),
            row.getInt("mixed"),
            row.getInt("unsure")),
        row.getInt("answered_by_us"),
        null);
  }

  private Map<UUID, List<HandleView>> handles(Scope scope, Collection<UUID> people, JdbcClient tx) {
    var known = sources.getIfAvailable();
    Map<UUID, String> names = known == null ? Map.of() : known.names(scope);
    var found = new HashMap<UUID, List<HandleView>>();
    tx.sql(
            """
            select person_id, id, channel, source_id, name, url, followers from handle
            where person_id in (:people) order by id
            """)
        .param("people", people)
        .query(
            (row, _) -> {
              var source = row.getObject("source_id", UUID.class);
              var channel = row.getString("channel");
              var handle =
                  new HandleView(
                      row.getObject("id", UUID.class),
                      channel,
                      source == null ? channel : names.getOrDefault(source, channel),
                      row.getString("name"),
                      LinkAddress.harmless(row.getString("url")),
                      row.getLong("followers"));
              return found
                  .computeIfAbsent(row.getObject("person_id", UUID.class), _ -> new ArrayList<>())
                  .add(handle);
            })
        .list();
    return found;
  }
}
