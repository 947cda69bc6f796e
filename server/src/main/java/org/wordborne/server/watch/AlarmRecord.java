package org.wordborne.server.watch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An alarm as the book has it.
record AlarmRecord(
    UUID id,
    UUID rule,
    UUID topic,
    @Nullable UUID tale,
    String title,
    AlarmCause cause,
    @Nullable UUID first,
    List<WatchStep> steps,
    Instant raisedAt,
    String state,
    boolean test,
    int step,
    @Nullable Instant nextAt,
    @Nullable String ackName,
    @Nullable Instant ackAt) {

  /// The step that goes out next; the last one again once all went out.
  WatchStep due() {
    return steps.get(Math.min(step, steps.size() - 1));
  }
}
