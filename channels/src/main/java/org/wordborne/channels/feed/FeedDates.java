package org.wordborne.channels.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/*
 * Reads the times of feeds: RFC 3339 and W3CDTF with any part left out, ISO 8601 weeks and days of
 * the year, RFC 822 and its relatives, C's asctime, and what blog software of several countries
 * prints. A time without a zone is taken as UTC,
 * or as Korea's where it is written in Korean. What is out of range by a little (31 June, 24:00)
 * rolls over; what is no time is null.
 */
final class FeedDates {
  private static final Pattern ISO =
      Pattern.compile(
          "([0-9]{4})(?:-?W([0-9]{2})(?:-?([1-7]))?|-?([0-9]{3})(?![0-9-])"
              + "|(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?|([0-9]{2})([0-9]{2})?)?)"
              + "(?:\\s*[T ]\\s*([0-9].*))?");
  private static final Pattern CLOCK =
      Pattern.compile(
          "([0-9]{1,2})(?:[:.]?([0-9]{2})(?:[:.]([0-9]{2})|([0-9]{2}))?)?"
              + "(?:[.,:]([0-9]+))?\\s*([AP]M)?\\s*(.*)");
  private static final Pattern SHORT_ISO =
      Pattern.compile("([0-9]{2})-([0-9]{2})-([0-9]{2})(?:[T ](.*))?");
  /* Years of two digits: with a day of the year, with month and day, or with a month behind a minus. */
  private static final Pattern SHORT_DAY = Pattern.compile("([0-9]{2})-?([0-9]{3})");
  private static final Pattern SHORT_BASIC =
      Pattern.compile("(?!19|20)([0-9]{2})([0-9]{2})([0-9]{2})|-([0-9]{2})-?([0-9]{2})");
  private static final Pattern KOREAN = Pattern.compile("[년월일오전후시분초]");
  private static final Pattern SECONDS = Pattern.compile("-?[0-9]{9,13}");

  private FeedDates() {}

  static @Nullable Instant parse(String written) {
    String text = written.length() > 200 ? "" : tidy(written);
    if (text.isEmpty() || text.length() > 100) {
      return null;
    }
    try {
      Instant at = read(text);
      return at == null || at.isBefore(Instant.EPOCH.minus(200 * 365L, ChronoUnit.DAYS))
          ? null
          : at;
    } catch (DateTimeException | ArithmeticException none) {
      return null;
    }
  }

  private static @Nullable Instant read(String text) {
    if (SECONDS.matcher(text).matches() && text.length() >= 9 && !text.matches("[0-9]{8}")) {
      long number = Long.parseLong(text);
      return text.length() > 11 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
    }
    LocalDate brief = brief(text);
    if (brief != null) {
      return at(brief, "");
    }
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      return iso(iso);
    }
    Matcher shortIso = SHORT_ISO.matcher(text);
    if (shortIso.matches()) {
      int year = DateWords.year(Integer.parseInt(shortIso.group(1)), 2);
      LocalDate day = day(year, number(shortIso.group(2), 1), number(shortIso.group(3), 1));
      return at(day, shortIso.group(4));
    }
    return DateWords.read(text);
  }

  private static @Nullable LocalDate brief(String text) {
    Matcher dayOfYear = SHORT_DAY.matcher(text);
    if (dayOfYear.matches()) {
      int year = DateWords.year(Integer.parseInt(dayOfYear.group(1)), 2);
      return LocalDate.ofYearDay(year, Integer.parseInt(dayOfYear.group(2)));
    }
    Matcher basic = SHORT_BASIC.matcher(text);
    if (!basic.matches()) {
      return null;
    }
    boolean whole = basic.group(1) != null;
    int year = DateWords.year(Integer.parseInt(basic.group(whole ? 1 : 4)), 2);
    return day(year, number(basic.group(whole ? 2 : 5), 1), whole ? number(basic.group(3), 1) : 1);
  }

  /* Words of Korean, Chinese and Japanese dates become their signs; brackets go. */
  private static String tidy(String written) {
    String text = written.strip();
    if (!text.chars().allMatch(c -> c < 128)) {
      text =
          text.replaceAll("([0-9]{4})[년年]\\s*([0-9]{1,2})[월月]\\s*([0-9]{1,2})[일日]", "$1-$2-$3")
              .replaceAll("(오후|下午|午後)\\s*([0-9:]+)", "$2 PM")
              .replaceAll("(오전|上午|午前)\\s*([0-9:]+)", "$2 AM")
              .replaceAll("([0-9]{1,2})[시時时]\\s*([0-9]{1,2})[분分](\\s*([0-9]{1,2})[초秒])?", "$1:$2");
    }
    String plain = text.replaceAll("\\([^)]*\\)", " ").replaceAll("\\s+", " ").strip();
    boolean clock = plain.matches(".*[0-9]:[0-9]{2}( [AP]M)?");
    return clock && KOREAN.matcher(written).find() ? plain + " +09:00" : plain;
  }

  private static @Nullable Instant iso(Matcher iso) {
    int year = Integer.parseInt(iso.group(1));
    LocalDate day;
    if (iso.group(2) != null) {
      day =
          LocalDate.of(year, 1, 4)
              .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Long.parseLong(iso.group(2)))
              .with(java.time.temporal.ChronoField.DAY_OF_WEEK, number(iso.group(3), 1));
    } else if (iso.group(4) != null) {
      day = LocalDate.ofYearDay(year, Integer.parseInt(iso.group(4)));
    } else if (iso.group(5) != null) {
      day = day(year, number(iso.group(5), 1), number(iso.group(6), 1));
    } else {
      day = day(year, number(iso.group(7), 1), number(iso.group(8), 1));
    }
    return at(day, iso.group(9));
  }

  static LocalDate day(int year, int month, int day) {
    if (month < 1 || month > 12 || day < 1 || day > 31) {
      throw new DateTimeException("no such day");
    }
    return LocalDate.of(year, month, 1).plusDays(day - 1L);
  }

  /* The day at the clock time and zone written in `rest`. */
  static @Nullable Instant at(LocalDate day, @Nullable String rest) {
    if (rest == null || rest.isBlank()) {
      return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
    Matcher clock = CLOCK.matcher(rest.strip().toUpperCase(Locale.ROOT));
    if (!clock.matches()) {
      return null;
    }
    int hour = hour(Integer.parseInt(clock.group(1)), clock.group(6));
    int minute = number(clock.group(2), 0);
    int second = number(clock.group(3) == null ? clock.group(4) : clock.group(3), 0);
    if (hour > 48 || minute > 99 || second > 99) {
      return null;
    }
    LocalDateTime local =
        day.atStartOfDay().plusHours(hour).plusMinutes(minute).plusSeconds(second);
    Integer zone = Zones.seconds(clock.group(7), local);
    return zone == null
        ? null
        : local.plusNanos(nanos(clock.group(5))).minusSeconds(zone).toInstant(ZoneOffset.UTC);
  }

  private static int hour(int written, @Nullable String half) {
    if (half == null || written > 12) {
      return written;
    }
    return written % 12 + (half.equals("PM") ? 12 : 0);
  }

  private static long nanos(@Nullable String fraction) {
    if (fraction == null) {
      return 0;
    }
    String nine = (fraction + "000000000").substring(0, 9);
    return Long.parseLong(nine) / 1_000_000 * 1_000_000;
  }

  private static int number(@Nullable String digits, int otherwise) {
    return digits == null ? otherwise : Integer.parseInt(digits);
  }
}
