package org.wordborne.server.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of the queue.
public record ConversationPage(
    List<ConversationRow> conversations, @Nullable String next, QueueCounts counts) {

  /// How many conversations stand where.
  ///
  /// @param open all that wait
  /// @param mine open and taken by who asks
  /// @param now open with need 4
  public record QueueCounts(long open, long mine, long later, long done, long now) {}
}
