package org.wordborne.server.workspace.act;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SecretBox;
import org.wordborne.server.workspace.SignedIn;

/// Rows of keys: written in the act's transaction, the answer put to them afterwards, gone after
/// a day. Every method works in a transaction that is open.
@Component
class ActKeys {
  static final Duration KEPT = Duration.ofHours(24);
  private final SecretBox box;
  private final InstantSource clock;

  ActKeys(SecretBox box, InstantSource clock) {
    this.box = box;
    this.clock = clock;
  }

  /// What was answered.
  record Answer(int status, @Nullable String contentType, @Nullable String location, byte[] body) {
    @Override
    public String toString() {
      return "answer " + status;
    }
  }

  /// What is known of a key.
  ///
  /// @param about what the act made or was done to, if it says
  /// @param answer null where none is known: the act was begun, and perhaps done
  record Known(String fingerprint, @Nullable UUID about, @Nullable Answer answer) {}

  Optional<Known> find(JdbcClient tx, ActKey key) {
    return tx.sql("select * from act_key where who = ? and key = ? and at > ?")
        .params(key.who(), key.text(), dayAgo())
        .query((row, _) -> known(row))
        .optional();
  }

  /// What the act does is being committed, so its key is used.
  ///
  /// @return false where it has none, or is not about this workspace
  boolean acted(Scope scope, JdbcClient tx, Act act, @Nullable UUID about) {
    ActKey key = act.key();
    SignedIn who = act.who();
    if (key == null || who == null || !who.workspace().equals(scope.workspace())) {
      return false;
    }
    insert(scope, tx, act.id(), key, about);
    return true;
  }

  /// Keeps what is answered, sealed. An act that wrote nothing gets its row only now.
  void answered(Scope scope, JdbcClient tx, UUID act, ActKey key, Answer answer) {
    if (find(tx, key).isEmpty()) {
      insert(scope, tx, act, key, null);
    }
    String body = new String(answer.body(), StandardCharsets.ISO_8859_1);
    tx.sql(
            """
            update act_key set status = ?, content_type = ?, location = ?, answer = ?
            where who = ? and key = ? and act = ?
            """)
        .param(answer.status())
        .param(answer.contentType())
        .param(answer.location())
        .param(box.seal(act, body))
        .params(key.who(), key.text(), act)
        .update();
  }

  private void insert(Scope scope, JdbcClient tx, UUID act, ActKey key, @Nullable UUID about) {
    tx.sql("delete from act_key where who = ? and key = ? and at <= ?")
        .params(key.who(), key.text(), dayAgo())
        .update();
    tx.sql(
            """
            insert into act_key (workspace_id, who, key, act, fingerprint, path, about, at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(scope.workspace().value(), key.who(), key.text(), act)
        .params(key.fingerprint(), key.path())
        .param(about)
        .param(Timestamp.from(clock.instant()))
        .update();
  }

  /// Lets go of what is older than a day.
  void sweep(JdbcClient tx) {
    tx.sql("delete from act_key where at <= ?").param(dayAgo()).update();
  }

  private Known known(ResultSet row) throws SQLException {
    byte[] sealed = row.getBytes("answer");
    UUID act = row.getObject("act", UUID.class);
    Answer answer =
        sealed == null
            ? null
            : new Answer(
                row.getInt("status"),
                row.getString("content_type"),
                row.getString("location"),
                box.open(act, sealed).getBytes(StandardCharsets.ISO_8859_1));
    return new Known(row.getString("fingerprint"), row.getObject("about", UUID.class), answer);
  }

  private Timestamp dayAgo() {
    return Timestamp.from(clock.instant().minus(KEPT));
  }
}
