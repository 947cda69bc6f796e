package org.wordborne.server.workspace;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/// Times as people write them, on the clock of a place.
///
/// A time that the clock leaps over in spring is refused by name; of one that comes twice in
/// autumn the first is meant, and [#twice] says that there are two.
public final class LocalTimes {
  private LocalTimes() {}

  /// The zone of that name, as `Europe/Berlin`.
  ///
  /// @throws BadInputException if there is none
  public static ZoneId zone(String field, String name) {
    try {
      if (name.contains("/") || name.equals("UTC")) {
        return ZoneId.of(name);
      }
    } catch (DateTimeException unknown) {
      // Refused below, with the value.
    }
    throw new BadInputException(field, name, "Use a name as Europe/London, or UTC.");
  }

  /// The moment at which the clock of a place shows `local`, as `2026-11-20T10:00`.
  ///
  /// @throws BadInputException if it is no time, or if that clock leaps over it
  public static Instant at(String field, String local, ZoneId zone) {
    LocalDateTime time = read(field, local);
    var offsets = zone.getRules().getValidOffsets(time);
    if (offsets.isEmpty()) {
      var leap = zone.getRules().getTransition(time);
      throw new BadInputException(
          field,
          local,
          "%s does not exist on %s in %s: the clock goes from %s to %s."
              .formatted(
                  time.toLocalTime(),
                  time.toLocalDate(),
                  zone.getId(),
                  leap.getDateTimeBefore().toLocalTime(),
                  leap.getDateTimeAfter().toLocalTime()));
    }
    return time.toInstant(offsets.getFirst());
  }

  /// Whether the clock of the place shows that time a second time that night.
  public static boolean twice(Instant at, ZoneId zone) {
    return zone.getRules().getValidOffsets(LocalDateTime.ofInstant(at, zone)).size() > 1;
  }

  /// The time the clock of a place shows, as [#at] reads it.
  public static String local(Instant at, ZoneId zone) {
    return LocalDateTime.ofInstant(at, zone).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static LocalDateTime read(String field, String local) {
    try {
      return LocalDateTime.parse(local.strip());
    } catch (DateTimeParseException wrong) {
      throw new BadInputException(
          field, local, "Use a day and a time on the clock of the place, as 2026-11-20T10:00.");
    }
  }
}
