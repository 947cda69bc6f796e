package org.wordborne.server.person;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.personal.Subject;

/// What leads from a human to what is kept of them.
@Component
public class PersonTraces {
  private static final int MOST_FOUND = 20;
  private static final Pattern ACCOUNT =
      Pattern.compile(
          "/(?:@|(?:u|users?|profiles?|members?|people|accounts?)/@?)([\\w][\\w.-]*)/?(?:[?#].*)?$");

  PersonTraces() {}

  /// Somebody who was found by a name.
  public record NamedPerson(UUID person, String name, String channel, String url, int words) {}

  /// People of exactly that name or address on their network, with or without `@`.
  public List<NamedPerson> named(JdbcClient tx, String name) {
    String bare = name.strip();
    String small = (bare.startsWith("@") ? bare.substring(1) : bare).toLowerCase(Locale.ROOT);
    return tx.sql(
            """
            select * from (
            select distinct on (p.id) p.id, h.name, h.channel, h.url, p.words, p.last_at
            from handle h
            join person p on p.workspace_id = h.workspace_id and p.id = h.person_id
            where not p.own and (lower(h.name) in (:name, '@' || :name) or lower(h.url) = :name
              or lower(h.url) like '%/@' || :pattern or lower(h.url) like '%/' || :pattern)
            order by p.id, h.id) found
            order by last_at desc nulls last limit :most""")
        .param("name", small)
        .param("pattern", small.replaceAll("([\\\\%_])", "\\\\$1"))
        .param("most", MOST_FOUND)
        .query(
            (row, _) ->
                new NamedPerson(
                    row.getObject("id", UUID.class),
                    row.getString("name"),
                    row.getString("channel"),
                    row.getString("url"),
                    row.getInt("words")))
        .list();
  }

  /// The handles of these people.
  public List<UUID> handles(JdbcClient tx, Collection<UUID> people) {
    return tx.sql("select id from handle where person_id = any(?)")
        .param(people.toArray(UUID[]::new))
        .query(UUID.class)
        .list();
  }

  /// What they are called, each way once.
  public List<String> names(JdbcClient tx, Collection<UUID> people) {
    return tx.sql(
            """
            select distinct name from (
              select name from handle where person_id = any(:people)
              union all select name from person where id = any(:people)) named
            where name <> ''""")
        .param("people", people.toArray(UUID[]::new))
        .query(String.class)
        .list();
  }

  /// What the addresses of their pages call them, as `anna` of `https://town.example/@anna`.
  public Set<String> accounts(JdbcClient tx, Collection<UUID> people) {
    return tx
        .sql("select url from handle where person_id = any(?) and url <> ''")
        .param(people.toArray(UUID[]::new))
        .query(String.class)
        .list()
        .stream()
        .flatMap(url -> ACCOUNT.matcher(url).results())
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }

  /// All handles of the workspace, page by page.
  ///
  /// @param after the last of the page before; null for the first
  public List<UUID> allHandles(JdbcClient tx, @org.jspecify.annotations.Nullable UUID after) {
    return new ArrayList<>(
        tx.sql(
                """
                select id from handle where cast(:after as uuid) is null or id > cast(:after as uuid)
                order by id limit 5000""")
            .param("after", after)
            .query(UUID.class)
            .list());
  }

  /// The people behind these handles.
  public List<UUID> people(JdbcClient tx, Collection<UUID> handles) {
    return tx.sql("select distinct person_id from handle where id = any(?)")
        .param(handles.toArray(UUID[]::new))
        .query(UUID.class)
        .list();
  }

  /// What others said in the threads of these words, and what repeats them.
  public List<UUID> around(JdbcClient tx, Collection<UUID> words) {
    return tx.sql(
            """
            with theirs as (
              select place, native_id, thread_id from spoken where mention_id = any(:words))
            select s.mention_id from spoken s
            where s.thread_id in (select thread_id from theirs) and s.mention_id is not null
              and not (s.mention_id = any(:words))
            union
            select s.mention_id from spoken s join theirs t
              on s.place = t.place and s.repost_of = t.native_id and s.repost_of <> ''
            where s.mention_id is not null and not (s.mention_id = any(:words))""")
        .param("words", words.toArray(UUID[]::new))
        .query(UUID.class)
        .list();
  }

  /// Of these words by others, those that answer or repeat one of `words`.
  public Set<UUID> answering(
      JdbcClient tx, Collection<Subject.Word> words, Collection<UUID> around) {
    return new HashSet<>(
        tx.sql(
                """
                select s.mention_id from spoken s join spoken t
                  on t.workspace_id = s.workspace_id and t.place = s.place
                  and t.native_id in (s.reply_to, s.repost_of)
                where s.mention_id = any(:around) and t.mention_id = any(:words)""")
            .param("around", around.toArray(UUID[]::new))
            .param("words", words.stream().map(Subject.Word::id).toArray(UUID[]::new))
            .query(UUID.class)
            .list());
  }
}
