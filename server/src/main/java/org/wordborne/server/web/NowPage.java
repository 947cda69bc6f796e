package org.wordborne.server.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wordborne.server.conversation.Conversations;
import org.wordborne.server.person.Mood;
import org.wordborne.server.person.MoodHours;
import org.wordborne.server.person.People;
import org.wordborne.server.spread.Tales;
import org.wordborne.server.watch.Alarms;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;

/// Puts together what the first page shows.
@Component
final class NowPage {
  private static final int QUEUE = 7;
  private static final int TO_THANK = 3;
  private static final int MOVING = 3;
  private static final int HOURS = 24;
  private static final int WEEKS = 8;
  private static final int ENOUGH_WEEKS = 2;
  private static final Duration WEEK = Duration.ofDays(7);

  private final Transactions transactions;
  private final Conversations conversations;
  private final People people;
  private final MoodHours moods;
  private final Alarms alarms;
  private final Tales tales;
  private final DueDeeds due;
  private final InstantSource clock;

  NowPage(
      Transactions transactions,
      Conversations conversations,
      People people,
      MoodHours moods,
      Alarms alarms,
      Tales tales,
      DueDeeds due,
      InstantSource clock) {
    this.transactions = transactions;
    this.conversations = conversations;
    this.people = people;
    this.moods = moods;
    this.alarms = alarms;
    this.tales = tales;
    this.due = due;
    this.clock = clock;
  }

  /// The page as it is now, read in one moment.
  NowView view(Scope scope) {
    return transactions.in(scope, _ -> read(scope));
  }

  private NowView read(Scope scope) {
    var now = clock.instant();
    var counts = conversations.counts(scope);
    var spoken = moods.since(scope, now.minus(Duration.ofHours(HOURS)));
    var end = now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
    var past =
        moods.between(scope, end.minus(WEEK.multipliedBy(WEEKS)).minus(1, ChronoUnit.DAYS), end);
    var weeks = weeks(past, end);
    return new NowView(
        new NowView.Headline(counts.now(), conversations.today(scope), counts.open()),
        spoken.words(),
        spoken.people(),
        usualDay(weeks),
        alarms.open(scope),
        tales.moving(scope, MOVING),
        due.all(scope),
        conversations.first(scope, QUEUE),
        new NowView.MoodDay(hours(past, end), usualHours(weeks)),
        conversations.oldest(scope),
        people.toThank(scope, TO_THANK).people());
  }

  private static List<NowView.MoodHour> hours(Map<Instant, Mood> past, Instant end) {
    var hours = new ArrayList<NowView.MoodHour>();
    for (int i = HOURS; i > 0; i--) {
      var at = end.minus(i, ChronoUnit.HOURS);
      var mood = past.getOrDefault(at, Mood.NONE);
      hours.add(
          new NowView.MoodHour(
              at,
              mood.positive(),
              mood.negative(),
              mood.neutral(),
              mood.mixed(),
              mood.unsure(),
              mood.total()));
    }
    return hours;
  }

  /* The same 24 hours of each past week of which all was heard, hour by hour. */
  private static List<int[]> weeks(Map<Instant, Mood> past, Instant end) {
    var weeks = new ArrayList<int[]>();
    var first = past.keySet().stream().min(Instant::compareTo).orElse(end);
    for (int week = 1; week <= WEEKS; week++) {
      var hours = new int[HOURS];
      int total = 0;
      for (int i = 0; i < HOURS; i++) {
        var at = end.minus(WEEK.multipliedBy(week)).minus(HOURS - i, ChronoUnit.HOURS);
        hours[i] = past.getOrDefault(at, Mood.NONE).total();
        total += hours[i];
      }
      boolean whole =
          !first.isAfter(end.minus(WEEK.multipliedBy(week)).minus(HOURS, ChronoUnit.HOURS));
      if (total > 0 && whole) {
        weeks.add(hours);
      }
    }
    return weeks;
  }

  private static NowView.@Nullable Band usualDay(List<int[]> weeks) {
    if (weeks.size() < ENOUGH_WEEKS) {
      return null;
    }
    var totals = weeks.stream().mapToInt(week -> Arrays.stream(week).sum());
    return band(totals.toArray());
  }

  private static @Nullable List<NowView.Band> usualHours(List<int[]> weeks) {
    if (weeks.size() < ENOUGH_WEEKS) {
      return null;
    }
    var bands = new ArrayList<NowView.Band>();
    for (int i = 0; i < HOURS; i++) {
      int hour = i;
      bands.add(band(weeks.stream().mapToInt(week -> week[hour]).toArray()));
    }
    return bands;
  }

  /* What was, from the least to the most: with so few weeks anything finer would be a guess. */
  private static NowView.Band band(int[] values) {
    var all = Arrays.stream(values).summaryStatistics();
    return new NowView.Band(all.getMin(), all.getMax());
  }
}
