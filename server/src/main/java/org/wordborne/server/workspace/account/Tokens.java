package org.wordborne.server.workspace.account;

import java.security.SecureRandom;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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
import org.wordborne.server.workspace.access.Permission;

/// Tokens for programs: each has a name and acts for the person who made it, in one workspace. It
/// may do what its scopes say, and never more than its person may now: who is suspended has no
/// tokens either.
@Component
class Tokens {
  private static final Duration TOUCH = Duration.ofMinutes(1);
  private final Transactions transactions;
  private final ProcessToken process;
  private final Accounts accounts;
  private final Workspaces workspaces;
  private final WorkspaceRegistry registry;
  private final Ids ids;
  private final InstantSource clock;
  private final SecureRandom chance;

  Tokens(
      Transactions transactions,
      ProcessToken process,
      Accounts accounts,
      Workspaces workspaces,
      WorkspaceRegistry registry,
      Ids ids,
      InstantSource clock,
      SecureRandom chance) {
    this.transactions = transactions;
    this.process = process;
    this.accounts = accounts;
    this.workspaces = workspaces;
    this.registry = registry;
    this.ids = ids;
    this.clock = clock;
    this.chance = chance;
  }

  /// A token as it is listed; its text is not kept.
  ///
  /// @param by whose it is; empty for one made before there was anybody
  /// @param own whether it is that of the one who asks
  /// @param scopes what it may do; null for all that its person's role gives
  /// @param lastUsedAt to the minute; null for never
  record TokenView(
      UUID id,
      String name,
      String by,
      boolean own,
      @Nullable List<String> scopes,
      Instant madeAt,
      @Nullable Instant lastUsedAt,
      @Nullable Instant expiresAt) {}

  /// What a token is made of.
  ///
  /// @param scopes null for all that the role gives
  /// @param days how long it is good; null for ever
  record Wanted(String name, @Nullable Set<Permission> scopes, @Nullable Integer days) {}

  /// A token that was just made.
  ///
  /// @param text what programs send; it cannot be shown again
  record Made(UUID id, String text) {
    @Override
    public String toString() {
      return "token " + id;
    }
  }

