package org.wordborne.server.mention;

import java.util.Map;
import java.util.UUID;
import org.wordborne.server.workspace.Scope;

/// What sources are called; whoever keeps sources tells it.
public interface SourceNames {
  /// The names of all sources of a workspace, by id.
  Map<UUID, String> names(Scope scope);
}
