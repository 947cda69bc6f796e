package org.wordborne.channels.feed;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/*
 * Zones as feeds write them. RFC 822 knows the North American ones; the rest are the common
 * meaning of each abbreviation, in minutes. A word that is no zone counts as UTC, a broken
 * offset makes the whole time worthless.
 */
final class Zones {
  private static final Pattern OFFSET =
      Pattern.compile("(?:GMT|UTC|UT|Z)?\\s*([+-])\\s*([0-9]{1,2}):?([0-9]{2})?(?::[0-9]{2})?.*");
  private static final Map<String, Integer> MINUTES =
      Map.ofEntries(
          Map.entry("EST", -300),
          Map.entry("EDT", -240),
          Map.entry("CST", -360),
          Map.entry("CDT", -300),
          Map.entry("MST", -420),
          Map.entry("MDT", -360),
          Map.entry("PST", -480),
          Map.entry("PDT", -420),
          Map.entry("AKST", -540),
          Map.entry("AKDT", -480),
          Map.entry("HST", -600),
          Map.entry("AST", -240),
          Map.entry("ADT", -180),
          Map.entry("NST", -210),
          Map.entry("NDT", -150),
          Map.entry("AT", -240),
          Map.entry("ET", -300),
          Map.entry("CT", -360),
          Map.entry("MT", -420),
          Map.entry("PT", -480),
          Map.entry("BRT", -180),
          Map.entry("ART", -180),
          Map.entry("WET", 0),
          Map.entry("WEST", 60),
          Map.entry("BST", 60),
          Map.entry("IST", 330),
          Map.entry("CET", 60),
          Map.entry("CEST", 120),
          Map.entry("MET", 60),
          Map.entry("MEZ", 60),
          Map.entry("MEST", 120),
          Map.entry("MESZ", 120),
          Map.entry("EET", 120),
          Map.entry("EEST", 180),
          Map.entry("MSK", 180),
          Map.entry("MSD", 240),
          Map.entry("SAST", 120),
          Map.entry("JST", 540),
          Map.entry("KST", 540),
          Map.entry("HKT", 480),
          Map.entry("SGT", 480),
          Map.entry("AWST", 480),
          Map.entry("ACST", 570),
          Map.entry("AEST", 600),
          Map.entry("AEDT", 660),
          Map.entry("NZST", 720),
          Map.entry("NZDT", 780));

  private Zones() {}

  /* Seconds east of UTC; null if an offset is broken. */
  static @Nullable Integer seconds(String written, LocalDateTime local) {
    String text = written.strip();
    Matcher offset = OFFSET.matcher(text);
    if (offset.matches()) {
      int hours = Integer.parseInt(offset.group(2));
      int minutes = offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3));
      int total = (hours * 60 + minutes) * 60;
      return total > 18 * 3600 ? null : offset.group(1).equals("-") ? -total : total;
    }
    Integer named = MINUTES.get(text);
    return named != null ? (Integer) (named * 60) : region(text, local);
  }

  private static int region(String name, LocalDateTime local) {
    if (name.indexOf('/') < 0) {
      return 0;
    }
    for (String id : ZoneId.getAvailableZoneIds()) {
      if (id.toUpperCase(Locale.ROOT).equals(name)) {
        try {
          return ZoneId.of(id).getRules().getOffset(local).getTotalSeconds();
        } catch (DateTimeException unknown) {
          return 0;
        }
      }
    }
    return 0;
  }
}
