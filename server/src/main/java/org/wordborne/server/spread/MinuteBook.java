package org.wordborne.server.spread;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.mention.Mention;
import org.wordborne.server.person.JsonRows;

/// How many people spoke of each topic in each minute, by when they spoke.
final class MinuteBook {
  private static final Duration KEPT = Duration.ofDays(60);

  private MinuteBook() {}

  private record Row(
      UUID workspace_id, UUID topic_id, String minute, UUID mention_id, UUID handle) {}

  /// Takes words out again.
  static void forget(JdbcClient tx, Collection<UUID> mentions) {
    tx.sql("delete from topic_word where mention_id = any(?)")
        .param(mentions.toArray(UUID[]::new))
        .update();
  }

  /// Counts words for each topic that they are about.
  static void write(JdbcClient tx, UUID workspace, List<Mention> words, Instant now) {
    var rows = new ArrayList<Row>();
    for (Mention word : words) {
      if (word.spokenAt().isBefore(now.minus(KEPT))) {
        continue;
      }
      String minute = word.spokenAt().truncatedTo(ChronoUnit.MINUTES).toString();
      for (UUID topic : word.topics()) {
        rows.add(new Row(workspace, topic, minute, word.id(), word.author().handle()));
      }
    }
    if (rows.isEmpty()) {
      return;
    }
    tx.sql(
            """
            insert into topic_word (workspace_id, topic_id, minute, mention_id, handle)
            select workspace_id, topic_id, minute, mention_id, handle
            from jsonb_to_recordset(:rows::jsonb) as r(workspace_id uuid, topic_id uuid,
              minute timestamptz, mention_id uuid, handle uuid)
            on conflict do nothing""")
        .param("rows", JsonRows.of(rows))
        .update();
  }

  /// A detector that went past a minute in which somebody is heard only now has to learn anew; what
  /// was spoken before `from` it never learns.
  static void unlearn(JdbcClient tx, List<Mention> late, Instant from) {
    var topics = new java.util.HashSet<UUID>();
    late.stream()
        .filter(word -> !word.spokenAt().isBefore(from))
        .forEach(word -> topics.addAll(word.topics()));
    if (!topics.isEmpty()) {
      tx.sql("update burst_state set stale = true where topic_id = any(?) and not stale")
          .param(topics.toArray(UUID[]::new))
          .update();
    }
  }

  static void prune(JdbcClient tx, Instant now) {
    tx.sql("delete from topic_word where minute < ?")
        .param(Timestamp.from(now.minus(KEPT)))
        .update();
  }

  /// People of each minute in `[from, until)`; minutes without any are left out.
  static TreeMap<Long, Integer> people(JdbcClient tx, UUID topic, Instant from, Instant until) {
    var people = new TreeMap<Long, Integer>();
    tx.sql(
            """
            select minute, count(distinct handle)::int from topic_word
            where topic_id = ? and minute >= ? and minute < ? group by minute""")
        .params(topic, Timestamp.from(from), Timestamp.from(until))
        .query(
            (row, _) ->
                people.put(row.getObject(1, OffsetDateTime.class).toEpochSecond(), row.getInt(2)))
        .list();
    return people;
  }

  /// The first minute of which anything is known here, whatever it was about.
  static Optional<Instant> first(JdbcClient tx) {
    return tx.sql("select minute from topic_word order by minute limit 1")
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  /// The words of a topic in `[from, until)`, the earliest first.
  static List<UUID> words(JdbcClient tx, UUID topic, Instant from, Instant until, int most) {
    return tx.sql(
            """
            select mention_id from topic_word where topic_id = ? and minute >= ? and minute < ?
            order by minute, mention_id limit ?""")
        .params(topic, Timestamp.from(from), Timestamp.from(until), most)
        .query(UUID.class)
        .list();
  }
}
