package org.wordborne.channels;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one call to listen brought.
///
/// @param events in the order in which they should be stored
/// @param cursor to be saved in the same transaction as the events
/// @param more whether asking again at once would bring more
/// @param nextIn how long the peer asks us to wait; null if it said nothing
/// @param notes things worth showing at the source, in plain words
public record Batch(
    List<ChannelEvent> events,
    String cursor,
    boolean more,
    @Nullable Duration nextIn,
    List<String> notes) {
  /// Copies the lists.
  public Batch {
    events = List.copyOf(events);
    notes = List.copyOf(notes);
  }
}
