package org.wordborne.cli.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Bad word: a false claim goes round, people are woken until one of them has it, and the page says
/// how far it will go.
@Story
@TestMethodOrder(MethodOrderer.OrderAnnotation.class) // a claim goes round but once
class BadWordStory {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String FIRST = "a man from the council was at the Lantern";
  private static final double SPEED = 15;
  private static final double COMES_WITHIN_MS = 60_000;

  @Test
  @Order(1)
  void falseClaim_goesRound_wakesUntilSomebodyHasIt(Visit visit) throws InterruptedException {
    var town = visit.stage.town;
    String rule = rule(visit);
    visit.open("/spread");
    assertThat(visit.page.locator(".rule").first()).isVisible();

    town.play("bad-word", SPEED);
    Locator alarm =
        visit.page.locator(".alarm").filter(new Locator.FilterOptions().setHasText(FIRST)).first();
    assertThat(alarm).isVisible(new IsVisibleOptions().setTimeout(COMES_WITHIN_MS));
    assertThat(alarm).containsText("people spoke of it within");
    assertThat(alarm.locator(".alarm-first")).containsText(FIRST);
    visit.tourPicture("2-alarm");
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
  @Order(2)
  void tale_opened_showsBandsAndChanceBesideTheNaiveGuess(Visit visit) throws Exception {
    JsonNode tale = taleOf(visit, 10);

    visit.open("/spread/" + tale.path("id").asString());
    assertThat(visit.title()).containsText("Rats and inspectors");
    visit.sees("Who only doubles what was seen would say");
    assertThat(visit.page.locator(".fan svg")).isVisible();
    visit.button("As a table").click();

    assertThat(visit.page.locator(".fan-table tbody tr")).hasCount(5);
    assertThat(visit.page.locator(".tree-table tbody tr").first()).isVisible();
    assertThat(visit.page.locator(".tree-table tbody")).containsText("Alderwick");
    visit.tourPicture("2-spread");
  }

  @Test
  @Order(3)
  void crisisRoom_opened_isAnsweredApprovedAndReplayed(Visit visit) throws Exception {
    JsonNode tale = taleOf(visit, 10);
    visit.open("/spread/" + tale.path("id").asString());
    visit.sees("Whom to talk to first");
    visit.button("Open a crisis room").click();
    visit.isAt("/spread/room/.*").sees("Nothing planned goes out meanwhile.");
    String room = visit.page.url().substring(visit.page.url().indexOf("/spread/"));

    visit.field("What do you say?").fill("There were never any rats at the Lantern.");
    visit.button("Keep as a version").click();
    visit.button("Ask the client").click();
    String first = visit.page.locator(".crisis-url").textContent();
    visit.page.navigate(first);
    visit.sees("There were never any rats at the Lantern.");
    visit.field("Your name").fill("Tomasz Wend");
    visit.field("What should be changed").fill("Say who inspected us, and when.");
    visit.button("Ask for a change").click();
    visit.sees("Tomasz Wend asked for a change");
    visit.tourPicture("2-client");

    visit.open(room);
    visit.sees("Say who inspected us, and when.");
    visit.button("Write the next version").click();
    visit.field("The next version").fill("The council inspected us on Friday and found nothing.");
    visit.button("Keep as a version").click();
    visit.button("Ask the client").click();
    String second = visit.page.locator(".crisis-url").textContent();
    visit.page.navigate(second);
    visit.field("Your name").fill("Tomasz Wend");
    visit.button("Approve").click();
    visit.sees("Approved by Tomasz Wend");

    visit.open(room);
    visit.field("What did you decide?").fill("Ruth speaks to the Courier.");
    visit.button("Note the decision").click();
    visit.sees("Ines Okafor decided");
    visit.tourPicture("2-room");
    answerFirst(visit);
    visit.open(room);
    visit.sees("Ines Okafor answered");

    visit.button("Close the room").click();
    visit.field("What we learnt").fill("Answer those who ask first.");
    visit.page.getByRole(AriaRole.DIALOG).getByText("Close the room").last().click();
    assertThat(visit.page.locator(".dek")).containsText("The statement was approved");
    visit.sees("Answer those who ask first.").sees("How it went");
    visit.tourPicture("2-replay");
    assertThat(visit.page.locator(".crisis-line")).containsText("Tomasz Wend approved version 2");
    assertThat(visit.button("Close the room")).hasCount(0);
  }

  /* The first of those to talk to first: answered from there, as any other word. */
  private static void answerFirst(Visit visit) {
    visit.page.locator(".first-answer").click();
    visit.isAt("/conversations/.*");
    Locator box = visit.page.getByLabel("Your answer", new GetByLabelOptions().setExact(true));
    box.fill("We were inspected on Friday; all was well.");
    box.press("Control+Enter");
    assertThat(visit.page.locator(".thread .say.us").last())
        .containsText("sent", new ContainsTextOptions().setTimeout(COMES_WITHIN_MS));
  }

  /// The tale of the story, once so many told it; the story is played if it was not.
  private static JsonNode taleOf(Visit visit, int tellers) throws Exception {
    var town = visit.stage.town;
    if (JSON.readTree(town.books("bad-word")).path("story").asString("").isEmpty()) {
      town.play("bad-word", SPEED);
    }
    var tale = new AtomicReference<JsonNode>();
    Newsroom.within(
        "a tale of " + tellers,
        () -> {
          for (JsonNode row : town.get("/tales").path("moving")) {
            if (row.path("title").asString().equals("Rats and inspectors")
                && row.path("told").asInt() >= tellers) {
              tale.set(row);
              return List.of(row);
            }
          }
          return List.<JsonNode>of();
        });
    return tale.get();
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
