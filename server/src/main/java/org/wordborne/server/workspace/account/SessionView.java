package org.wordborne.server.workspace.account;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.workspace.access.Permission;

/// What a page knows of itself when it opens.
///
/// @param state `needs-owner`, `signed-out` or `signed-in`
/// @param person who is signed in
/// @param workspace what they see
/// @param role what they are in it
/// @param permissions what they may do in it
/// @param workspaces where they may go, this one included
/// @param demo whether this is the demonstration
/// @param csrf the word to send as `X-CSRF` with every change
/// @param version of the program
record SessionView(
    String state,
    @Nullable SessionPerson person,
    @Nullable WorkspaceView workspace,
    @Nullable String role,
    List<Permission> permissions,
    List<OwnWorkspace> workspaces,
    boolean demo,
    @Nullable String csrf,
    String version) {

  /// Who is signed in.
  record SessionPerson(
      UUID id,
      String email,
      String name,
      String initials,
      String locale,
      String zone,
      boolean singleKeys) {}

  /// A workspace in which they work.
  ///
  /// @param prefix what stands before the paths of its pages; empty for the server's first one
  record OwnWorkspace(
      UUID id, String slug, String prefix, String name, String brand, String role) {}

  /// The workspace and its brand.
  record WorkspaceView(
      UUID id,
      String slug,
      String prefix,
      String name,
      String brand,
      List<String> names,
      String place,
      List<String> notConfused,
      List<String> homes,
      boolean setUp) {}
}
