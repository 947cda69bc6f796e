package org.wordborne.server.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import tools.jackson.databind.json.JsonMapper;

/// The table of alarms.
final class AlarmBook {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private AlarmBook() {}

  /// Writes it down, unless one was raised for the same reason.
  static boolean raise(JdbcClient tx, Scope scope, AlarmRecord alarm, String key) {
    return tx.sql(
                """
                insert into alarm (workspace_id, id, rule_id, key, topic_id, tale_id, title, cause,
                  first_mention, steps, raised_at, state, test, next_at)
                values (:workspace, :id, :rule, :key, :topic, :tale, :title, :cause, :first,
                  :steps, :at, 'raised', :test, :next)
                on conflict (workspace_id, key) do nothing""")
            .param("workspace", scope.workspace().value())
            .param("id", alarm.id())
            .param("rule", alarm.rule())
            .param("key", key)
            .param("topic", alarm.topic())
            .param("tale", alarm.tale())
            .param("title", alarm.title())
            .param("cause", JSON.writeValueAsString(alarm.cause()))
            .param("first", alarm.first())
            .param("steps", JSON.writeValueAsString(alarm.steps()))
            .param("at", Timestamp.from(alarm.raisedAt()))
            .param("test", alarm.test())
            .param("next", Timestamp.from(alarm.raisedAt()))
            .update()
        == 1;
  }

  static boolean knows(JdbcClient tx, String key) {
    return tx.sql("select count(*) from alarm where key = ?").param(key).query(Long.class).single()
        > 0;
  }

  /// Some of those whose next step is due, the earliest first.
  static List<UUID> due(JdbcClient tx, Instant now) {
    return tx.sql(
            """
            select id from alarm where state = 'raised' and next_at <= ?
            order by next_at limit 20""")
        .param(Timestamp.from(now))
        .query(UUID.class)
        .list();
  }

  /// Takes one whose next step is due; nobody else takes it meanwhile.
  static Optional<AlarmRecord> take(JdbcClient tx, UUID id, Instant now) {
    return tx.sql(
            """
            select * from alarm where id = ? and state = 'raised' and next_at <= ?
            for update skip locked""")
        .params(id, Timestamp.from(now))
        .query((row, _) -> record(row))
        .optional();
  }

  /// Puts the next step off.
  static void later(JdbcClient tx, UUID id, Instant next) {
    tx.sql("update alarm set next_at = ? where id = ? and state = 'raised'")
        .params(Timestamp.from(next), id)
        .update();
  }

  static void stepped(JdbcClient tx, UUID id, int step, @Nullable Instant next) {
    tx.sql("update alarm set step = :step, next_at = :next where id = :id")
        .param("step", step)
        .param("next", next == null ? null : Timestamp.from(next), java.sql.Types.TIMESTAMP)
        .param("id", id)
        .update();
  }

  static void end(JdbcClient tx, UUID id) {
    tx.sql("update alarm set state = 'ended', next_at = null where id = ?").param(id).update();
  }

  /// Whether it was not acknowledged before.
  static boolean acknowledge(JdbcClient tx, UUID id, SignedIn by, Instant at) {
    return tx.sql(
                """
                update alarm set state = 'acknowledged', next_at = null, ack_by = :by,
                  ack_name = :name, ack_at = :at
                where id = :id and state <> 'acknowledged'""")
            .param("by", by.person())
            .param("name", by.name())
            .param("at", Timestamp.from(at))
            .param("id", id)
            .update()
        == 1;
  }

  static Optional<AlarmRecord> find(JdbcClient tx, UUID id) {
    return tx.sql("select * from alarm where id = ?")
        .param(id)
        .query((row, _) -> record(row))
        .optional();
  }

  /// The first that was raised for a tale, tests aside.
  static Optional<AlarmRecord> ofTale(JdbcClient tx, UUID tale) {
    return tx.sql(
            """
            select * from alarm where tale_id = ? and not test order by raised_at, id limit 1""")
        .param(tale)
        .query((row, _) -> record(row))
        .optional();
  }

  /// Who first acknowledged an alarm of a tale.
  static Optional<AlarmRecord> taken(JdbcClient tx, UUID tale) {
    return tx.sql(
            """
            select * from alarm where tale_id = ? and not test and ack_at is not null
            order by ack_at, id limit 1""")
        .param(tale)
        .query((row, _) -> record(row))
        .optional();
  }

  static List<AlarmRecord> newest(JdbcClient tx, boolean openOnly, int most) {
    String which = openOnly ? " where state = 'raised'" : "";
    return tx.sql("select * from alarm" + which + " order by raised_at desc, id desc limit ?")
        .param(most)
        .query((row, _) -> record(row))
        .list();
  }

  private static AlarmRecord record(ResultSet row) throws SQLException {
    return new AlarmRecord(
        row.getObject("id", UUID.class),
        row.getObject("rule_id", UUID.class),
        row.getObject("topic_id", UUID.class),
        row.getObject("tale_id", UUID.class),
        row.getString("title"),
        JSON.readValue(row.getString("cause"), AlarmCause.class),
        row.getObject("first_mention", UUID.class),
        WatchRules.steps(row.getString("steps")),
        row.getObject("raised_at", OffsetDateTime.class).toInstant(),
        row.getString("state"),
        row.getBoolean("test"),
        row.getInt("step"),
        at(row, "next_at"),
        row.getString("ack_name"),
        at(row, "ack_at"));
  }

  private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
