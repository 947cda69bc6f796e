package org.wordborne.server.spread;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.person.JsonRows;

/// The tables of tales and tellings; one statement a batch and table.
final class TaleBook {
  /// A tale that nobody told for so long is over.
  static final Duration QUIET = Duration.ofHours(12);

  /// A word after so long a silence begins a new tale.
  static final Duration SILENCE = Duration.ofHours(48);

  private TaleBook() {}

  /// The topics that are told on, each with its line.
  static Map<UUID, Integer> marked(JdbcClient tx) {
    var marked = new HashMap<UUID, Integer>();
    tx.sql("select topic_id, line from tale_topic")
        .query((row, _) -> marked.put(row.getObject(1, UUID.class), row.getInt(2)))
        .list();
    return marked;
  }

  /// Takes words out of the tales they were in, and returns those.
  static Set<UUID> retract(JdbcClient tx, Collection<UUID> mentions) {
    return new HashSet<>(
        tx.sql("delete from telling where mention_id = any(?) returning tale_id")
            .param(mentions.toArray(UUID[]::new))
            .query(UUID.class)
            .list());
  }

  /// Tales that words of a stretch of time may belong to.
  static List<TaleLine> around(JdbcClient tx, Instant from, Instant to) {
    return tx.sql("select * from tale where last_at >= ? and begun_at <= ? order by last_at desc")
        .params(Timestamp.from(from.minus(SILENCE)), Timestamp.from(to.plus(SILENCE)))
        .query((row, _) -> line(row))
        .list();
  }

  static List<TaleLine> newest(JdbcClient tx, int most) {
    return tx.sql("select * from tale order by last_at desc limit ?")
        .param(most)
        .query((row, _) -> line(row))
        .list();
  }

  /// The newest tale of a topic that goes round and was heard fresh.
  static Optional<UUID> movingOf(JdbcClient tx, UUID topic) {
    return tx.sql(
            """
            select id from tale where topic_id = ? and quiet_at is null and live
            order by last_at desc limit 1""")
        .param(topic)
        .query(UUID.class)
        .optional();
  }

  static Optional<TaleLine> find(JdbcClient tx, UUID id) {
    return tx.sql("select * from tale where id = ?")
        .param(id)
        .query((row, _) -> line(row))
        .optional();
  }

  static void begin(JdbcClient tx, UUID workspace, TaleLine tale) {
    tx.sql(
            """
            insert into tale (workspace_id, id, topic_id, root_mention, root_print, title,
              begun_at, last_at, line)
            values (:workspace, :id, :topic, :root, :print, :title, :begun, :begun, :line)""")
        .param("workspace", workspace)
        .param("id", tale.id())
        .param("topic", tale.topic())
        .param("root", tale.root())
        .param("print", tale.rootPrint())
        .param("title", tale.title())
        .param("begun", Timestamp.from(tale.begunAt()))
        .param("line", tale.line())
        .update();
  }

  private record Row(
      UUID workspace_id,
      UUID tale_id,
      UUID mention_id,
      UUID handle,
      String at,
      boolean asks,
      boolean own_words,
      long followers,
      long print) {}

  static void tell(JdbcClient tx, UUID workspace, List<Telling> tellings) {
    if (tellings.isEmpty()) {
      return;
    }
    var rows =
        tellings.stream()
            .map(
                one ->
                    new Row(
                        workspace,
                        one.tale(),
                        one.mention(),
                        one.handle(),
                        one.at().toString(),
                        one.asks(),
                        one.ownWords(),
                        one.followers(),
                        one.print()))
            .toList();
    tx.sql(
            """
            insert into telling (workspace_id, tale_id, mention_id, handle, at, asks, own_words,
              followers, print)
            select workspace_id, tale_id, mention_id, handle, at, asks, own_words, followers, print
            from jsonb_to_recordset(:rows::jsonb) as r(workspace_id uuid, tale_id uuid,
              mention_id uuid, handle uuid, at timestamptz, asks boolean, own_words boolean,
              followers bigint, print bigint)
            on conflict do nothing""")
        .param("rows", JsonRows.of(rows))
        .update();
  }

  /// Counts tales anew, and lets go those that nobody tells any more.
  static void count(JdbcClient tx, Collection<UUID> tales, Collection<UUID> fresh) {
    UUID[] ids = tales.toArray(UUID[]::new);
    tx.sql(
            """
            update tale t set told = s.told, begun_at = s.begun, last_at = s.last,
              root_mention = s.root, live = t.live or t.id = any(:fresh),
              quiet_at = case when t.last_at = s.last then t.quiet_at end
            from (select tale_id, count(distinct handle)::int as told, min(at) as begun,
                max(at) as last, (array_agg(mention_id order by at, mention_id))[1] as root
              from telling where tale_id = any(:ids) group by tale_id) s
            where t.id = s.tale_id""")
        .param("ids", ids)
        .param("fresh", fresh.toArray(UUID[]::new))
        .update();
    tx.sql(
            """
            delete from tale t where t.id = any(?)
              and not exists (select 1 from telling where tale_id = t.id)""")
        .param(ids)
        .update();
  }

  /// Ends tales that nobody told for long; returns them.
  static List<UUID> settle(JdbcClient tx, Instant now) {
    return tx.sql(
            """
            update tale set quiet_at = last_at + interval '12 hours'
            where quiet_at is null and last_at < ? returning id""")
        .param(Timestamp.from(now.minus(QUIET)))
        .query(UUID.class)
        .list();
  }

  /// The tellings of a tale in their order.
  static List<Telling> tellings(JdbcClient tx, Collection<UUID> tales) {
    return tx.sql("select * from telling where tale_id = any(?) order by at, mention_id")
        .param(tales.toArray(UUID[]::new))
        .query((row, _) -> telling(row))
        .list();
  }

  /// Fingerprints of the newest tellings of a tale.
  static List<Long> prints(JdbcClient tx, UUID tale, int most) {
    return tx.sql("select print from telling where tale_id = ? order by at desc limit ?")
        .params(tale, most)
        .query(Long.class)
        .list();
  }

  private static Telling telling(ResultSet row) throws SQLException {
    return new Telling(
        row.getObject("tale_id", UUID.class),
        row.getObject("mention_id", UUID.class),
        row.getObject("handle", UUID.class),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getBoolean("asks"),
        row.getBoolean("own_words"),
        row.getLong("followers"),
        row.getLong("print"));
  }

  private static TaleLine line(ResultSet row) throws SQLException {
    var quiet = row.getObject("quiet_at", OffsetDateTime.class);
    return new TaleLine(
        row.getObject("id", UUID.class),
        row.getObject("topic_id", UUID.class),
        row.getObject("root_mention", UUID.class),
        row.getLong("root_print"),
        row.getString("title"),
        row.getObject("begun_at", OffsetDateTime.class).toInstant(),
        row.getObject("last_at", OffsetDateTime.class).toInstant(),
        quiet == null ? null : quiet.toInstant(),
        row.getInt("told"),
        row.getBoolean("live"),
        row.getString("truth"),
        row.getString("fact"),
        row.getInt("line"));
  }
}
