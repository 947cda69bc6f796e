package org.wordborne.server.mention;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.wordborne.server.workspace.Scope;

/// The humans behind handles; whoever keeps people tells it.
public interface KnownPeople {
  /// The person behind each of `handles`, where known.
  Map<UUID, UUID> peopleOf(Scope scope, Collection<UUID> handles);
}
