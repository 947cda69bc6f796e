package org.wordborne.server.spread;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.person.PersonRef;

/// Whom to talk to first, so that most people hear the truth no later than the tale.
///
/// @param candidates in the order of choosing; each adds to those before
/// @param reachable how many people the tellers are heard by, over whatever many steps, as far as
///     we saw people hear each other; the size of what the figures rest on
/// @param together what all of them change; null where figures are not shown
/// @param lacks why no figures are shown: `few` where fewer than 25 people are reachable or nobody
///     of them may be proposed, `late` where the search took too long, `quiet` once the tale is
///     over; "" where they are
public record TalkFirstView(
    List<TalkFirstCandidate> candidates,
    int reachable,
    @Nullable TalkFirstChange together,
    String lacks) {

  /// Somebody to talk to.
  ///
  /// @param mentionId what they said of it, or last said; where an answer goes
  /// @param why `asks` (asks about it), `knows-us` (we have answered them before)
  /// @param waitsSince null where nothing of theirs waits for an answer
  public record TalkFirstCandidate(
      PersonRef person,
      @Nullable UUID mentionId,
      String why,
      @Nullable UUID conversationId,
      @Nullable Instant waitsSince,
      @Nullable TalkFirstChange change) {}

  /// By how many people the middle of the forecast moves, and between which ends; below 0 is fewer.
  public record TalkFirstChange(double mid, double low, double high) {}
}
