package org.wordborne.server.source;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wordborne.channels.SourceSettings;
import org.wordborne.server.mention.Origin;

/// One configured connection to a channel.
///
/// @param place within which its native ids are unique
/// @param everything keep all, not only what a topic matches
/// @param paused rests until a person wakes it
public record Source(
    UUID id,
    String kind,
    String name,
    String place,
    SourceSettings settings,
    boolean everything,
    boolean paused,
    Instant createdAt) {

  /// Where its posts come from.
  public Origin origin() {
    return new Origin(id, name, kind, place, everything);
  }

  /// How it is.
  ///
  /// @param state "well", "slow" or "deaf"; a paused source rests whatever stands here
  /// @param since when it came into that state
  /// @param failures failed attempts since the last good one
  /// @param fault the last error, null where all is well
  /// @param nextAt when it is to be asked again
  record Health(
      String state,
      Instant since,
      int failures,
      @Nullable Fault fault,
      Instant nextAt,
      @Nullable Instant lastHeardAt,
      @Nullable Instant lastSuccessAt) {}

  /// What went wrong.
  ///
  /// @param what in plain words
  /// @param turn "ours" or "theirs"
  record Fault(String what, Instant since, String turn) {}

  /// A source and how it is.
  record Standing(Source source, Health health, String cursor) {}
}
