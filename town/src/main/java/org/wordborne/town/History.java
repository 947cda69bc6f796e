package org.wordborne.town;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// The rhythm of the town, and the past it gives.
final class History {

  /// Words an hour, by hour of the day, on an ordinary weekday.
  private static final double[] BY_HOUR = {
    6, 3, 2, 2, 3, 7, 18, 34, 44, 36, 32, 33, 41, 38, 30, 29, 33, 42, 46, 45, 42, 36, 24, 12
  };

  private History() {}

  /// How many words an hour brings at `at` in `zone`.
  static double wordsPerHour(Instant at, ZoneId zone) {
    var there = at.atZone(zone);
    int hour = there.getHour();
    double within = there.getMinute() / 60.0;
    double rate = BY_HOUR[hour] * (1 - within) + BY_HOUR[(hour + 1) % 24] * within;
    var day = there.getDayOfWeek();
    return rate
        * (day == DayOfWeek.SATURDAY ? 1.12 : day == DayOfWeek.SUNDAY ? 0.86 : 1)
        * (hour < 9 && day.getValue() > 5 ? 0.6 : 1);
  }

  /// What was said from `from` until `until`, scenes included, in order.
  static List<Word> live(Talk talk, Scenes scenes, Instant from, Instant until, ZoneId zone) {
    var words = new ArrayList<Word>();
    var random = new SplittableRandom(from.getEpochSecond());
    for (var minute = from; minute.isBefore(until); minute = minute.plusSeconds(60)) {
      var end = minute.plusSeconds(60);
      double expected = wordsPerHour(minute, zone) / 60;
      while (random.nextDouble() < expected / (1 + expected)) {
        var at = minute.plusMillis(random.nextInt(60_000));
        if (at.isBefore(until)) {
          words.add(talk.next(at, null, 1));
        }
      }
      words.addAll(scenes.between(minute, end.isAfter(until) ? until : end));
    }
    words.sort((a, b) -> a.at.compareTo(b.at));
    return words;
  }
}
