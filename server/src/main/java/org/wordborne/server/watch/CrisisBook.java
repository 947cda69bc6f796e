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

/// The table of crisis rooms.
final class CrisisBook {
  private static final int MOST = 100;

  private CrisisBook() {}

  static void lockShared(JdbcClient tx, Scope scope) {
    lock(tx, scope, "pg_advisory_xact_lock_shared");
  }

  static void lockAlone(JdbcClient tx, Scope scope) {
    lock(tx, scope, "pg_advisory_xact_lock");
  }

  private static void lock(JdbcClient tx, Scope scope, String how) {
    tx.sql("select true from (select " + how + "(hashtextextended(?, 0))) held")
        .param("crisis " + scope.workspace())
        .query(Boolean.class)
        .single();
  }

  static boolean isOpen(JdbcClient tx) {
    return tx.sql("select exists (select 1 from crisis_room where closed_at is null)")
        .query(Boolean.class)
        .single();
  }

  static List<CrisisRef> refs(JdbcClient tx, boolean openOnly) {
    String which = openOnly ? " where closed_at is null" : "";
    return tx.sql("select * from crisis_room" + which + " order by opened_at desc, id desc limit ?")
        .param(MOST)
        .query((row, _) -> ref(row))
        .list();
  }

  /// Writes it down, unless one of that tale is open.
  static boolean open(JdbcClient tx, Scope scope, CrisisRef room, SignedIn by) {
    return tx.sql(
                """
                insert into crisis_room (workspace_id, id, tale_id, title, opened_by, opened_name,
                  opened_at)
                values (:workspace, :id, :tale, :title, :by, :name, :at)
                on conflict (workspace_id, tale_id) where closed_at is null do nothing""")
            .param("workspace", scope.workspace().value())
            .param("id", room.id())
            .param("tale", room.tale())
            .param("title", room.title())
            .param("by", by.person())
            .param("name", by.name())
            .param("at", Timestamp.from(room.openedAt()))
            .update()
        == 1;
  }

  static void close(JdbcClient tx, UUID room, String name, Instant at, String learnt) {
    tx.sql(
            """
            update crisis_room set closed_name = :name, closed_at = :at, learnt = :learnt
            where id = :id and closed_at is null""")
        .param("name", name)
        .param("at", Timestamp.from(at))
        .param("learnt", learnt)
        .param("id", room)
        .update();
  }

  static Optional<CrisisRef> find(JdbcClient tx, UUID room) {
    return tx.sql("select * from crisis_room where id = ?")
        .param(room)
        .query((row, _) -> ref(row))
        .optional();
  }

  /// The room of a tale: the open one, else the last.
  static Optional<CrisisRef> ofTale(JdbcClient tx, UUID tale) {
    return tx.sql(
            """
            select * from crisis_room where tale_id = ?
            order by closed_at is not null, opened_at desc limit 1""")
        .param(tale)
        .query((row, _) -> ref(row))
        .optional();
  }

  /// Who closed a room, and what they learnt.
  record Closed(@Nullable String by, String learnt) {}

  static Closed closed(JdbcClient tx, UUID room) {
    return tx.sql("select closed_name, learnt from crisis_room where id = ?")
        .param(room)
        .query((row, _) -> new Closed(row.getString(1), row.getString(2)))
        .single();
  }

  private static CrisisRef ref(ResultSet row) throws SQLException {
    return new CrisisRef(
        row.getObject("id", UUID.class),
        row.getObject("tale_id", UUID.class),
        row.getString("title"),
        at(row, "opened_at"),
        row.getString("opened_name"),
        orNull(row, "closed_at"));
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static @Nullable Instant orNull(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
