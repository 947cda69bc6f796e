package org.wordborne.server.result;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.workspace.Money;

/// A campaign that runs or ran: planned here, or typed in afterwards.
///
/// @param to the first moment after it
/// @param zone in which its days are told
/// @param topics the topics it speaks to; none means that it is measured on all that speak of us
/// @param typed whether it ran before it could be planned here
record Ran(
    UUID id,
    String name,
    Instant from,
    Instant to,
    ZoneId zone,
    Set<UUID> topics,
    Money spent,
    long minutes,
    boolean typed) {

  /// The days on which it lies, as its own zone counts them: to be shown, not to be compared with
  /// those of another zone.
  Days days() {
    return Days.of(from, to, zone);
  }

  /// Whether any moment is part of both.
  boolean meets(Ran other) {
    return meets(other.from, other.to);
  }

  /// Whether any moment of it lies on these days of UTC.
  boolean meets(Days days) {
    return meets(days.start(), days.end());
  }

  private boolean meets(Instant begin, Instant end) {
    return from.isBefore(end) && begin.isBefore(to);
  }

  /// The days of UTC that lie within it whole and are over on `today`; null where there are none.
  @Nullable Days whole(LocalDate today) {
    LocalDate first = dayOf(from);
    LocalDate begin =
        first.atStartOfDay(ZoneOffset.UTC).toInstant().equals(from) ? first : first.plusDays(1);
    LocalDate after = dayOf(to).isBefore(today) ? dayOf(to) : today;
    return begin.isBefore(after) ? new Days(begin, after.minusDays(1)) : null;
  }

  /// The last day of UTC that was over when it began.
  LocalDate eve() {
    return dayOf(from).minusDays(1);
  }

  private static LocalDate dayOf(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
