package org.wordborne.server.workspace;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.workspace.access.Permission;
import org.wordborne.server.workspace.access.Role;

/// Who sent a request; an argument of controllers, as [Scope] is.
///
/// @param person the member; null for a token that was made before there was any member
/// @param workspace the workspace the request is about
/// @param name the member's name, or the token's
/// @param role what they are in this workspace, as `owner`; of the program's own doings, what part
///   of it did them
/// @param permissions what they may do: those of the role, or the fewer that a token has
/// @param wantsSecond whether the workspace asks for a second factor that was not shown: until it
///     is, they may do nothing
/// @param shown by what they were let in; null for the program's own doings and holders of links
public record SignedIn(
    @Nullable UUID person,
    WorkspaceId workspace,
    String name,
    String role,
    Set<Permission> permissions,
    boolean wantsSecond,
    @Nullable Shown shown) {
  /// Copies what may be done.
  public SignedIn {
    permissions = Set.copyOf(permissions);
  }

  /// Somebody with all that the role gives; a role nobody can be given gives nothing.
  public SignedIn(@Nullable UUID person, WorkspaceId workspace, String name, String role) {
    this(person, workspace, name, role, Role.of(role).map(Role::permissions).orElseGet(Set::of));
  }

  /// Somebody who may do just that.
  public SignedIn(
      @Nullable UUID person,
      WorkspaceId workspace,
      String name,
      String role,
      Set<Permission> permissions) {
    this(person, workspace, name, role, permissions, false, null);
  }

  /// The same, let in by that.
  public SignedIn by(Shown what) {
    return new SignedIn(person, workspace, name, role, permissions, wantsSecond, what);
  }

  /// The same, who has yet to show a second factor.
  public SignedIn untilSecond() {
    return new SignedIn(person, workspace, name, role, Set.of(), true, shown);
  }

  /// The same, who also runs the server.
  public SignedIn runningTheServer() {
    var more = EnumSet.of(Permission.SERVER);
    more.addAll(permissions);
    return new SignedIn(person, workspace, name, role, more, wantsSecond, shown);
  }

  /// The scope of everything done for this request.
  public Scope scope() {
    return new Scope(workspace, person);
  }

  /// Whether they may do that.
  public boolean may(Permission permission) {
    return permissions.contains(permission);
  }

  /// Whether a command on this machine asks.
  public boolean isMachine() {
    return shown instanceof Shown.Machine;
  }

  /// Goes on only for a person at a browser or a command on this machine.
  ///
  /// @throws ForbiddenException for a program with a token
  public void demandNoToken() {
    if (shown instanceof Shown.Token) {
      throw new ForbiddenException("sign in with a browser for that; a token is not enough");
    }
  }

  /// Goes on only if they may do that.
  ///
  /// @throws ForbiddenException naming what is missing
  public void demand(Permission permission) {
    if (wantsSecond) {
      throw new ForbiddenException(
          "this workspace asks for a second factor; set one up under Settings, Security");
    }
    if (!may(permission)) {
      boolean byToken =
          Role.of(role).filter(given -> given.permissions().contains(permission)).isPresent();
      throw new ForbiddenException(
          byToken
              ? "this token may not do that: it needs " + permission.word()
              : "your role " + role + " may not do that: it needs " + permission.word());
    }
  }
}
