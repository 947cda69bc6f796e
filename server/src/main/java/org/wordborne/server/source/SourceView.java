package org.wordborne.server.source;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A source as pages see it.
///
/// @param detail what it is connected to, such as an address
/// @param state "well", "slow", "deaf" or "resting"
/// @param since when it came into that state
/// @param lagSeconds how far behind its plan it is; null where it has none
/// @param hours24 words of each of the last 24 hours, oldest first
/// @param deaf24 in which of these hours it was deaf
/// @param month what it cost this month, in words
/// @param everything whether all is kept, or only what a topic matches
/// @param loopback whether it lives on this very machine
public record SourceView(
    UUID id,
    String kind,
    String channelName,
    String name,
    String detail,
    String state,
    Instant since,
    @Nullable Instant lastHeardAt,
    @Nullable Instant lastSuccessAt,
    @Nullable Long lagSeconds,
    List<Integer> hours24,
    List<Boolean> deaf24,
    long words24,
    @Nullable String quota,
    String month,
    boolean everything,
    boolean answers,
    SourceFacts facts,
    @Nullable SourceErrorView error,
    List<Happened> happened,
    @Nullable String webhookUrl,
    boolean loopback) {

  /// What holds for every source of this channel.
  public record SourceFacts(
      String sees,
      String blindTo,
      String mayAnswer,
      String mayKeep,
      String mayLink,
      String price) {}

  /// A fault: what happened, since when, what is safe, one way out, and whose turn it is.
  ///
  /// @param turn "ours" or "theirs"
  public record SourceErrorView(
      String what, Instant since, String safe, String wayOut, String turn) {}

  /// Something that happened at a source.
  public record Happened(Instant at, String text) {}
}
