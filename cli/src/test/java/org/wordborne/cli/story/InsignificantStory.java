package org.wordborne.cli.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The insignificant individual: three people follow Edda, and nobody configured her diary.
///
/// It has a town of its own: its queue is begun anew, which would take the others' words away.
class InsignificantStory {
  private static final String STORY = "insignificant";
  private static final String DIARY = "Saltmarsh Diary";
  private static final String ANSWER =
      "Yes, Edda: the rack has gone back to the chandler's, and the ramp is yours on Saturday.";
  private static final String THANKS = "Thank you for sending Tilda to us, Edda. Cake is on us.";
  private static final Duration A_MINUTE = Duration.ofSeconds(60);
  private static final IsVisibleOptions SOON = new IsVisibleOptions().setTimeout(60_000);

  private static Stage stage;

  @BeforeAll
  static void open() {
    stage = new Stage();
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @Test
  void someoneNobodyFollows_isFoundHeardAnsweredAndThanked() {
    try (Visit visit = stage.visitor(Look.DESK)) {
      stage.town.play(STORY);
      proposalWithItsEvidence(visit);
      accept(visit);
      Instant accepted = Instant.now();
      JsonNode conversation = keptInView(visit, accepted);
      answerOnce(visit, conversation);
      String edda = edgeOfTrustOpensBothPosts(visit, conversation);
      underToThank(visit);
      thankedInTheLedger(visit, edda);
      assertThat(visit.complaints()).as("complaints of the browser").isEmpty();
      assertThat(visit.foreign()).as("addresses outside the server").isEmpty();
    }
  }

  private static void proposalWithItsEvidence(Visit visit) {
    visit.open("/sources");
    Locator proposal = proposal(visit);
    assertThat(proposal).isVisible(SOON);
    assertThat(proposal).containsText("links to you");
    assertThat(proposal).containsText("names you");
    assertThat(proposal).containsText("woodlark");
    assertThat(visit.page.locator(".contents")).containsText("1 to look at");
    visit.tourPicture("1-proposal");
  }

  private static Locator proposal(Visit visit) {
    return visit
        .page
        .locator("article.proposal")
        .filter(new Locator.FilterOptions().setHasText(DIARY));
  }

  private static void accept(Visit visit) {
    var place = stage.town.place(DIARY);
    proposal(visit).getByText("Listen to it").click();
    visit.field("User name, to answer").fill(place.username());
    visit.field("Application password, to answer").fill(place.password());
    visit
        .page
        .getByRole(
            com.microsoft.playwright.options.AriaRole.BUTTON,
            new Page.GetByRoleOptions().setName("Listen").setExact(true))
        .click();
    assertThat(visit.page.locator(".sources-table")).containsText(DIARY);
    assertThat(proposal(visit)).hasCount(0);
  }

  /* What was said before her is history, so that the oldest small voice is hers. */
  private static JsonNode keptInView(Visit visit, Instant accepted) {
    JsonNode row = await(() -> inQueue("the Lantern's ramp is free"));
    JsonNode asked = stage.town.played(STORY, "asked");
    assertThat(Duration.between(accepted, Instant.now())).isLessThan(A_MINUTE);
    assertThat(stage.town.get("/conversations?query=gift+card").path("conversations").size())
        .as("spam in the queue")
        .isZero();
    String before = Instant.parse(asked.path("at").asString()).minusSeconds(2).toString();
    stage.town.put("/conversations/beginning", Map.of("at", before));

    visit.open("/conversations");
    Locator item =
        visit.page.locator(".qitem").filter(new Locator.FilterOptions().setHasText("Edda Quill"));
    assertThat(item.first())
        .containsText(
            "kept in view", new ContainsTextOptions().setTimeout(120_000).setIgnoreCase(true));
    assertThat(louderBelow(row.path("id").asString())).as("louder voices below her").isPositive();
    visit.tourPicture("1-kept-in-view");
    return row;
  }

  /* Of the queue's first page, how many below hers are heard by more and not kept. */
  private static long louderBelow(String conversation) {
    long louder = 0;
    boolean below = false;
    for (JsonNode row : stage.town.get("/conversations?state=open").path("conversations")) {
      if (below && row.path("keptInView").isNull()) {
        louder++;
      }
      below |= row.path("id").asString().equals(conversation);
    }
    return louder;
  }

  private static void answerOnce(Visit visit, JsonNode conversation) {
    visit.open("/conversations/" + conversation.path("id").asString() + "?write");
    assertThat(visit.page.locator(".thread .say").first()).isVisible();
    Locator box = visit.page.getByLabel("Your answer", new Page.GetByLabelOptions().setExact(true));
    box.fill(ANSWER);
    box.press("Control+Enter");
    visit.sees("goes out in");
    await(
        () -> stage.town.played(STORY, "asked").path("answers").asInt() > 0 ? conversation : null);
    visit.page.waitForTimeout(4_000);
    assertThat(stage.town.played(STORY, "asked").path("answers").asInt())
        .as("how often the answer stands in her thread")
        .isEqualTo(1);
    visit.tourPicture("1-answered");
  }

  private static String edgeOfTrustOpensBothPosts(Visit visit, JsonNode conversation) {
    String edda = conversation.path("person").path("id").asString();
    await(() -> recommends(edda));
    visit.open("/people/" + edda);
    Locator edge =
        visit
            .page
            .locator(".trust li")
            .filter(new Locator.FilterOptions().setHasText("Recommended you to Tilda Marsh"));
    assertThat(edge).isVisible(SOON);
    edge.locator(".num").click();
    Locator both = visit.page.locator(".pop .samples li");
    assertThat(both).hasCount(2);
    assertThat(both.first()).containsText("good cake in Alderwick with a wheelchair");
    assertThat(both.last()).containsText("Go to the Lantern, Tilda");
    visit.tourPicture("1-trust");
    visit.press("Escape");
    return edda;
  }

  private static JsonNode recommends(String edda) {
    for (JsonNode line : stage.town.get("/people/" + edda).path("trust")) {
      if (line.path("deed").asString().equals("recommends")) {
        return line;
      }
    }
    return null;
  }

  private static void underToThank(Visit visit) {
    visit.open("/people/to-thank");
    Locator first =
        visit
            .page
            .locator(".to-thank li")
            .filter(new Locator.FilterOptions().setHasText("Edda Quill"));
    assertThat(first).containsText("Edda Quill");
    assertThat(first).containsText("recommended you");
    visit.tourPicture("1-to-thank");
    first.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON).click();
    visit.field("Your words, under theirs").fill(THANKS);
    visit.button("Say it there").click();
    visit.sees("goes out in a moment");
  }

