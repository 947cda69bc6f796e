package org.wordborne.server.workspace.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.ForbiddenException;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.Workspaces;
import org.wordborne.server.workspace.access.Role;

/// Makes workspaces and ends them.
@Component
public class WorkspaceDesk {
  private final Workspaces workspaces;
  private final Accounts accounts;

  WorkspaceDesk(Workspaces workspaces, Accounts accounts) {
    this.workspaces = workspaces;
    this.accounts = accounts;
  }

  /// Makes a workspace whose owner is the one who makes it.
  public WorkspaceId make(SignedIn by, String name) {
    UUID person = by.person();
    if (person == null) {
      throw new ForbiddenException("this token belongs to no person");
    }
    return workspaces.make(name, made -> accounts.join(made, person, Role.OWNER));
  }

  /// Ends a workspace: nobody reaches it from then on.
  ///
  /// @param typed its name, as whoever ends it typed it
  void end(SignedIn by, @Nullable String typed) {
    if (by.workspace().equals(workspaces.first())) {
      throw new ConflictException("The first workspace of a server stays.");
    }
    String name = workspaces.name(by.scope());
    if (!name.equals(typed)) {
      throw new BadInputException("name", typed, "type the workspace's name: " + name);
    }
    workspaces.end(by.workspace());
  }
}
