package org.wordborne.cli.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Bad word: a false claim goes round, people are woken until one of them has it, and the page says
/// how far it will go.
@Story
class BadWordStory {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String FIRST = "a man from the council was at the Lantern";
  private static final double SPEED = 15;
  private static final double COMES_WITHIN_MS = 60_000;

  @Test
  void falseClaim_goesRound_wakesUntilSomebodyHasIt(Visit visit) throws InterruptedException {
    var town = visit.stage.town;
    String rule = rule(visit);
    visit.open("/spread");
    assertThat(visit.page.locator(".rule").first()).isVisible();

    town.play("bad-word", SPEED);
    Locator alarm = visit.page.locator(".alarm").first();
    assertThat(alarm).isVisible(new IsVisibleOptions().setTimeout(COMES_WITHIN_MS));
    assertThat(alarm).containsText("people spoke of it within");
    assertThat(alarm.locator(".alarm-first")).containsText(FIRST);
    Newsroom.within("the second letter", () -> letters(visit, "second@story.example"));
    takeAll(visit);
    Thread.sleep(Duration.ofSeconds(25));

    JsonNode mine = alarm(visit, rule);
    JsonNode book = JSON.readTree(town.books("bad-word"));
    Instant seeable = Instant.parse(book.path("seeableAt").asString());
    Instant raised = Instant.parse(mine.path("raisedAt").asString());
    System.out.println("seeable -> alarm: " + Duration.between(seeable, raised).toMillis() + " ms");
    assertThat(Duration.between(seeable, raised)).isLessThan(Duration.ofSeconds(20));
    assertThat(mine.path("first").path("text").asString()).contains(FIRST);
    assertThat(letters(visit, "first@story.example").getFirst()).contains("It began with", "rats");
    assertThat(letters(visit, "third@story.example")).isEmpty();
    assertThat(town.books("telex")).contains("alarm.raised", "alarm.acknowledged");
  }

  @Test
  void tale_opened_showsBandsAndChanceBesideTheNaiveGuess(Visit visit) throws Exception {
    var town = visit.stage.town;
    if (JSON.readTree(town.books("bad-word")).path("story").asString("").isEmpty()) {
      town.play("bad-word", SPEED);
    }
    var tale = new AtomicReference<JsonNode>();
    Newsroom.within(
        "a tale of ten",
        () -> {
          for (JsonNode row : town.get("/tales").path("moving")) {
            if (row.path("title").asString().equals("Rats and inspectors")
                && row.path("told").asInt() >= 10) {
              tale.set(row);
              return List.of(row);
            }
          }
          return List.<JsonNode>of();
        });

    visit.open("/spread/" + tale.get().path("id").asString());
    assertThat(visit.title()).containsText("Rats and inspectors");
    visit.sees("Who only doubles what was seen would say");
    assertThat(visit.page.locator(".fan svg")).isVisible();
    visit.button("As a table").click();

    assertThat(visit.page.locator(".fan-table tbody tr")).hasCount(5);
    assertThat(visit.page.locator(".tree-table tbody tr").first()).isVisible();
    assertThat(visit.page.locator(".tree-table tbody")).containsText("Alderwick");
    if (Stage.PICTURES) {
      visit.picture("spread");
    }
  }

  private static String rule(Visit visit) {
    String topic = "";
    for (JsonNode one : visit.stage.town.get("/topics").path("topics")) {
      topic = one.path("name").asString().equals("Rats and inspectors") ? id(one) : topic;
    }
    var steps =
        List.of(
            Map.of("afterSeconds", 0, "to", List.of("first@story.example", "hook:telex")),
            Map.of("afterSeconds", 5, "to", List.of("second@story.example")),
            Map.of("afterSeconds", 25, "to", List.of("third@story.example")));
    return id(visit.stage.town.post("/watch/rules", Map.of("topicId", topic, "steps", steps)));
  }

  private static String id(JsonNode of) {
    return of.path("id").asString();
  }

  private static JsonNode alarm(Visit visit, String rule) {
    var all = visit.stage.town.get("/alarms").path("alarms");
    return StreamSupport.stream(all.spliterator(), false)
        .filter(alarm -> alarm.path("rule").asString().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  /* The café's own rules on that topic woke somebody too. */
  private static void takeAll(Visit visit) throws InterruptedException {
    for (int i = 0; i < 10 && visit.page.locator(".alarm").count() > 0; i++) {
      visit.page.locator(".alarm").first().getByText("I have it").click();
      Thread.sleep(700);
    }
    assertThat(visit.page.locator(".alarm")).hasCount(0);
    visit.sees("Earlier alarms");
  }

  private static List<String> letters(Visit visit, String to) {
    return visit
        .stage
        .town
        .books("mail")
        .lines()
        .map(JSON::readTree)
        .filter(letter -> letter.path("to").asString().equals(to))
        .map(letter -> letter.path("letter").asString())
        .toList();
  }
}
