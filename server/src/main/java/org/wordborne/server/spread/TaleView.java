package org.wordborne.server.spread;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.person.PersonRef;

/// A word on the move, whole.
///
/// @param fact what is the case, in a person's words; "" where nobody wrote it
/// @param ownWords how many told it in words of their own
/// @param asks how many only asked
/// @param lastHour how many told it in the last hour
/// @param usualHour what is usual of this topic at this hour of the day; null without a topic
/// @param stair how many had told it, at each first telling
/// @param tree who told it, the first 300; each with whom they had it from, as far as is known
public record TaleView(
    TaleRow row,
    String fact,
    int ownWords,
    int asks,
    int lastHour,
    @Nullable UsualHour usualHour,
    List<Step> stair,
    List<Teller> tree) {

  /// What is usual in an hour: the middle of the last 28 days, and what nine in ten stay under.
  public record UsualHour(int middle, int high, int days) {}

  /// So many had told it by then.
  public record Step(Instant at, int told) {}

  /// A person who tells it.
  ///
  /// @param place where they told it
  /// @param parent the telling they had it from; null where nobody can say
  /// @param certain whether they answered or repeated it; else it is likely
  public record Teller(
      UUID mentionId,
      PersonRef person,
      Instant at,
      String place,
      long followers,
      @Nullable UUID parent,
      boolean certain,
      boolean asks) {}
}
