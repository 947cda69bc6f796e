package org.wordborne.server.workspace.account;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.WorkspaceId;

/// Who is signed in with which browser. Kept in the database, so a restart signs nobody out; ends
/// 30 days after the last use.
@Component
class Sessions {
  static final Duration LIFE = Duration.ofDays(30);
  private static final Duration TOUCH = Duration.ofHours(1);
  private final Transactions transactions;
  private final InstantSource clock;
  private final SecureRandom chance;

  Sessions(Transactions transactions, InstantSource clock, SecureRandom chance) {
    this.transactions = transactions;
    this.clock = clock;
    this.chance = chance;
  }

  /// Opens a session and returns what the browser keeps of it.
  Credential open(WorkspaceId workspace, UUID account) {
    Credential credential = Credential.make(workspace, chance);
    Instant now = clock.instant();
    transactions.run(
        Scope.of(workspace),
        jdbc -> {
          jdbc.sql("delete from session where expires_at < ?").param(Timestamp.from(now)).update();
          jdbc.sql("insert into session values (?, ?, ?, ?, ?, ?)")
              .params(
                  workspace.value(),
                  credential.hash(),
                  account,
                  Timestamp.from(now),
                  Timestamp.from(now),
                  Timestamp.from(now.plus(LIFE)))
              .update();
        });
    return credential;
  }

  /// Who is signed in with that credential, if anybody is.
  Optional<SignedIn> find(Credential credential) {
    record Found(SignedIn who, Instant seen) {}
    Instant now = clock.instant();
    return transactions.in(
        Scope.of(credential.workspace()),
        jdbc -> {
          Optional<Found> found =
              jdbc.sql(
                      """
                      select a.id, a.name, a.operator, m.role, s.seen_at
                      from session s
                      join account a on a.id = s.account_id
                      join member m on m.account_id = a.id and m.state = 'active'
                      where s.hash = ? and s.expires_at > ?
                      """)
                  .params(credential.hash(), Timestamp.from(now))
                  .query(
                      (row, _) ->
                          new Found(
                              signedIn(row, credential.workspace()),
                              row.getTimestamp("seen_at").toInstant()))
                  .optional();
          found
              .filter(session -> session.seen().plus(TOUCH).isBefore(now))
              .ifPresent(_ -> touch(jdbc, credential, now));
          return found.map(Found::who);
        });
  }

  private static SignedIn signedIn(ResultSet row, WorkspaceId workspace) throws SQLException {
    var who =
        new SignedIn(
            row.getObject("id", UUID.class),
            workspace,
            row.getString("name"),
            row.getString("role"));
    return row.getBoolean("operator") ? who.runningTheServer() : who;
  }

  /// Ends it; nothing happens if there is none.
  void close(Credential credential) {
    transactions.run(
        Scope.of(credential.workspace()),
        jdbc -> jdbc.sql("delete from session where hash = ?").param(credential.hash()).update());
  }

  private static void touch(JdbcClient jdbc, Credential credential, Instant now) {
    jdbc.sql("update session set seen_at = ?, expires_at = ? where hash = ?")
        .params(Timestamp.from(now), Timestamp.from(now.plus(LIFE)), credential.hash())
        .update();
  }
}
