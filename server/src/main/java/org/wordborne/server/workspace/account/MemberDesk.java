package org.wordborne.server.workspace.account;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.MemberLeft;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.access.Permission;
import org.wordborne.server.workspace.access.Role;

/// What becomes of members: their role, whether they may come in, whether they belong here.
///
/// What is taken away is gone with the next request: role and state are looked at each time. There
/// is always an active owner: the owners are locked before one of them becomes less.
@Component
class MemberDesk {
  private final Transactions transactions;
  private final Memberships memberships;
  private final Sessions sessions;
  private final ApplicationEventPublisher events;

  MemberDesk(
      Transactions transactions,
      Memberships memberships,
      Sessions sessions,
      ApplicationEventPublisher events) {
    this.transactions = transactions;
    this.memberships = memberships;
    this.sessions = sessions;
    this.events = events;
  }

  /// Gives a member another role or state; what is null stays.
  ///
  /// @throws org.wordborne.server.workspace.ForbiddenException if owners are concerned and one is
  ///     none
  /// @throws ConflictException if no owner would be left
  void change(SignedIn by, UUID member, @Nullable Role role, @Nullable Boolean suspended) {
    transactions.run(
        by.scope(),
        jdbc -> {
          demandRight(by, role(jdbc, member), role);
          jdbc.sql(
                  """
                  update member set role = coalesce(:role, role),
                    state = case :suspended when true then 'suspended' when false then 'active'
                      else state end
                  where account_id = :member
                  """)
              .param("role", role == null ? null : role.word())
              .param("suspended", suspended, java.sql.Types.BOOLEAN)
              .param("member", member)
              .update();
          demandAnOwner(jdbc);
        });
    endSessionsOfNobody(member);
  }

  /// Takes a member out of the workspace; what they did stays, what was theirs to do is nobody's.
  void remove(SignedIn by, UUID member) {
    transactions.run(
        by.scope(),
        jdbc -> {
          demandRight(by, role(jdbc, member), null);
          jdbc.sql("delete from api_token where account_id = ?").param(member).update();
          jdbc.sql("delete from member where account_id = ?").param(member).update();
          demandAnOwner(jdbc);
          events.publishEvent(new MemberLeft(by.scope(), member));
        });
    endSessionsOfNobody(member);
  }

  /* All owners are locked in one order, so that of two who put each other out one stays. */
  private static Role role(JdbcClient jdbc, UUID member) {
    jdbc.sql("select account_id from member where role = 'owner' order by account_id for update")
        .query(UUID.class)
        .list();
    List<String> role =
        jdbc.sql("select role from member where account_id = ? for update")
            .param(member)
            .query(String.class)
            .list();
    return role.stream()
        .findFirst()
        .flatMap(Role::of)
        .orElseThrow(() -> new NotFoundException("There is no such member."));
  }

  private static void demandRight(SignedIn by, Role now, @Nullable Role next) {
    if (now == Role.OWNER || next == Role.OWNER) {
      by.demand(Permission.OWN);
    }
  }

  private static void demandAnOwner(JdbcClient jdbc) {
    boolean left =
        jdbc.sql("select exists (select 1 from member where role = 'owner' and state = 'active')")
            .query(Boolean.class)
            .single();
    if (!left) {
      throw new ConflictException(
          "A workspace has an owner: make somebody else one before the last one goes.");
    }
  }

  /* Who may come in nowhere is signed out everywhere. */
  private void endSessionsOfNobody(UUID member) {
    if (memberships.of(member).isEmpty()) {
      sessions.endAll(member, null);
    }
  }
}