  /// Makes a token.
  Made create(SignedIn by, Wanted wanted) {
    Credential credential = Credential.make(by.workspace(), chance);
    UUID id = ids.next();
    Instant now = clock.instant();
    transactions.run(
        by.scope(),
        jdbc ->
            jdbc.sql(
                    """
                    insert into api_token
                      (workspace_id, hash, id, name, account_id, created_at, scopes, expires_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                .params(by.workspace().value(), credential.hash(), id, wanted.name())
                .param(by.person())
                .param(Timestamp.from(now))
                .param(words(wanted.scopes()))
                .param(
                    wanted.days() == null
                        ? null
                        : Timestamp.from(now.plus(wanted.days(), ChronoUnit.DAYS)))
                .update());
    return new Made(id, credential.text());
  }

  private static String @Nullable [] words(@Nullable Set<Permission> scopes) {
    return scopes == null
        ? null
        : scopes.stream().sorted().map(Permission::word).toArray(String[]::new);
  }

  /// Tokens of this workspace, newest first: one's own; all, for who may manage.
  List<TokenView> all(SignedIn who) {
    return transactions.in(
        who.scope(),
        jdbc ->
            jdbc.sql(
                    """
                    select t.*, a.name as by_name
                    from api_token t left join account a on a.id = t.account_id
                    where :all or t.account_id = :person::uuid
                    order by t.created_at desc, t.id
                    """)
                .param("all", who.may(Permission.MANAGE))
                .param("person", who.person())
                .query((row, _) -> view(row, who))
                .list());
  }

  private static TokenView view(ResultSet row, SignedIn who) throws SQLException {
    UUID person = row.getObject("account_id", UUID.class);
    String by = row.getString("by_name");
    return new TokenView(
        row.getObject("id", UUID.class),
        row.getString("name"),
        by == null ? "" : by,
        person != null && person.equals(who.person()),
        scopes(row),
        row.getTimestamp("created_at").toInstant(),
        instant(row.getTimestamp("last_used_at")),
        instant(row.getTimestamp("expires_at")));
  }

  /// Ends a token at once.
  ///
  /// @throws NotFoundException if it is neither one's own nor within one's right to manage
  void revoke(SignedIn who, UUID id) {
    int gone =
        transactions.in(
            who.scope(),
            jdbc ->
                jdbc.sql(
                        """
                        delete from api_token
                        where id = :id and (:all or account_id = :person::uuid)
                        """)
                    .param("id", id)
                    .param("all", who.may(Permission.MANAGE))
                    .param("person", who.person())
                    .update());
    if (gone == 0) {
      throw new NotFoundException("There is no such token.");
    }
  }

  /// Ends all tokens that act for somebody, in every workspace.
  void endAll(UUID person) {
    for (WorkspaceId workspace : workspaces.all()) {
      transactions.run(
          Scope.of(workspace),
          jdbc -> jdbc.sql("delete from api_token where account_id = ?").param(person).update());
    }
  }

  /// For whom a program with that credential acts, if it is a token of ours.
  ///
  /// @param wanted id or slug of the workspace that is asked for, if one is
  /// @throws NotFoundException if the token is good, but not in that workspace
  Optional<SignedIn> find(Credential credential, @Nullable String wanted) {
    WorkspaceId own = credential.workspace();
    if (own == null) {
      return Optional.empty();
    }
    Optional<WorkspaceId> asked = wanted == null ? Optional.empty() : registry.find(wanted);
    if (process.is(credential)) {
      return Optional.of(ofThisMachine(wanted == null ? workspaces.first() : there(asked)));
    }
    if (!registry.living().contains(own)) {
      return Optional.empty();
    }
    Optional<SignedIn> found = transactions.in(Scope.of(own), jdbc -> find(jdbc, credential, own));
    if (found.isPresent() && wanted != null && !there(asked).equals(own)) {
      throw nowhere();
    }
    return found;
  }

  private SignedIn ofThisMachine(WorkspaceId workspace) {
    UUID first = accounts.firstOwner(workspace).map(Account::id).orElse(null);
    return new SignedIn(first, workspace, ProcessToken.NAME, "owner")
        .by(new Shown.Machine())
        .runningTheServer();
  }

  private static WorkspaceId there(Optional<WorkspaceId> asked) {
    return asked.orElseThrow(Tokens::nowhere);
  }

  private static NotFoundException nowhere() {
    return new NotFoundException("This token is not good in that workspace.");
  }

  private Optional<SignedIn> find(JdbcClient jdbc, Credential credential, WorkspaceId workspace) {
    record Found(@Nullable SignedIn who, @Nullable Instant used) {}
    Instant now = clock.instant();
    Optional<Found> found =
        jdbc.sql(
                """
                select t.id, t.name, t.account_id, t.scopes, t.last_used_at, m.role,
                  coalesce(a.operator, false) as operator
                from api_token t
                left join member m on m.account_id = t.account_id and m.state = 'active'
                left join account a on a.id = t.account_id
                where t.hash = ? and (t.expires_at is null or t.expires_at > ?)
                """)
            .params(credential.hash(), Timestamp.from(now))
            .query(
                (row, _) ->
                    new Found(signedIn(row, workspace), instant(row.getTimestamp("last_used_at"))))
            .optional();
    found
        .filter(one -> one.used() == null || one.used().plus(TOUCH).isBefore(now))
        .ifPresent(
            _ ->
                jdbc.sql("update api_token set last_used_at = ? where hash = ?")
                    .params(Timestamp.from(now), credential.hash())
                    .update());
    return found.map(Found::who);
  }

  /* A token made before there was anybody has no person, and is the machine's own. */
  private static @Nullable SignedIn signedIn(ResultSet row, WorkspaceId workspace)
      throws SQLException {
    UUID person = row.getObject("account_id", UUID.class);
    String role = person == null ? "owner" : row.getString("role");
    if (role == null) {
      return null;
    }
    var full =
        new SignedIn(person, workspace, row.getString("name"), role)
            .by(new Shown.Token(row.getObject("id", UUID.class)));
    List<String> scopes = scopes(row);
    return scopes == null ? full : narrowed(full, row.getBoolean("operator"), scopes);
  }

  private static SignedIn narrowed(SignedIn full, boolean operator, List<String> scopes) {
    var may = EnumSet.noneOf(Permission.class);
    scopes.stream().flatMap(scope -> Permission.of(scope).stream()).forEach(may::add);
    may.retainAll((operator ? full.runningTheServer() : full).permissions());
    return new SignedIn(
        full.person(), full.workspace(), full.name(), full.role(), may, false, full.shown());
  }

  private static @Nullable List<String> scopes(ResultSet row) throws SQLException {
    Array array = row.getArray("scopes");
    return array == null ? null : Stream.of((String[]) array.getArray()).toList();
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
