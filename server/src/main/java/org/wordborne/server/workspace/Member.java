package org.wordborne.server.workspace;

import java.util.UUID;
import org.wordborne.server.workspace.access.Permission;
import org.wordborne.server.workspace.access.Role;

/// Somebody who works in a workspace.
///
/// @param state `active` or `suspended`
/// @param initials one or two letters that stand for the name on the page
public record Member(
    UUID id, String name, String email, String role, String state, String initials) {
  /// Whether they may do that now.
  public boolean may(Permission permission) {
    return state.equals("active")
        && Role.of(role).filter(given -> given.permissions().contains(permission)).isPresent();
  }
}
