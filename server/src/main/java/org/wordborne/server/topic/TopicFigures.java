package org.wordborne.server.topic;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.workspace.Scope;

/// How much each topic is talked about; whoever keeps the words answers it.
public interface TopicFigures {

  /// Figures of one topic.
  ///
  /// @param words7d mentions of the last seven days
  /// @param people7d handles that spoke in them
  /// @param lastAt when the last one was heard
  record Figures(long words7d, long people7d, @Nullable Instant lastAt) {}

  /// The figures of `topics`; one that is missing has none.
  Map<UUID, Figures> of(Scope scope, Collection<UUID> topics);
}
