package org.wordborne.channels.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/*
 * Dates with words in them, in any order: the clock time is found by its colon, the month by its
 * name, the year by its length or its place, and the weekday is not believed.
 */
final class DateWords {
  private static final Pattern CLOCK =
      Pattern.compile(
          "(?i)(?<![0-9:])([0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2})?(?:[.,][0-9]+)?"
              + "(?:\\s*[ap]\\.?m\\b\\.?)?)");
  private static final Pattern ZONE =
      Pattern.compile(
          "[A-Z][a-z]+/[A-Za-z_]+|(?:[A-Z]{1,5}\\s?)?[+-]\\s?[0-9]{1,2}:?(?:[0-9]{2})?"
              + "|[A-Z]{1,5}");
  private static final Pattern NUMBERS =
      Pattern.compile("([0-9]{1,4})\\s?([/.-])\\s?([0-9]{1,2})\\s?\\2\\s?([0-9]{1,4})");

  private DateWords() {}

  static @Nullable Instant read(String text) {
    Matcher clock = CLOCK.matcher(text.replaceAll("(?i)([0-9]{1,2})h([0-9]{2})", "$1:$2"));
    String source = text.replaceAll("(?i)([0-9]{1,2})h([0-9]{2})", "$1:$2");
    String time = "";
    String before = source;
    String after = "";
    while (clock.find()) {
      boolean dotted = clock.group().indexOf(':') < 0;
      boolean date = dotted && source.startsWith(".", clock.end());
      if (date || (dotted && clock.start() == 0)) {
        continue;
      }
      time = clock.group(1);
      before = source.substring(0, clock.start());
      after = source.substring(clock.end());
      break;
    }
    var rest = new StringBuilder();
    String zone = time.isEmpty() ? "" : zone(after, rest);
    LocalDate day = day(before + " " + rest);
    return day == null ? null : FeedDates.at(day, time.replace("a.m", "am") + " " + zone);
  }

  /* What follows the clock time is a zone, and after it maybe a year, as C's asctime has it. */
  private static String zone(String after, StringBuilder rest) {
    String text = after.strip();
    Matcher found = ZONE.matcher(text);
    if (found.lookingAt() && MonthNames.of(found.group()) == 0) {
      boolean letters = found.group().matches("[A-Z]{1,5}");
      String following = text.substring(found.end());
      boolean wholeWord = following.isEmpty() || !Character.isLetterOrDigit(following.charAt(0));
      if (wholeWord || !letters) {
        rest.append(following);
        return found.group().replace(" ", "");
      }
    }
    rest.append(text);
    return "";
  }

  private static @Nullable LocalDate day(String text) {
    Matcher numbers = NUMBERS.matcher(text);
    if (numbers.find()) {
      return byNumbers(numbers);
    }
    int month = 0;
    var found = new ArrayList<String>();
    for (String token : text.split("[\\s,;/_-]+")) {
      String bare = token.replaceFirst("^'", "").replaceFirst("(\\.+|(?<=[0-9])[Tt])$", "");
      String digits = bare.replaceFirst("(?i)^([0-9]{1,2})(st|nd|rd|th|er|º|ª)$", "$1");
      if (digits.matches("[0-9]{1,4}")) {
        found.add(digits);
      } else if (month == 0 && !bare.isEmpty()) {
        month = MonthNames.of(bare);
      }
    }
    return month == 0 ? null : byName(month, found);
  }

  private static @Nullable LocalDate byName(int month, List<String> numbers) {
    if (numbers.isEmpty() || numbers.size() < 2) {
      return null;
    }
    String first = numbers.get(0);
    String second = numbers.get(1);
    boolean yearFirst = first.length() > 2;
    String year = yearFirst ? first : second;
    String day = yearFirst ? second : first;
    if (day.length() > 2) {
      return null;
    }
    int number = Integer.parseInt(day);
    if (number > 31 || number == 0) { // "Jan 04 01": the year stands first after all
      int swapped = Integer.parseInt(year);
      return FeedDates.day(year(number, day.length()), month, swapped);
    }
    return FeedDates.day(year(Integer.parseInt(year), year.length()), month, number);
  }

  private static LocalDate byNumbers(Matcher numbers) {
    int a = Integer.parseInt(numbers.group(1));
    int b = Integer.parseInt(numbers.group(3));
    int c = Integer.parseInt(numbers.group(4));
    if (numbers.group(1).length() > 2) {
      return FeedDates.day(a, b, c);
    }
    int year = year(c, numbers.group(4).length());
    boolean monthFirst = numbers.group(2).equals("/") && a <= 12;
    boolean swapped = b > 12;
    return monthFirst || swapped ? FeedDates.day(year, a, b) : FeedDates.day(year, b, a);
  }

  /* Two digits mean 1970 to 2069; three are what comes of adding to 1900. */
  static int year(int number, int digits) {
    if (digits == 3) {
      return 1900 + number;
    }
    if (digits <= 2) {
      return number < 70 ? 2000 + number : 1900 + number;
    }
    if (number < 1000) {
      throw new DateTimeException("no such year");
    }
    return number;
  }

  static String fold(String word) {
    String apart = java.text.Normalizer.normalize(word, java.text.Normalizer.Form.NFD);
    return apart.replaceAll("[\\p{M}.]", "").toLowerCase(Locale.ROOT);
  }
}
