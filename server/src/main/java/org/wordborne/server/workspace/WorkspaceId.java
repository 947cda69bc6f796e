package org.wordborne.server.workspace;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Identity of a workspace: the wall between one client's voices and another's.
public record WorkspaceId(@JsonValue UUID value) {
  /// Reads the usual form with dashes.
  public static WorkspaceId parse(String text) {
    return new WorkspaceId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
