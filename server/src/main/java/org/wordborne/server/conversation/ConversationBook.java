package org.wordborne.server.conversation;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.person.JsonRows;

/// Keeps each conversation's line in the queue true to its words.
@Component
final class ConversationBook {

  /// Makes one conversation of two whose threads turned out to be one.
  ///
  /// @param joined threads that are no more, and the one into which each went
  /// @return the conversations that changed
  Set<UUID> join(Map<UUID, UUID> joined, JdbcClient tx) {
    var touched = new HashSet<UUID>();
    joined.forEach((old, thread) -> join(old, thread, touched, tx));
    return touched;
  }

  private static void join(UUID old, UUID thread, Set<UUID> touched, JdbcClient tx) {
    var gone = ofThreads(List.of(old), tx).get(old);
    if (gone == null) {
      return;
    }
    var stays = ofThreads(List.of(thread), tx).get(thread);
    if (stays == null) {
      tx.sql("update conversation set thread_id = :thread where id = :id")
          .param("thread", thread)
          .param("id", gone)
          .update();
      touched.add(gone);
      return;
    }
    for (var table : List.of("ask", "conversation_act", "reply")) {
      tx.sql("update " + table + " set conversation_id = :stays where conversation_id = :gone")
          .param("stays", stays)
          .param("gone", gone)
          .update();
    }
    // What one of the two still owes, both owe; who had taken one of them keeps both.
    tx.sql(
            """
            update conversation c set
              state = case when 'open' in (c.state, g.state) then 'open'
                when 'later' in (c.state, g.state) then 'later' else 'done' end,
              later_until = case when 'open' in (c.state, g.state) then null
                else least(c.later_until, g.later_until) end,
              assignee_id = coalesce(c.assignee_id, g.assignee_id)
            from conversation g where c.id = :stays and g.id = :gone
            """)
        .param("stays", stays)
        .param("gone", gone)
        .update();
    tx.sql("delete from conversation where id = :gone").param("gone", gone).update();
    touched.remove(gone);
    touched.add(stays);
  }

  /// The conversations of these threads, by thread.
  static Map<UUID, UUID> ofThreads(Collection<UUID> threads, JdbcClient tx) {
    var found = new LinkedHashMap<UUID, UUID>();
    if (threads.isEmpty()) {
      return found;
    }
    tx.sql("select thread_id, id from conversation where thread_id in (:threads)")
        .param("threads", threads)
        .query((row, _) -> found.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
        .list();
    return found;
  }

  /// The conversations to which these threads belong.
  Set<UUID> touching(Collection<UUID> threads, JdbcClient tx) {
    return new HashSet<>(ofThreads(threads, tx).values());
  }

  /// Puts conversations back in the queue: somebody spoke again.
  void reopen(Collection<UUID> conversations, JdbcClient tx) {
    if (!conversations.isEmpty()) {
      tx.sql(
              """
              update conversation set state = 'open', later_until = null, need_set = null,
                need_set_by = null
              where id in (:ids) and state <> 'open'
              """)
          .param("ids", conversations)
          .update();
    }
  }

  /// Reads each conversation's line anew from its asks and its thread.
  void refresh(Collection<UUID> conversations, JdbcClient tx) {
    if (conversations.isEmpty()) {
      return;
    }
    var rows = JsonRows.of(conversations.stream().sorted().map(id -> Map.of("id", id)).toList());
    for (var statement : List.of(LOCK, REFRESH, CLOSE, FORGET)) {
      if (statement.equals(LOCK)) {
        tx.sql(statement).param("rows", rows).query(UUID.class).list();
      } else {
        tx.sql(statement).param("rows", rows).update();
      }
    }
  }

  private static final String IDS =
      "(select id from jsonb_to_recordset(:rows::jsonb) as r(id uuid))";

  /* In one order everywhere, so that two who touch the same conversations never wait for each other. */
  private static final String LOCK =
      "select id from conversation where id in " + IDS + " order by id for update";

  private static final String REFRESH =
      """
      update conversation c set
        opener_mention = coalesce(f.waiting, f.last, c.opener_mention),
        person_id = case when f.waiting is null and f.last is null then c.person_id else f.person end,
        rank = case when c.need_set is null then coalesce(f.rank, c.rank) else c.rank end,
        reasons = coalesce(f.reasons, c.reasons),
        audience = coalesce(f.audience, c.audience),
        waits_since = coalesce(f.since, f.last_asked, c.waits_since),
        answered = f.waiting is null and f.answered,
        people_count = greatest(1, f.people),
        source_ids = coalesce(f.sources, '{}'),
        last_at = coalesce(f.last_at, c.last_at)
      from (
        select k.id, w.mention_id as waiting, l.mention_id as last, l.at as last_asked,
          coalesce(w.person_id, case when w.mention_id is null then l.person_id end) as person,
          coalesce(w.rank, l.rank) as rank, coalesce(w.reasons, l.reasons) as reasons,
          coalesce(w.audience, l.audience) as audience, m.since, m.answered,
          s.people, s.sources, s.last_at
        from conversation k
        left join lateral (
          select * from ask a where a.conversation_id = k.id and a.state = 'waiting'
          order by a.rank desc limit 1) w on true
        left join lateral (
          select * from ask a where a.conversation_id = k.id and a.state in ('answered', 'closed')
          order by a.at desc limit 1) l on true
        left join lateral (
          select min(a.at) filter (where a.state = 'waiting') as since,
            coalesce(bool_or(a.state = 'answered'), false) as answered
          from ask a where a.conversation_id = k.id) m on true
        left join lateral (
          select count(distinct p.person_id) filter (where not p.own) as people,
            array_agg(distinct p.source_id) filter (where p.source_id is not null) as sources,
            max(p.at) as last_at
          from spoken p where p.thread_id = k.thread_id and p.mention_id is not null
            and not p.deleted) s on true
        where k.id in %s) f
      where c.id = f.id
      """
          .formatted(IDS);

  /* Nothing waits any more: answered, or taken back. */
  private static final String CLOSE =
      """
      update conversation c set state = 'done', later_until = null
      where c.id in %s and c.state <> 'done'
        and not exists (select 1 from ask a where a.conversation_id = c.id and a.state = 'waiting')
      """
          .formatted(IDS);

  /* Every word of it is gone and nobody here did anything: there was no conversation. */
  private static final String FORGET =
      """
      delete from conversation c
      where c.id in %s
        and not exists (select 1 from ask a where a.conversation_id = c.id and a.state <> 'gone')
        and not exists (select 1 from reply r where r.conversation_id = c.id)
        and not exists (select 1 from conversation_act d where d.conversation_id = c.id)
      """
          .formatted(IDS);
}
