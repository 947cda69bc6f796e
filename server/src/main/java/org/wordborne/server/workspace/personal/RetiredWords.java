package org.wordborne.server.workspace.personal;

import java.util.Collection;
import java.util.UUID;

/// Words whose time is over.
///
/// @param mentions their ids
public record RetiredWords(Collection<UUID> mentions) {
  /// The ids, as a statement takes them.
  public UUID[] ids() {
    return mentions.toArray(UUID[]::new);
  }
}
