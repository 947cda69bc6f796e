package org.wordborne.cli.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

@Story
class TopicsStory {
  @Test
  void topic_written_showsWhatItWouldHaveHeardAndIsKept(Visit visit) {
    visit.open("/topics/new");

    visit.field("Name").fill("The ramp");
    write(visit, "lantern NEAR/9 (ramp OR rampe)");
    visit.sees("What it would have heard").sees("A sample");
    visit.button("Save and listen").click();

    visit.sees("“The ramp” is listened for.").isAt("/topics/[0-9a-f-]{36}");
    visit.open("/topics");
    assertThat(visit.link("The ramp")).isVisible();
  }

  @Test
  void topic_withAWrongQuery_showsThePlaceAndIsNotKept(Visit visit) {
    visit.open("/topics/new");

    visit.field("Name").fill("Wrong");
    write(visit, "lantern AND (oat");

    assertThat(visit.page.getByRole(AriaRole.ALERT)).isVisible();
    assertThat(visit.page.locator(".editor .err").first()).isVisible();
    assertThat(visit.button("Save and listen")).isDisabled();
    visit.sees("Mend the query first.");
  }

  private static void write(Visit visit, String query) {
    visit.page.locator(".editor textarea").fill(query);
  }
}
