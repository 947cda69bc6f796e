package org.wordborne.server.workspace.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Brand;
import org.wordborne.server.workspace.Letters;
import org.wordborne.server.workspace.Members;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.WorkspaceRegistry;
import org.wordborne.server.workspace.Workspaces;
import org.wordborne.server.workspace.access.Role;
import org.wordborne.server.workspace.account.SessionView.Doors;
import org.wordborne.server.workspace.account.SessionView.OwnWorkspace;
import org.wordborne.server.workspace.account.SessionView.SecondStep;
import org.wordborne.server.workspace.account.SessionView.SessionPerson;
import org.wordborne.server.workspace.account.SessionView.WorkspaceView;
import org.wordborne.server.workspace.account.company.CompanySetting;
import org.wordborne.server.workspace.account.company.CompanySettings;
import org.wordborne.server.workspace.account.factor.FactorState;
import org.wordborne.server.workspace.account.factor.PasskeyPlace;

/// Puts together what a page is told of the session.
@Component
class SessionViews {
  private final Workspaces workspaces;
  private final WorkspaceRegistry registry;
  private final Memberships memberships;
  private final Accounts accounts;
  private final CompanySettings company;
  private final Letters letters;
  private final PasskeyPlace place;
  private final ServerProperties properties;

  SessionViews(
      Workspaces workspaces,
      WorkspaceRegistry registry,
      Memberships memberships,
      Accounts accounts,
      CompanySettings company,
      Letters letters,
      PasskeyPlace place,
      ServerProperties properties) {
    this.workspaces = workspaces;
    this.registry = registry;
    this.memberships = memberships;
    this.accounts = accounts;
    this.company = company;
    this.letters = letters;
    this.place = place;
    this.properties = properties;
  }

  SessionView nobody() {
    String state = accounts.hasOwner() ? "signed-out" : "needs-owner";
    return new SessionView(
        state,
        null,
        null,
        null,
        List.of(),
        List.of(),
        null,
        doors(),
        properties.demo(),
        null,
        version());
  }

  /// Of somebody who showed the first proof and has yet to show the second.
  SessionView half(FactorState state) {
    var second =
        new SecondStep(state.hasCodes(), state.recoveryLeft() > 0, !state.passkeys().isEmpty());
    return new SessionView(
        "second-factor",
        null,
        null,
        null,
        List.of(),
        List.of(),
        second,
        doors(),
        properties.demo(),
        null,
        version());
  }

  private Doors doors() {
    return new Doors(
        company.read().map(CompanySetting::name).orElse(null),
        letters.ready(Scope.of(workspaces.first())),
        place.possible() ? place.origin() : null);
  }

  SessionView of(SignedIn who, @Nullable Credential session) {
    return new SessionView(
        who.wantsSecond() ? "factor-wanted" : "signed-in",
        person(who.scope()).orElse(null),
        workspace(who.scope()),
        who.role(),
        who.permissions().stream().sorted().toList(),
        ownWorkspaces(who),
        null,
        doors(),
        properties.demo(),
        session == null ? null : session.companion(),
        version());
  }

  WorkspaceView workspace(Scope scope) {
    Brand brand = workspaces.brand(scope);
    Workspaces.Look look = workspaces.look(scope);
    return new WorkspaceView(
        scope.workspace().value(),
        registry.slug(scope.workspace()),
        workspaces.pagePrefix(scope.workspace()),
        look.name(),
        look.accent(),
        look.logo(),
        look.sample(),
        brand.name(),
        brand.names(),
        brand.place(),
        brand.notConfused(),
        brand.homes(),
        brand.setUp());
  }

  /* Each behind its own wall; there are few. */
  List<OwnWorkspace> ownWorkspaces(SignedIn who) {
    UUID person = who.person();
    return person == null
        ? List.of()
        : memberships.of(person).stream()
            .map(one -> ownWorkspace(one.workspace(), one.role()))
            .toList();
  }

  OwnWorkspace ownWorkspace(WorkspaceId workspace, Role role) {
    Scope scope = Scope.of(workspace);
    Workspaces.Look look = workspaces.look(scope);
    return new OwnWorkspace(
        workspace.value(),
        registry.slug(workspace),
        workspaces.pagePrefix(workspace),
        look.name(),
        workspaces.brand(scope).name(),
        look.accent(),
        look.logo(),
        look.sample(),
        role.word());
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
