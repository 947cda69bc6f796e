package org.wordborne.cli.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@Story
class SourcesStory {
  @Test
  void blog_foundByItsAddress_isListenedTo(Stage stage, Visit visit) {
    visit.open("/sources");
    rows(visit, "Kaikante").click();
    visit.exactly("Remove").click();
    visit.button("Remove the source").click();
    assertThat(rows(visit, "Kaikante")).hasCount(0);
    visit.link("Add a source").click();

    visit.field("Address of a page, a feed or a site").fill(stage.town.homeOf("Kaikante"));
    visit.button("Look there").click();
    visit.sees("Found there");
    visit.page.locator(".found").first().getByText("Listen").click();

    visit.sees("Listened to");
    visit.link("Back to the sources").click();
    assertThat(rows(visit, "Kaikante")).hasCount(1);
  }

  @Test
  void source_thatCannotHear_saysWhyInPlainWords(Stage stage, Visit visit) {
    String nowhere = stage.town.homeOf("Kaikante") + "no-such-feed.xml";
    add(stage, "feed", "Lost feed", Map.of("url", nowhere));

    visit.open("/sources");

    rows(visit, "Lost feed").first().click();
    Locator fault = visit.page.locator("aside .notice.fault");
    assertThat(fault).containsText("404");
    assertThat(fault).containsText("What is safe");
  }

  @Test
  void source_letRest_listensAgainWhenTold(Stage stage, Visit visit) {
    add(stage, "webhook", "Till", Map.of());
    visit.open("/sources");
    rows(visit, "Till").first().click();

    visit.button("Let it rest").click();
    assertThat(rows(visit, "Till").first()).containsText("Resting");
    visit.button("Listen again").click();

    assertThat(rows(visit, "Till").first()).not().containsText("Resting");
    assertThat(visit.button("Let it rest")).isVisible();
  }

  static JsonNode add(Stage stage, String kind, String name, Map<String, String> settings) {
    return stage.town.post(
        "/sources", Map.of("kind", kind, "name", name, "settings", settings, "everything", true));
  }

  private static Locator rows(Visit visit, String name) {
    return visit
        .page
        .locator(".sources-table tbody tr")
        .filter(new Locator.FilterOptions().setHasText(name));
  }
}
