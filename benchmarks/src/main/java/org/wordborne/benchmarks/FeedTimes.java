package org.wordborne.benchmarks;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// Ways in which feeds write a time, each exact to the second.
final class FeedTimes {
  private FeedTimes() {}

  /// The ways by name: all of them in feeds of mail times, those of ISO 8601 in the others.
  static Map<String, Function<Instant, String>> all(boolean mail) {
    var ways = new LinkedHashMap<String, Function<Instant, String>>();
    ways.put("time with offset", as("yyyy-MM-dd'T'HH:mm:ssxxx", ZoneOffset.ofHours(-8)));
    ways.put("time with a bare offset", as("yyyy-MM-dd'T'HH:mm:ssxx", ZoneOffset.ofHours(2)));
    ways.put("time with fractions", as("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", ZoneOffset.UTC));
    ways.put("time with a blank", as("yyyy-MM-dd HH:mm:ss", ZoneOffset.UTC));
    ways.put("time of the basic form", as("yyyyMMdd'T'HHmmss'Z'", ZoneOffset.UTC));
    if (mail) {
      ways.put("time of ISO 8601", Instant::toString);
      ways.put("time of C", as("EEE MMM dd HH:mm:ss yyyy", ZoneOffset.UTC));
      ways.put("time without weekday", as("d MMM yyyy HH:mm:ss Z", ZoneOffset.ofHours(1)));
      ways.put("time with a short year", as("EEE, dd MMM yy HH:mm:ss 'GMT'", ZoneOffset.UTC));
      ways.put("time with a long month", as("EEEE, dd MMMM yyyy HH:mm:ss 'GMT'", ZoneOffset.UTC));
      ways.put("time of New York", as("EEE, dd MMM yyyy HH:mm:ss 'EST'", ZoneOffset.ofHours(-5)));
      ways.put("time with slashes", as("EEE, yyyy/MM/dd HH:mm:ss 'GMT'", ZoneOffset.UTC));
      ways.put("time in German", in(Locale.GERMAN));
      ways.put("time in French", in(Locale.FRENCH));
      ways.put("time in Greek", in(Locale.of("el")));
      ways.put("time in Russian", in(Locale.of("ru")));
      ways.put("time in Korean", as("yyyy'년' MM'월' dd'일' HH:mm:ss", ZoneId.of("Asia/Seoul")));
      ways.put("seconds since 1970", at -> Long.toString(at.getEpochSecond()));
    }
    return ways;
  }

  private static Function<Instant, String> as(String pattern, ZoneId zone) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(zone)::format;
  }

  private static Function<Instant, String> in(Locale locale) {
    return DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", locale)
            .withZone(ZoneOffset.UTC)
        ::format;
  }
}
