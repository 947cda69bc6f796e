package org.wordborne.cli.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@Story
class PeopleStory {
  @Test
  void person_found_hasAPageOfTheirOwn(Visit visit) {
    visit.open("/people");
    visit.sees("names spoke of you.");
    visit.field("Find a person").fill("Wiebke");

    visit.link("Wiebke").first().click();

    assertThat(visit.title()).containsText(Pattern.compile("wiebke", Pattern.CASE_INSENSITIVE));
    visit.sees("What they said").sees("Trust").sees("Between us").sees("How they speak of you");
    assertThat(visit.page.locator(".person-main .cut").first()).isVisible();
  }
}
