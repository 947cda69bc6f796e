package org.wordborne.server.campaign.pack;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/* A rule of a pack. */
record PackRule(
    String id,
    String topic,
    Condition when,
    String level,
    Map<String, String> text,
    @Nullable Limit limit,
    @Nullable Task task,
    String clause,
    List<String> remedy,
    PackSource source) {

  /* What may be at most, as a formula over facts. */
  record Limit(String fact, Formula atMost) {}

  /* What is to be done, counted from a day of the promotion. */
  record Task(
      Map<String, String> title, String anchor, int days, String calendar, String evidence) {
    PackTask on(Facts facts) {
      LocalDate from = anchored(facts);
      return new PackTask(
          title, from == null ? null : counted(from), anchor, days, calendar, evidence);
    }

    private @Nullable LocalDate anchored(Facts facts) {
      if (anchor.equals("yearEnd")) {
        return facts
            .day("dates.award")
            .or(() -> facts.day("dates.end"))
            .map(day -> LocalDate.of(day.getYear(), Month.DECEMBER, 31))
            .orElse(null);
      }
      return facts
          .day("dates." + anchor)
          .or(
              () ->
                  anchor.equals("advertised")
                      ? facts.day("dates.start")
                      : java.util.Optional.empty())
          .orElse(null);
    }

    /* Business days are Monday to Friday: holidays are not known here, and the page says so. */
    private LocalDate counted(LocalDate from) {
      if (!calendar.equals("business")) {
        return from.plusDays(days);
      }
      LocalDate day = from;
      int step = Integer.signum(days);
      for (int left = Math.abs(days); left > 0; ) {
        day = day.plusDays(step);
        if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
          left--;
        }
      }
      return day;
    }
  }
}
