package org.wordborne.server.person;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.Scope;

/// The handles under which people speak, and the person behind each: at first one for each handle.
final class HandleBook {
  private final Ids ids;

  HandleBook(Ids ids) {
    this.ids = ids;
  }

  /// A handle as far as a word needs it.
  record Handle(UUID person, boolean own, long followers, String name, String url) {
    /* Names and audiences change with time: the newest word tells them. */
    private boolean isOutOfDate(Row told) {
      return !name.equals(told.name())
          || !url.equals(told.url())
          || told.followers() > 0 && told.followers() != followers;
    }
  }

  /// The handles of the words' authors; those that are new are made.
  Map<UUID, Handle> of(Scope scope, List<SpokenWord> words, JdbcClient tx) {
    var authors = new LinkedHashMap<UUID, Row>();
    words.stream()
        .filter(SpokenWord::hasAuthor)
        .forEach(word -> authors.put(word.author().handle(), row(scope, word)));
    if (authors.isEmpty()) {
      return Map.of();
    }
    var rows = JsonRows.of(List.copyOf(authors.values()));
    var known = find(rows, tx);
    update(authors.values().stream().filter(author -> changed(known, author)).toList(), tx);
    var missing =
        authors.values().stream().filter(author -> !known.containsKey(author.id())).toList();
    insert(missing, tx);
    missing.forEach(row -> known.put(row.id(), row.handle()));
    return known;
  }

  private static boolean changed(Map<UUID, Handle> known, Row told) {
    var handle = known.get(told.id());
    return handle != null && handle.isOutOfDate(told);
  }

  /* Column names, as jsonb_to_recordset wants them. */
  private record Row(
      UUID workspace_id,
      UUID id,
      UUID person_id,
      String channel,
      @Nullable UUID source_id,
      String name,
      String url,
      long followers,
      boolean own) {
    Handle handle() {
      return new Handle(person_id, own, followers, name, url);
    }
  }

  private Row row(Scope scope, SpokenWord word) {
    return new Row(
        scope.workspace().value(),
        word.author().handle(),
        ids.next(),
        word.channel(),
        word.source(),
        word.authorName(),
        word.author().url(),
        word.author().followers(),
        word.own() && !word.author().id().isBlank());
  }

  private static Map<UUID, Handle> find(String rows, JdbcClient tx) {
    var found = new LinkedHashMap<UUID, Handle>();
    tx.sql(
            """
            select h.id, h.person_id, h.own, h.followers, h.name, h.url
            from jsonb_to_recordset(:rows::jsonb) as r(workspace_id uuid, id uuid)
            cross join lateral (
              select * from handle h where h.workspace_id = r.workspace_id and h.id = r.id
              offset 0) h
            """)
        .param("rows", rows)
        .query(
            (row, _) ->
                found.put(
                    row.getObject(1, UUID.class),
                    new Handle(
                        row.getObject(2, UUID.class),
                        row.getBoolean(3),
                        row.getLong(4),
                        row.getString(5),
                        row.getString(6))))
        .list();
    return found;
  }

  private static void update(List<Row> told, JdbcClient tx) {
    if (told.isEmpty()) {
      return;
    }
    tx.sql(
            """
            with told as (
              select * from jsonb_to_recordset(:rows::jsonb) as r(
                workspace_id uuid, id uuid, name text, url text, followers bigint)),
            changed as (
              update handle h set name = r.name, url = r.url,
                followers = case when r.followers > 0 then r.followers else h.followers end
              from told r
              where h.workspace_id = r.workspace_id and h.id = r.id
              returning h.workspace_id, h.person_id, h.name, h.followers)
            update person p set name = c.name, hear = c.followers
            from changed c where p.workspace_id = c.workspace_id and p.id = c.person_id
            """)
        .param("rows", JsonRows.of(told))
        .update();
  }

  private static void insert(List<Row> missing, JdbcClient tx) {
    if (missing.isEmpty()) {
      return;
    }
    tx.sql(
            """
            with told as (
              select * from jsonb_to_recordset(:rows::jsonb) as r(
                workspace_id uuid, id uuid, person_id uuid, channel text, source_id uuid,
                name text, url text, followers bigint, own boolean)),
            people as (
              insert into person (workspace_id, id, name, hear, own)
              select workspace_id, person_id, name, followers, own from told)
            insert into handle (workspace_id, id, person_id, channel, source_id, name, url,
              followers, own)
            select workspace_id, id, person_id, channel, source_id, name, url, followers, own
            from told
            """)
        .param("rows", JsonRows.of(missing))
        .update();
  }
}
