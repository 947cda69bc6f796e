package org.wordborne.server.campaign.referral;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.workspace.Scope;

/// Somebody who joined, with the link they tell friends.
///
/// @param parent who told them; null for nobody
/// @param root the first of their tree
/// @param how self, link or code
/// @param code of their link
/// @param mail sealed; null once they are forgotten
record Advocate(
    UUID id,
    UUID programme,
    @Nullable UUID parent,
    UUID root,
    String how,
    String code,
    byte @Nullable [] mail,
    Instant joinedAt) {

  private static Advocate read(ResultSet row, int number) throws SQLException {
    return new Advocate(
        row.getObject("id", UUID.class),
        row.getObject("programme", UUID.class),
        row.getObject("parent", UUID.class),
        row.getObject("root", UUID.class),
        row.getString("how"),
        row.getString("code"),
        row.getBytes("mail"),
        row.getObject("joined_at", OffsetDateTime.class).toInstant());
  }

  static List<Advocate> all(JdbcClient tx, UUID programme) {
    return tx.sql("select * from advocate where programme = ? order by joined_at, id")
        .param(programme)
        .query(Advocate::read)
        .list();
  }

  static Optional<Advocate> byCode(JdbcClient tx, UUID programme, String code) {
    return tx.sql("select * from advocate where programme = ? and code = ?")
        .params(programme, code)
        .query(Advocate::read)
        .optional();
  }

  static Optional<Advocate> byId(JdbcClient tx, UUID id) {
    return tx.sql("select * from advocate where id = ?").param(id).query(Advocate::read).optional();
  }

  /// Whether nothing is known of them any more.
  boolean isForgotten() {
    return mail == null;
  }

  /// Forgets somebody. A mark that only this server can make of their address stays, so that
  /// nothing is promised for the same person twice.
  static void forget(JdbcClient tx, UUID id) {
    tx.sql(
            """
            update advocate set mail = null, name = null,
              forgotten_mark = coalesce(mail_hash, forgotten_mark), mail_hash = null
            where id = ?\
            """)
        .param(id)
        .update();
  }

  /// Whether somebody of that address was forgotten in the programme.
  static boolean wasForgotten(JdbcClient tx, UUID programme, String mailHash) {
    return tx.sql(
            "select exists (select 1 from advocate where programme = ? and forgotten_mark = ?)")
        .params(programme, mailHash)
        .query(Boolean.class)
        .single();
  }

  static int brought(JdbcClient tx, UUID id) {
    return tx.sql("select count(*) from advocate where parent = ?")
        .param(id)
        .query(Integer.class)
        .single();
  }

  /// Writes somebody down.
  ///
  /// @return whether that mail had not joined before
  static boolean write(Scope scope, JdbcClient tx, Advocate one, String mailHash, byte[] name) {
    return tx.sql(
                """
                insert into advocate (workspace_id, id, programme, parent, root, how, code,
                  mail_hash, mail, name, joined_at)
                values (:workspace, :id, :programme, :parent, :root, :how, :code, :hash, :mail,
                  :name, :at) on conflict do nothing\
                """)
            .param("workspace", scope.workspace().value())
            .param("id", one.id())
            .param("programme", one.programme())
            .param("parent", one.parent(), Types.OTHER)
            .param("root", one.root())
            .param("how", one.how())
            .param("code", one.code())
            .param("hash", mailHash)
            .param("mail", one.mail())
            .param("name", name)
            .param("at", one.joinedAt().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }
}
