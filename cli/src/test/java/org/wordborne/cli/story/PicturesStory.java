package org.wordborne.cli.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Takes the pictures of the documents: `./mvnw -pl cli -am verify -Dpictures=true`.
@Story
@EnabledIfSystemProperty(named = "pictures", matches = "true")
class PicturesStory {
  private static final List<String> SHOWN =
      List.of("now", "listen", "conversation", "topics", "sources", "people");
  private static final List<String> ON_A_PHONE = List.of("now", "conversation", "listen");

  @Test
  void pages_photographed_standInTheDocuments(Stage stage) {
    photograph(stage, Look.DESK, SHOWN);
    photograph(stage, Look.DESK.dark(), SHOWN);
    photograph(stage, Look.PHONE, ON_A_PHONE);
    photograph(stage, Look.PHONE.dark(), ON_A_PHONE);
  }

  private static void photograph(Stage stage, Look look, List<String> names) {
    Map<String, Pages.Place> pages = Pages.of(stage);
    try (Visit visit = stage.visitor(look)) {
      for (String name : names) {
        Pages.Place place = pages.get(name);
        visit.open(place.path());
        assertThat(visit.page.locator(place.shown()).first()).isVisible();
        visit.page.waitForTimeout(1_500);
        visit.picture(name + "-" + look.word());
      }
    }
  }
}
