package org.wordborne.server.workspace.account;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Shown;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.WorkspaceRegistry;
import org.wordborne.server.workspace.Workspaces;

/// Who is signed in with which browser. A session belongs to a person; whether they may see a
/// workspace is looked at again with each request. Kept in the database, so a restart signs nobody
/// out; ends 30 days after the last use.
@Component
class Sessions {
  static final Duration LIFE = Duration.ofDays(30);
  private static final Duration TOUCH = Duration.ofMinutes(5);
  private final Transactions transactions;
  private final Workspaces workspaces;
  private final WorkspaceRegistry registry;
  private final Memberships memberships;
  private final Ids ids;
  private final InstantSource clock;
  private final SecureRandom chance;

  Sessions(
      Transactions transactions,
      Workspaces workspaces,
      WorkspaceRegistry registry,
      Memberships memberships,
      Ids ids,
      InstantSource clock,
      SecureRandom chance) {
    this.transactions = transactions;
    this.workspaces = workspaces;
    this.registry = registry;
    this.memberships = memberships;
    this.ids = ids;
    this.clock = clock;
    this.chance = chance;
  }

  /// One of somebody's own sessions.
  ///
  /// @param browser as `Firefox, Linux`; empty if nothing is known of it
  /// @param here whether it is the one that asks
  record OwnSession(UUID id, String browser, Instant madeAt, Instant seenAt, boolean here) {}

  /// Opens a session and returns what the browser keeps of it.
  ///
  /// @param second whether more than one proof was shown
  Credential open(UUID account, String browser, boolean second) {
    Credential credential = Credential.make(chance);
    Instant now = clock.instant();
    transactions.outside(
        jdbc -> {
          jdbc.sql("delete from sign_in where expires_at < ?").param(Timestamp.from(now)).update();
          return jdbc.sql(
                  """
                  insert into sign_in
                    (hash, id, account_id, browser, made_at, seen_at, expires_at, second_at)
                  values (?, ?, ?, ?, ?, ?, ?, ?)
                  """)
              .params(credential.hash(), ids.next(), account, browser)
              .params(Timestamp.from(now), Timestamp.from(now), Timestamp.from(now.plus(LIFE)))
              .param(second ? Timestamp.from(now) : null)
              .update();
        });
    return credential;
  }

  /// Who is signed in with that credential, in the workspace that is wanted; where none is, in the
  /// server's first one, else in the oldest in which they work.
  ///
  /// @param wanted id or slug of a workspace
  /// @throws NotFoundException if the session is good, but not in the workspace that is wanted
  Optional<SignedIn> find(Credential credential, @Nullable String wanted) {
    if (wanted == null) {
      return in(workspaces.first(), credential)
          .or(() -> account(credential).flatMap(account -> inOldest(account, credential)));
    }
    Optional<SignedIn> found =
        registry.find(wanted).flatMap(workspace -> in(workspace, credential));
    if (found.isEmpty() && account(credential).isPresent()) {
      throw new NotFoundException("You have no such workspace.");
    }
    return found;
  }

  private Optional<SignedIn> inOldest(UUID account, Credential credential) {
    return memberships.of(account).stream()
        .findFirst()
        .flatMap(membership -> in(membership.workspace(), credential));
  }

  private Optional<SignedIn> in(WorkspaceId workspace, Credential credential) {
    record Found(SignedIn who, Instant seen) {}
    Instant now = clock.instant();
    return transactions.in(
        Scope.of(workspace),
        jdbc -> {
          Optional<Found> found =
              jdbc.sql(
                      """
                      select a.id, a.name, a.operator, m.role, s.seen_at,
                        w.second_factor and s.second_at is null as wants_second
                      from sign_in s
                      join workspace w on true
                      join account a on a.id = s.account_id
                      join member m on m.account_id = a.id and m.state = 'active'
                      where s.hash = ? and s.expires_at > ?
                      """)
                  .params(credential.hash(), Timestamp.from(now))
                  .query(
                      (row, _) ->
                          new Found(
                              signedIn(row, workspace), row.getTimestamp("seen_at").toInstant()))
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
                row.getString("role"))
            .by(new Shown.Session());
    if (row.getBoolean("wants_second")) {
      return who.untilSecond();
    }
    return row.getBoolean("operator") ? who.runningTheServer() : who;
  }

  /// Whose session it is, wherever they work.
  Optional<UUID> account(Credential credential) {
    return transactions.outside(
        jdbc ->
            jdbc.sql("select account_id from sign_in where hash = ? and expires_at > ?")
                .params(credential.hash(), Timestamp.from(clock.instant()))
                .query(UUID.class)
                .optional());
  }

  /// When it was opened.
  Optional<Instant> madeAt(Credential credential) {
    return transactions.outside(
        jdbc ->
            jdbc.sql("select made_at from sign_in where hash = ?")
                .param(credential.hash())
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .optional());
  }

  /// Whether more than one proof was shown for it.
  boolean showedSecond(Credential credential) {
    return transactions.outside(
        jdbc ->
            jdbc.sql("select second_at is not null from sign_in where hash = ?")
                .param(credential.hash())
                .query(Boolean.class)
                .optional()
                .orElse(false));
  }

  /// Notes that a second proof was shown for it, or that there is none any more.
  void markSecond(Credential credential, boolean second) {
    transactions.outside(
        jdbc ->
            jdbc.sql("update sign_in set second_at = ? where hash = ?")
                .param(second ? Timestamp.from(clock.instant()) : null)
                .param(credential.hash())
                .update());
  }

  /// The sessions of an account, last used first.
  List<OwnSession> all(UUID account, Credential here) {
    return transactions.outside(
        jdbc ->
            jdbc.sql(
                    """
                    select id, browser, made_at, seen_at, hash from sign_in
                    where account_id = ? and expires_at > ? order by seen_at desc, id
                    """)
                .params(account, Timestamp.from(clock.instant()))
                .query(
                    (row, _) ->
                        new OwnSession(
                            row.getObject("id", UUID.class),
                            row.getString("browser"),
                            row.getTimestamp("made_at").toInstant(),
                            row.getTimestamp("seen_at").toInstant(),
                            Arrays.equals(row.getBytes("hash"), here.hash())))
                .list());
  }

  /// Ends it; nothing happens if there is none.
  void close(Credential credential) {
    transactions.outside(
        jdbc -> jdbc.sql("delete from sign_in where hash = ?").param(credential.hash()).update());
  }

  /// Ends one of an account's own sessions.
  ///
  /// @throws NotFoundException if it is none of theirs
  void end(UUID account, UUID id) {
    int ended =
        transactions.outside(
            jdbc ->
                jdbc.sql("delete from sign_in where account_id = ? and id = ?")
                    .params(account, id)
                    .update());
    if (ended == 0) {
      throw new NotFoundException("You have no such session.");
    }
  }

  /// Ends all of an account's sessions, but for the one given.
  void endAll(UUID account, @Nullable Credential but) {
    transactions.outside(
        jdbc ->
            jdbc.sql("delete from sign_in where account_id = ? and hash <> ?")
                .params(account, but == null ? new byte[0] : but.hash())
                .update());
  }

  private static void touch(JdbcClient jdbc, Credential credential, Instant now) {
    jdbc.sql("update sign_in set seen_at = ?, expires_at = ? where hash = ?")
        .params(Timestamp.from(now), Timestamp.from(now.plus(LIFE)), credential.hash())
        .update();
  }
}
