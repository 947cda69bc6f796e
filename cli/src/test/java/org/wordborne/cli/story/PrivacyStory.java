package org.wordborne.cli.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@Story
class PrivacyStory {
  private static final String NAME = "Quilla Zuvex";

  @Test
  void person_whoAsksForIt_isErasedFromTheirPageToTheLastTrace(Stage stage, Visit visit)
      throws Exception {
    var source = SourcesStory.add(stage, "webhook", "Quay board", Map.of());
    HostileStory.send(
        source.path("webhookUrl").asString(),
        source.path("secret").asString(),
        JsonMapper.shared()
            .writeValueAsString(
                Map.of(
                    "id",
                    "q1",
                    "text",
                    "Why is the lantern closed so early, asks the quay?",
                    "author",
                    Map.of("id", "quilla", "name", NAME))));
    visit.open("/people");
    visit.field("Find a person").fill(NAME);
    visit.link(NAME).first().click();

    visit.link("Erase").click();
    visit.sees("What is kept of them");
    visit.field("How they showed that it is they").fill("posted our code there");
    visit.button("Write it down").click();
    visit.sees("posted our code there");
    visit.exactly("Erase").first().click();
    visit.field("Type “" + NAME + "” to go on").fill(NAME);
    visit.exactly("Erase " + NAME).click();

    visit.sees("somebody forgotten");
    visit.sees("done ");
    visit.open("/people");
    visit.field("Find a person").fill(NAME);
    assertThat(visit.link(NAME)).hasCount(0);
  }

  @Test
  void keptTime_shorter_saysFirstWhatWouldGo(Visit visit) {
    visit.open("/settings/privacy");

    visit.field("Months from when they were heard").fill("12");
    visit.exactly("Save").click();

    visit.sees("Saved.");
  }
}
