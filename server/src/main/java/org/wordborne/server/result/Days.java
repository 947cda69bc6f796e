package org.wordborne.server.result;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.workspace.BadInputException;

/// A span of whole days, both ends within it; of UTC unless something else is said.
record Days(LocalDate from, LocalDate to) {
  private static final int USUAL = 28;
  private static final int MOST = 1_100;

  /// Reads two days as `2026-10-12`; what is absent is the usual span that ends today.
  static Days of(@Nullable String from, @Nullable String to, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    LocalDate end = to == null || to.isBlank() ? today : day("to", to);
    LocalDate begin = from == null || from.isBlank() ? end.minusDays(USUAL - 1) : day("from", from);
    return checked(begin, end);
  }

  /// A span that was typed, both ends of it.
  static Days typed(@Nullable String from, @Nullable String to) {
    return checked(day("from", from), day("to", to));
  }

  private static Days checked(LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      throw new BadInputException(
          "to", to, "The last day, " + to + ", lies before the first, " + from + ".");
    }
    if (ChronoUnit.DAYS.between(from, to) >= MOST) {
      throw new BadInputException("from", from, "At most " + MOST + " days at once.");
    }
    return new Days(from, to);
  }

  private static LocalDate day(String field, @Nullable String value) {
    try {
      LocalDate day = LocalDate.parse(value == null ? "" : value.strip());
      if (day.getYear() >= 1900 && day.getYear() < 2200) {
        return day;
      }
    } catch (DateTimeException e) {
      // The same answer as for a day that is too far away.
    }
    throw new BadInputException(field, value, "Use a day such as 2026-10-12.");
  }

  /// The days on which a span of time lies.
  static Days of(Instant from, Instant to) {
    return of(from, to, ZoneOffset.UTC);
  }

  /// The days of a zone on which a span of time lies.
  static Days of(Instant from, Instant to, ZoneId zone) {
    LocalDate first = LocalDate.ofInstant(from, zone);
    LocalDate last = LocalDate.ofInstant(to.minusMillis(1), zone);
    return new Days(first, last.isBefore(first) ? first : last);
  }

  Instant start() {
    return from.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /// The first moment after the last day.
  Instant end() {
    return to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  boolean meets(Days other) {
    return !from.isAfter(other.to) && !other.from.isAfter(to);
  }

  Stream<LocalDate> each() {
    return from.datesUntil(to.plusDays(1));
  }

  int count() {
    return (int) ChronoUnit.DAYS.between(from, to) + 1;
  }
}
