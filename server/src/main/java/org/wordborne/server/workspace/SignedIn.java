package org.wordborne.server.workspace;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who sent a request; an argument of controllers, as [Scope] is.
///
/// @param person the member; null for a token that was made before there was any member
/// @param workspace the workspace the request is about
/// @param name the member's name, or the token's
/// @param role what they may do; `owner` for all there are so far
public record SignedIn(@Nullable UUID person, WorkspaceId workspace, String name, String role) {
  /// The scope of everything done for this request.
  public Scope scope() {
    return new Scope(workspace, person);
  }
}
