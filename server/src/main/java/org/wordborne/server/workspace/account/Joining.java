package org.wordborne.server.workspace.account;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.ForbiddenException;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.Workspaces;
import org.wordborne.server.workspace.access.Role;

/// Where invitations lead: somebody becomes a member by one that [Invitations] made.
///
/// A link sent by mail is accepted by that address alone. Whoever invited must still be in the
/// place to do so.
@Component
class Joining {
  private static final String OF_CODE = "i.hash = :hash and ";

  private static final String GOOD =
      """
      i.accepted_at is null and i.expires_at > :now
        and exists (select 1 from member m where m.account_id = i.made_by and m.state = 'active'
          and (m.role = 'owner' or (m.role = 'manager' and i.role <> 'owner')))
      """;

  private final Transactions transactions;
  private final Workspaces workspaces;
  private final InstantSource clock;

  Joining(Transactions transactions, Workspaces workspaces, InstantSource clock) {
    this.transactions = transactions;
    this.workspaces = workspaces;
    this.clock = clock;
  }

  /// What the page of a link shows.
  record InvitationShown(
      String workspace, String role, @Nullable String email, Instant expiresAt) {}

  /// What accepting it led to.
  record Accepted(WorkspaceId workspace) {}

  /// What a link leads to; looking changes nothing.
  ///
  /// @throws NotFoundException if it leads nowhere: used, withdrawn, too old or never made
  InvitationShown show(String sent) {
    InvitationCode code = read(sent);
    Scope scope = Scope.of(code.workspace());
    return found(
        transactions.in(
            scope,
            jdbc ->
                jdbc.sql(
                        "select i.role, i.email, i.expires_at, w.name from invitation i, workspace w"
                            + " where "
                            + OF_CODE
                            + GOOD)
                    .param("hash", code.hash())
                    .param("now", Timestamp.from(clock.instant()))
                    .query(
                        (row, _) ->
                            new InvitationShown(
                                row.getString("name"),
                                row.getString("role"),
                                row.getString("email"),
                                row.getTimestamp("expires_at").toInstant()))
                    .optional()));
  }

  /// Who accepts: makes sure of the account within the transaction in which it becomes a member.
  interface Accepting {
    /// The account.
    Account account(JdbcClient jdbc);
  }

  /// Makes the one who accepts a member; of many at once exactly one.
  Accepted accept(String sent, Accepting who) {
    InvitationCode code = read(sent);
    Timestamp now = Timestamp.from(clock.instant());
    try {
      transactions.run(
          Scope.of(code.workspace()),
          jdbc -> {
            // Taken first: who comes second finds nothing, and makes no account either.
            Taken taken = take(jdbc, code, now);
            Account account = who.account(jdbc);
            if (taken.email() != null && !taken.email().equalsIgnoreCase(account.email())) {
              throw new ForbiddenException(
                  "This invitation was sent to another address; sign in with that one.");
            }
            jdbc.sql(
                    """
                    insert into member (workspace_id, account_id, role, joined_at)
                    values (?, ?, ?, ?)
                    """)
                .params(code.workspace().value(), account.id(), taken.role(), now)
                .update();
            jdbc.sql("update invitation set accepted_by = ? where id = ?")
                .params(account.id(), taken.id())
                .update();
          });
    } catch (DuplicateKeyException already) {
      throw new ConflictException("You are a member of this workspace already.");
    }
    return new Accepted(code.workspace());
  }

  /// Who comes by a mail address that somebody else verified: makes the account and its membership
  /// within the transaction in which the invitation is used up.
  interface Welcoming {
    /// The account.
    UUID account(WorkspaceId workspace, Role role);
  }

  /// Uses up the oldest invitation that was sent to that address, if there is one.
  Optional<UUID> acceptFor(String email, Welcoming who) {
    return workspaces.all().stream()
        .map(workspace -> acceptFor(workspace, email, who))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<UUID> acceptFor(WorkspaceId workspace, String email, Welcoming who) {
    return transactions.in(
        Scope.of(workspace),
        jdbc ->
            takeFor(jdbc, email)
                .map(
                    taken -> {
                      Role role = Role.of(taken.role()).orElseThrow();
                      UUID account = who.account(workspace, role);
                      jdbc.sql("update invitation set accepted_by = ? where id = ?")
                          .params(account, taken.id())
                          .update();
                      return account;
                    }));
  }

  private Optional<Taken> takeFor(JdbcClient jdbc, String email) {
    return jdbc.sql(
            "update invitation i set accepted_at = :now where i.id = (select i.id from invitation i"
                + " where lower(i.email) = lower(:email) and "
                + GOOD
                + " order by i.made_at, i.id limit 1 for update)"
                + " and i.accepted_at is null returning i.id, i.role, i.email")
        .param("now", Timestamp.from(clock.instant()))
        .param("email", email)
        .query(
            (row, _) ->
                new Taken(
                    row.getObject("id", UUID.class), row.getString("role"), row.getString("email")))
        .optional();
  }

  private record Taken(UUID id, String role, @Nullable String email) {}

  private static Taken take(JdbcClient jdbc, InvitationCode code, Timestamp now) {
    return found(
        jdbc.sql(
                "update invitation i set accepted_at = :now where "
                    + OF_CODE
                    + GOOD
                    + " returning i.id, i.role, i.email")
            .param("hash", code.hash())
            .param("now", now)
            .query(
                (row, _) ->
                    new Taken(
                        row.getObject("id", UUID.class),
                        row.getString("role"),
                        row.getString("email")))
            .optional());
  }

  private static <T> T found(Optional<T> one) {
    return one.orElseThrow(Invitations::unknown);
  }

  private static InvitationCode read(String sent) {
    return found(InvitationCode.read(sent));
  }
}
