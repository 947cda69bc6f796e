package org.wordborne.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The twelve weeks against their own books.
class TwelveWeeksTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @TempDir Path folder;

  private Town town;

  @BeforeEach
  void open() {
    var options = TownOptions.in(folder).withClock(InstantSource.fixed(NOON));
    town = Town.open(options.withZone(ZoneOffset.UTC).withHistoryDays(0));
  }

  @AfterEach
  void close() {
    town.close();
  }

  private JsonNode book(String path) throws Exception {
    try (var in = town.controlUrl().resolve(path).toURL().openStream()) {
      return JSON.readTree(in.readAllBytes());
    }
  }

  private List<JsonNode> past(String name) {
    return town.past(name).map(JSON::readTree).toList();
  }

  private static LocalDate day(JsonNode post) {
    return LocalDate.parse(post.path("published").asString().substring(0, 10));
  }

  @Test
  void circle_lines_areTwelveWeeksThatEndADayBefore() {
    var posts = past("circle");

    assertThat(posts).hasSizeBetween(3_000, 6_000);
    assertThat(posts).extracting(p -> p.path("id").asString()).doesNotHaveDuplicates();
    assertThat(day(posts.getFirst())).isEqualTo("2026-08-29");
    assertThat(day(posts.getLast())).isEqualTo("2026-11-20");
  }

  @Test
  void circle_wording_isSharedByFewerThanOneInAHundred() {
    var texts = town.past("circle").map(WordingTest::text).toList();

    assertThat(WordingTest.sharing(texts)).isLessThan(0.01);
  }

  @Test
  void circle_campaign_hasTheGladPeopleItsBookSays() throws Exception {
    var truth = book("campaign-truth");
    var glad = new HashMap<LocalDate, Integer>();
    truth
        .path("glad")
        .properties()
        .forEach(day -> glad.put(LocalDate.parse(day.getKey()), day.getValue().asInt()));

    var from = LocalDate.parse(truth.path("from").asString());
    var to = LocalDate.parse(truth.path("to").asString());
    double during = mean(glad, from, to);
    double before = mean(glad, LocalDate.parse(truth.path("historyFrom").asString()), from);

    assertThat(from.plusDays(13)).isEqualTo(to);
    assertThat(truth.path("added").asInt()).isEqualTo(Math.round(2.4 * 14));
    assertThat(during - before).isBetween(1.0, 4.0);
    assertThat(truth.path("untouched").size()).isEqualTo(8);
  }

  private static double mean(HashMap<LocalDate, Integer> glad, LocalDate from, LocalDate until) {
    return from.datesUntil(until).mapToInt(day -> glad.getOrDefault(day, 0)).average().orElse(0);
  }

  @Test
  void circle_wishes_areSpokenOfByEnoughPeopleAndRise() throws Exception {
    var posts = past("circle");
    long early = scooters(posts, "2026-08-29", "2026-10-09");
    long late = scooters(posts, "2026-10-10", "2026-11-20");

    for (JsonNode theme : book("themes")) {
      assertThat(theme.path("persons").asInt()).isGreaterThanOrEqualTo(60);
    }
    assertThat(book("themes").findValuesAsString("verdict"))
        .containsExactly("fits", "conflicts", "beyond");
    assertThat(late).isGreaterThan(early * 3 / 2);
  }

  private static long scooters(List<JsonNode> posts, String from, String to) {
    return posts.stream()
        .filter(p -> p.path("text").asString().toLowerCase().contains("scooter"))
        .filter(p -> !day(p).isBefore(LocalDate.parse(from)))
        .filter(p -> !day(p).isAfter(LocalDate.parse(to)))
        .count();
  }

  @Test
  void small_brand_isSpokenOfBy24People() {
    var people =
        past("small").stream()
            .map(p -> p.path("author").path("url").asString())
            .collect(Collectors.toSet());

    assertThat(people.stream().map(url -> url.replaceAll(".*/u/", "")).distinct()).hasSize(24);
  }
}
