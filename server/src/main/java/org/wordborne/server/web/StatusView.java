package org.wordborne.server.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether we listen, and the counts beside the contents.
///
/// @param indexBehind how many mentions the index still has to read
/// @param followersBehind how many people, conversations and tales still have to read
/// @param conditions what is the matter around the server
public record StatusView(
    boolean listening,
    @Nullable Instant lastHeardAt,
    Counts counts,
    Talk talk,
    long indexBehind,
    long followersBehind,
    @Nullable Importing importing,
    List<ConditionView> conditions) {

  /// Something around the server that keeps it from a part of its work.
  ///
  /// @param kind `disk-low`, `disk-full`, `database` or `clock-leapt`
  public record ConditionView(String kind, Instant since) {}

  /// Counts beside the contents.
  ///
  /// @param now conversations that need us now
  /// @param listen24 words of the last 24 hours
  /// @param conversations open ones
  /// @param people of the last 24 hours
  /// @param tales words on the move
  /// @param alarms those that nobody has yet
  /// @param campaigns those that are not closed
  /// @param proposals places nobody listed that wait for a decision
  public record Counts(
      long now,
      long listen24,
      long conversations,
      long people,
      long topics,
      long sources,
      long sourceFaults,
      long tales,
      long alarms,
      long campaigns,
      long proposals) {}

  /// Talk, not shout: how much we answered against how much we broadcast.
  public record Talk(long answers, long broadcasts, Instant since) {}

  /// An import that runs.
  ///
  /// @param rate posts a second
  public record Importing(String name, long read, double rate) {}
}
