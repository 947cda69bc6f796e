package org.wordborne.server.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.watch.CrisisRoomView.CrisisStatement;
import org.wordborne.server.workspace.Scope;

/// The tables of statements and decisions.
final class StatementBook {
  private StatementBook() {}

  /// Writes the next version.
  static CrisisStatement draft(
      JdbcClient tx, Scope scope, UUID id, UUID room, String text, String hash, Made made) {
    int version =
        tx.sql("select coalesce(max(version), 0) + 1 from crisis_statement where room_id = ?")
            .param(room)
            .query(Integer.class)
            .single();
    tx.sql(
            """
            insert into crisis_statement (workspace_id, id, room_id, version, text, state,
              made_name, made_at, hash)
            values (:workspace, :id, :room, :version, :text, 'draft', :name, :at, :hash)""")
        .param("workspace", scope.workspace().value())
        .param("id", id)
        .param("room", room)
        .param("version", version)
        .param("text", text)
        .param("name", made.by())
        .param("at", Timestamp.from(made.at()))
        .param("hash", hash)
        .update();
    return find(tx, id).orElseThrow().view();
  }

  /// By whom, and when.
  record Made(String by, Instant at) {}

  /// A statement and the room it is of.
  record Kept(CrisisStatement view, UUID room) {}

  static Optional<Kept> find(JdbcClient tx, UUID id) {
    return tx.sql("select * from crisis_statement where id = ?")
        .param(id)
        .query((row, _) -> new Kept(view(row), row.getObject("room_id", UUID.class)))
        .optional();
  }

  /// All of a room, the newest first.
  static List<CrisisStatement> of(JdbcClient tx, UUID room) {
    return tx.sql("select * from crisis_statement where room_id = ? order by version desc")
        .param(room)
        .query((row, _) -> view(row))
        .list();
  }

  /// Whether nobody had decided before.
  static boolean sent(
      JdbcClient tx, UUID id, @Nullable String to, UUID link, Instant at, Instant end) {
    return tx.sql(
                """
                update crisis_statement set state = 'sent', sent_to = :to, sent_at = :at,
                  link_id = :link, until = :until
                where id = :id and state in ('draft', 'sent')""")
            .param("to", to, java.sql.Types.VARCHAR)
            .param("at", Timestamp.from(at))
            .param("link", link)
            .param("until", Timestamp.from(end))
            .param("id", id)
            .update()
        == 1;
  }

  /// Whether nobody had decided before.
  static boolean decide(
      JdbcClient tx, UUID id, String state, String name, String note, Instant at) {
    return tx.sql(
                """
                update crisis_statement set state = :state, decided_name = :name, note = :note,
                  decided_at = :at where id = :id and state = 'sent'""")
            .param("state", state)
            .param("name", name)
            .param("note", note)
            .param("at", Timestamp.from(at))
            .param("id", id)
            .update()
        == 1;
  }

  static void decision(JdbcClient tx, Scope scope, UUID id, UUID room, String text) {
    tx.sql("insert into crisis_decision (workspace_id, id, room_id, text) values (?, ?, ?, ?)")
        .params(scope.workspace().value(), id, room, text)
        .update();
  }

  static Map<UUID, String> decisions(JdbcClient tx, UUID room) {
    record One(UUID id, String text) {}
    return tx
        .sql("select id, text from crisis_decision where room_id = ?")
        .param(room)
        .query((row, _) -> new One(row.getObject(1, UUID.class), row.getString(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(One::id, One::text));
  }

  private static CrisisStatement view(ResultSet row) throws SQLException {
    return new CrisisStatement(
        row.getObject("id", UUID.class),
        row.getInt("version"),
        row.getString("text"),
        row.getString("state"),
        row.getString("made_name"),
        java.util.Objects.requireNonNull(CrisisBook.orNull(row, "made_at")),
        row.getString("sent_to"),
        CrisisBook.orNull(row, "sent_at"),
        CrisisBook.orNull(row, "until"),
        row.getString("decided_name"),
        CrisisBook.orNull(row, "decided_at"),
        row.getString("note"),
        row.getString("hash"));
  }
}