  private static void thankedInTheLedger(Visit visit, String edda) {
    await(() -> stage.town.played(STORY, "told").path("answers").asInt() > 0 ? stage : null);
    JsonNode line = await(() -> ledger(edda));
    assertThat(line.path("how").asString()).isEqualTo("in-thread");
    assertThat(line.path("text").asString()).isEqualTo(THANKS);
    visit.open("/people/thanked");
    Locator row = visit.page.locator(".thanks-table tbody tr").first();
    assertThat(row).containsText("Edda Quill");
    assertThat(row).containsText("Cake is on us");
    visit.tourPicture("1-ledger");
    visit.open("/people/to-thank");
    assertThat(visit.title()).isVisible();
    assertThat(visit.page.locator(".to-thank").getByText("Edda Quill")).hasCount(0);
  }

  private static JsonNode ledger(String person) {
    for (JsonNode line : stage.town.get("/people/thanks").path("thanks")) {
      if (line.path("person").path("id").asString().equals(person)) {
        return line;
      }
    }
    return null;
  }

  private static JsonNode inQueue(String title) {
    for (JsonNode row :
        stage.town.get("/conversations?state=open&limit=100").path("conversations")) {
      if (row.path("title").asString("").contains(title)) {
        return row;
      }
    }
    return null;
  }

  private static <T> T await(Supplier<T> wanted) {
    Instant end = Instant.now().plus(A_MINUTE);
    while (Instant.now().isBefore(end)) {
      T found = wanted.get();
      if (found != null) {
        return found;
      }
      try {
        Thread.sleep(250);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    throw new AssertionError("not seen within a minute");
  }
}
