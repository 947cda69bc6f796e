package org.wordborne.server.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The word for which a conversation stands in the queue.
public record OpenerView(
    UUID mentionId,
    String text,
    String language,
    String sourceName,
    String channel,
    List<Span> marks,
    String sentiment,
    @Nullable Instant publishedAt) {

  /// Words to mark, in code points, end exclusive.
  public record Span(int start, int end) {}
}
