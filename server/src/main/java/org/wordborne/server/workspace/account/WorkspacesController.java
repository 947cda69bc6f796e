package org.wordborne.server.workspace.account;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Workspaces;
import org.wordborne.server.workspace.access.Needs;
import org.wordborne.server.workspace.access.Permission;
import org.wordborne.server.workspace.access.Role;
import org.wordborne.server.workspace.account.SessionView.OwnWorkspace;
import org.wordborne.server.workspace.account.SessionView.WorkspaceView;

/// The workspaces in which one works, and how each looks.
@RestController
@RequestMapping("/api/v1")
class WorkspacesController {
  private final Workspaces workspaces;
  private final WorkspaceDesk desk;
  private final SessionViews views;

  WorkspacesController(Workspaces workspaces, WorkspaceDesk desk, SessionViews views) {
    this.workspaces = workspaces;
    this.desk = desk;
    this.views = views;
  }

  record WorkspacesView(List<OwnWorkspace> workspaces) {}

  record NewWorkspace(@Nullable String name) {}

  /// @param accent a colour as `#1a7f5a`; empty for none
  record LookChange(@Nullable String name, @Nullable String accent) {}

  /// @param name of the workspace, typed as it is
  record WorkspaceEnd(@Nullable String name) {}

  @GetMapping("/workspaces")
  @Needs(Permission.SEE)
  WorkspacesView list(SignedIn who) {
    return new WorkspacesView(views.ownWorkspaces(who));
  }

  @PostMapping("/workspaces")
  @Needs(Permission.SERVER)
  @ResponseStatus(HttpStatus.CREATED)
  OwnWorkspace make(@RequestBody NewWorkspace wanted, SignedIn who) {
    return views.ownWorkspace(desk.make(who, NewAccount.checkedName(wanted.name())), Role.OWNER);
  }

  @PatchMapping("/workspace/look")
  @Needs(Permission.MANAGE)
  WorkspaceView changeLook(@RequestBody LookChange change, Scope scope) {
    workspaces.look(
        scope,
        change.name() == null ? null : NewAccount.checkedName(change.name()),
        change.accent());
    return views.workspace(scope);
  }

  @GetMapping(path = "/workspace/logo", produces = MediaType.IMAGE_PNG_VALUE)
  @Needs(Permission.SEE)
  ResponseEntity<byte[]> logo(Scope scope) {
    byte[] logo =
        workspaces
            .logo(scope)
            .orElseThrow(() -> new NotFoundException("This workspace has no logo."));
    return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(logo);
  }

  @PutMapping("/workspace/logo")
  @Needs(Permission.MANAGE)
  WorkspaceView changeLogo(@RequestBody byte[] picture, Scope scope) {
    workspaces.keepLogo(scope, Logo.checked(picture));
    return views.workspace(scope);
  }

  @DeleteMapping("/workspace/logo")
  @Needs(Permission.MANAGE)
  WorkspaceView removeLogo(Scope scope) {
    workspaces.keepLogo(scope, null);
    return views.workspace(scope);
  }

  @PostMapping("/workspace/end")
  @Needs(Permission.OWN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(@RequestBody WorkspaceEnd end, SignedIn who) {
    desk.end(who, end.name());
  }
}
