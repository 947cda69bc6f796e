package org.wordborne.server.workspace;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// For whom something is read or written: a workspace, and the person who asks.
///
/// @param workspace the workspace whose rows may be seen
/// @param person the member who asks; null for the program's own work and for tokens of no person
public record Scope(WorkspaceId workspace, @Nullable UUID person) {
  /// The program's own work in a workspace.
  public static Scope of(WorkspaceId workspace) {
    return new Scope(workspace, null);
  }
}
