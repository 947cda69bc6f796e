package org.wordborne.server.mention;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.wordborne.server.workspace.Scope;

/// Which mentions we answered; whoever keeps our answers tells it.
public interface AnsweredMentions {
  /// Those of `mentions` that we answered.
  Set<UUID> answered(Scope scope, Collection<UUID> mentions);
}
