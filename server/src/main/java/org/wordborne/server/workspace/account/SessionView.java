package org.wordborne.server.workspace.account;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.workspace.access.Permission;

/// What a page knows of itself when it opens.
///
/// @param state `needs-owner`, `signed-out`, `second-factor` (the second proof is wanted),
///   `factor-wanted` (signed in, but the workspace asks for a second factor first) or `signed-in`
/// @param person who is signed in
/// @param workspace what they see
/// @param role what they are in it
/// @param permissions what they may do in it
/// @param workspaces where they may go, this one included
/// @param second what can be shown as the second proof, while that is wanted
/// @param doors how one may come in
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
    @Nullable SecondStep second,
    Doors doors,
    boolean demo,
    @Nullable String csrf,
    String version) {

  /// What can be shown as the second proof.
  ///
  /// @param codes a code of a device
  /// @param recovery a code on paper
  record SecondStep(boolean codes, boolean recovery, boolean passkeys) {}

  /// Ways in beside the password.
  ///
  /// @param company name of the company whose people come in by its sign-in; null for none
  /// @param mail whether who lost the password gets a link by mail
  /// @param passkeyOrigin the address at which passkeys are good; null if browsers take none there
  record Doors(@Nullable String company, boolean mail, @Nullable String passkeyOrigin) {}

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
  /// @param accent its colour; null for none
  /// @param logo whether it has one, at `/workspace/logo`
  /// @param sample whether everything in it is made up
  record OwnWorkspace(
      UUID id,
      String slug,
      String prefix,
      String name,
      String brand,
      @Nullable String accent,
      boolean logo,
      boolean sample,
      String role) {}

  /// The workspace and its brand.
  ///
  /// @param sample whether everything in it is made up
  record WorkspaceView(
      UUID id,
      String slug,
      String prefix,
      String name,
      @Nullable String accent,
      boolean logo,
      boolean sample,
      String brand,
      List<String> names,
      String place,
      List<String> notConfused,
      List<String> homes,
      boolean setUp) {}
}
