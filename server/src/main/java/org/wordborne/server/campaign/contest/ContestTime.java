package org.wordborne.server.campaign.contest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.wordborne.server.workspace.BadInputException;

/// Times of a contest, as the people say them who live there.
final class ContestTime {
  private ContestTime() {}

  /// Reads a local time of a zone; of a time that comes twice the earlier is meant.
  ///
  /// @throws BadInputException if it is no time, or no clock shows it there
  static Instant read(String field, String local, ZoneId zone) {
    try {
      var at = LocalDateTime.parse(local.strip());
      var offsets = zone.getRules().getValidOffsets(at);
      if (offsets.isEmpty()) {
        throw new BadInputException(
            field, local, at.toLocalTime() + " does not exist on that day in " + zone + ".");
      }
      return at.toInstant(offsets.getFirst());
    } catch (DateTimeException odd) {
      throw new BadInputException(field, local, "Right is a time as 2026-11-27T18:00.");
    }
  }

  /// As `27 Nov, 18:00 (Europe/London)`.
  static String text(Instant at, ZoneId zone, Locale language) {
    var form = language.getLanguage().equals("de") ? "d. MMMM yyyy, HH:mm" : "d MMM yyyy, HH:mm";
    return DateTimeFormatter.ofPattern(form, language).format(at.atZone(zone))
        + " ("
        + zone.getId()
        + ")";
  }

  static String text(Instant at, ZoneId zone) {
    return text(at, zone, Locale.ENGLISH);
  }
}
