package org.wordborne.server.person;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.workspace.Scope;

/// The lines of the ledger: one for each word that was spoken, or only named by another.
final class SpokenLines {
  private final Scope scope;
  private final JdbcClient tx;

  SpokenLines(Scope scope, JdbcClient tx) {
    this.scope = scope;
    this.tx = tx;
  }

  /// A line as it stood before.
  ///
  /// @param mention null where the word is only named by another
  record Line(
      UUID thread,
      @Nullable UUID mention,
      @Nullable UUID person,
      @Nullable Instant at,
      String sentiment,
      boolean counted,
      boolean own,
      boolean asks) {}

  /*
   * Here and elsewhere `offset 0` makes it look up key by key: while there are no statistics of a
   * table yet, the planner takes it for small and would read all of it for every batch.
   */

  /// The lines with these keys that are there.
  static Map<ThreadTies.Key, Line> find(JdbcClient tx, Collection<ThreadTies.Key> keys) {
    var found = new LinkedHashMap<ThreadTies.Key, Line>();
    tx.sql(
            """
            select s.place, s.native_id, s.thread_id, s.mention_id, s.person_id, s.at, s.sentiment,
              s.counted, s.own, s.asks
            from jsonb_to_recordset(:keys::jsonb) as k(place text, "nativeId" text)
            cross join lateral (
              select * from spoken s where s.place = k.place and s.native_id = k."nativeId"
              offset 0) s
            """)
        .param("keys", JsonRows.of(List.copyOf(keys)))
        .query(
            (row, _) -> {
              var at = row.getObject(6, OffsetDateTime.class);
              return found.put(
                  new ThreadTies.Key(row.getString(1), row.getString(2)),
                  new Line(
                      row.getObject(3, UUID.class),
                      row.getObject(4, UUID.class),
                      row.getObject(5, UUID.class),
                      at == null ? null : at.toInstant(),
                      row.getString(7),
                      row.getBoolean(8),
                      row.getBoolean(9),
                      row.getBoolean(10)));
            })
        .list();
    return found;
  }

  /// Writes the words' lines as they are now.
  void write(List<PlacedWord> words, ThreadTies ties) {
    var rows = words.stream().map(word -> row(word, ties)).toList();
    tx.sql(
            """
            insert into spoken as s (workspace_id, place, native_id, mention_id, person_id,
              thread_id, source_id, at, sentiment, reply_to, repost_of, praises, thanks, asks,
              about_us, own, counted, deleted)
            select workspace_id, place, native_id, mention_id, person_id, thread_id, source_id, at,
              sentiment, reply_to, repost_of, praises, thanks, asks, about_us, own, counted, deleted
            from jsonb_to_recordset(:rows::jsonb) as r(workspace_id uuid, place text,
              native_id text, mention_id uuid, person_id uuid, thread_id uuid, source_id uuid,
              at timestamptz, sentiment text, reply_to text, repost_of text, praises boolean,
              thanks boolean, asks boolean, about_us boolean, own boolean, counted boolean, deleted boolean)
            on conflict (workspace_id, place, native_id) do update set
              mention_id = excluded.mention_id, person_id = excluded.person_id,
              thread_id = excluded.thread_id, source_id = excluded.source_id, at = excluded.at,
              sentiment = excluded.sentiment, reply_to = excluded.reply_to,
              repost_of = excluded.repost_of, praises = excluded.praises, thanks = excluded.thanks,
              asks = excluded.asks, about_us = excluded.about_us,
              own = excluded.own, counted = excluded.counted, deleted = excluded.deleted
            """)
        .param("rows", JsonRows.of(rows))
        .update();
  }

  /// Writes lines for words that are only named so far.
  void writeNamedOnly(List<PlacedWord> words, Collection<ThreadTies.Key> known, ThreadTies ties) {
    var named = new LinkedHashMap<ThreadTies.Key, NamedRow>();
    for (var placed : words) {
      var word = placed.word();
      for (var key : PeopleLedger.named(word)) {
        named.put(key, row(key, ties.current(placed.thread())));
      }
      // What is repeated is another thread, but it is waited for all the same.
      if (!word.repostOf().isEmpty()) {
        var original = PeopleLedger.key(word, word.repostOf());
        named.computeIfAbsent(original, key -> row(key, ties.tie(List.of(key))));
      }
    }
    named.keySet().removeAll(known);
    if (named.isEmpty()) {
      return;
    }
    tx.sql(
            """
            insert into spoken (workspace_id, place, native_id, thread_id)
            select workspace_id, key ->> 'place', key ->> 'nativeId', thread_id
            from jsonb_to_recordset(:rows::jsonb) as r(
              workspace_id uuid, key jsonb, thread_id uuid)
            on conflict do nothing
            """)
        .param("rows", JsonRows.of(List.copyOf(named.values())))
        .update();
  }

  /// Moves the words of threads that turned out to be one.
  void join(Map<UUID, UUID> joined) {
    joined.forEach(
        (old, thread) ->
            tx.sql("update spoken set thread_id = :thread where thread_id = :old")
                .param("thread", thread)
                .param("old", old)
                .update());
  }

  private NamedRow row(ThreadTies.Key key, UUID thread) {
    return new NamedRow(scope.workspace().value(), key, thread);
  }

  private record NamedRow(UUID workspace_id, ThreadTies.Key key, UUID thread_id) {}

  /* Column names, as jsonb_to_recordset wants them. */
  private record Row(
      UUID workspace_id,
      String place,
      String native_id,
      UUID mention_id,
      @Nullable UUID person_id,
      UUID thread_id,
      @Nullable UUID source_id,
      String at,
      String sentiment,
      String reply_to,
      String repost_of,
      boolean praises,
      boolean thanks,
      boolean asks,
      boolean about_us,
      boolean own,
      boolean counted,
      boolean deleted) {}

  private Row row(PlacedWord placed, ThreadTies ties) {
    var word = placed.word();
    return new Row(
        scope.workspace().value(),
        word.place(),
        word.nativeId(),
        word.mention(),
        placed.person(),
        ties.current(placed.thread()),
        word.source(),
        word.at().toString(),
        word.sentiment(),
        word.inReplyTo(),
        word.repostOf(),
        word.praises(),
        word.thanks(),
        word.asks(),
        word.aboutUs(),
        placed.own(),
        word.counted() && !placed.own(),
        word.deleted());
  }
}
