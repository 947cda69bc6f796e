package org.wordborne.server.topic;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A named standing query, with what is never collected and what is hidden.
///
/// @param version counts up with each change
public record Topic(
    UUID id,
    String name,
    String query,
    List<String> never,
    List<String> hide,
    int version,
    Instant changedAt) {

  /// Copies the lists.
  public Topic {
    never = List.copyOf(never);
    hide = List.copyOf(hide);
  }
}
