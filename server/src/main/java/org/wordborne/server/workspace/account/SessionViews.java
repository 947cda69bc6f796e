package org.wordborne.server.workspace.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Brand;
import org.wordborne.server.workspace.Members;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.WorkspaceRegistry;
import org.wordborne.server.workspace.Workspaces;
import org.wordborne.server.workspace.account.Memberships.Membership;
import org.wordborne.server.workspace.account.SessionView.OwnWorkspace;
import org.wordborne.server.workspace.account.SessionView.SessionPerson;
import org.wordborne.server.workspace.account.SessionView.WorkspaceView;

/// Puts together what a page is told of the session.
@Component
class SessionViews {
  private final Workspaces workspaces;
  private final WorkspaceRegistry registry;
  private final Memberships memberships;
  private final Accounts accounts;
  private final ServerProperties properties;

  SessionViews(
      Workspaces workspaces,
      WorkspaceRegistry registry,
      Memberships memberships,
      Accounts accounts,
      ServerProperties properties) {
    this.workspaces = workspaces;
    this.registry = registry;
    this.memberships = memberships;
    this.accounts = accounts;
    this.properties = properties;
  }

  SessionView nobody() {
    String state = accounts.hasOwner() ? "signed-out" : "needs-owner";
    return new SessionView(
        state, null, null, null, List.of(), List.of(), properties.demo(), null, version());
  }

  SessionView of(SignedIn who, @Nullable Credential session) {
    return new SessionView(
        "signed-in",
        person(who.scope()).orElse(null),
        workspace(who.scope()),
        who.role(),
        who.permissions().stream().sorted().toList(),
        ownWorkspaces(who),
        properties.demo(),
        session == null ? null : session.companion(),
        version());
  }

  WorkspaceView workspace(Scope scope) {
    Brand brand = workspaces.brand(scope);
    return new WorkspaceView(
        scope.workspace().value(),
        registry.slug(scope.workspace()),
        workspaces.pagePrefix(scope.workspace()),
        workspaces.name(scope),
        brand.name(),
        brand.names(),
        brand.place(),
        brand.notConfused(),
        brand.homes(),
        brand.setUp());
  }

  /* Each behind its own wall; there are few. */
  private List<OwnWorkspace> ownWorkspaces(SignedIn who) {
    UUID person = who.person();
    return person == null
        ? List.of()
        : memberships.of(person).stream().map(this::ownWorkspace).toList();
  }

  private OwnWorkspace ownWorkspace(Membership membership) {
    Scope scope = Scope.of(membership.workspace());
    return new OwnWorkspace(
        scope.workspace().value(),
        registry.slug(scope.workspace()),
        workspaces.pagePrefix(scope.workspace()),
        workspaces.name(scope),
        workspaces.brand(scope).name(),
        membership.role().word());
  }

  private Optional<SessionPerson> person(Scope scope) {
    UUID person = scope.person();
    return person == null
        ? Optional.empty()
        : accounts.find(scope, person).map(SessionViews::person);
  }

  private static SessionPerson person(Account account) {
    return new SessionPerson(
        account.id(),
        account.email(),
        account.name(),
        Members.initials(account.name()),
        account.locale(),
        account.zone(),
        account.singleKeys());
  }

  private static String version() {
    String built = SessionViews.class.getPackage().getImplementationVersion();
    return built == null ? "0.1.0" : built;
  }
}
