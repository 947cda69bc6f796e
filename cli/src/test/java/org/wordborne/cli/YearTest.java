package org.wordborne.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A simulated year in the database: what each page asks for is answered within 300 ms.
///
/// Each call is made once to warm it, then five times; the middle one counts. `-Dyear.days=N`
/// takes another length of past. It measures time, so no stage runs it: run it by hand on a quiet
/// machine, with `-Dtest=YearTest -Dwordborne.excludedGroups=`.
@Tag("by-hand")
class YearTest {
  private static final int DAYS = Integer.getInteger("year.days", 365);
  private static final int TIMES = 5;
  private static final long MOST_MS = 300;

  @Test
  void pages_aYearOfWords_answerWithin300ms() {
    try (var town = new LivingTown(DAYS)) {
      town.weeks(12);
      String words = town.get("/mentions?limit=1").path("total").asString();
      var took = new LinkedHashMap<String, Long>();
      asks(town).forEach(ask -> took.put(ask, middle(town, ask)));
      System.out.println("pages over " + DAYS + " days, " + words + " words, in ms: " + took);

      assertThat(took).allSatisfy((_, millis) -> assertThat(millis).isLessThan(MOST_MS));
    }
  }

  private static List<String> asks(LivingTown town) {
    JsonNode talk = town.get("/conversations").path("conversations").path(0);
    JsonNode person = town.get("/people").path("people").path(0);
    JsonNode topic = town.get("/topics").path("topics").path(0);
    var asks =
        new ArrayList<>(
            List.of(
                "/now",
                "/status",
                "/mentions?limit=25",
                "/mentions?limit=25&query=oat%20milk",
                "/mentions/histogram?bucket=day",
                "/conversations",
                "/tales",
                "/alarms",
                "/watch/rules",
                "/people",
                "/people/to-thank",
                "/campaigns",
                "/results",
                "/strategy",
                "/wishes",
                "/topics",
                "/sources",
                "/sources/proposals"));
    Map.of("/conversations/", talk, "/people/", person, "/topics/", topic)
        .forEach(
            (path, one) -> {
              String id = one.path("id").asString("");
              if (!id.isEmpty()) {
                asks.add(path + id);
              }
            });
    return asks;
  }

  private static long middle(LivingTown town, String ask) {
    town.get(ask);
    var times = new ArrayList<Long>();
    for (int i = 0; i < TIMES; i++) {
      long begun = System.nanoTime();
      town.get(ask);
      times.add((System.nanoTime() - begun) / 1_000_000);
    }
    times.sort(null);
    return times.get(TIMES / 2);
  }
}
