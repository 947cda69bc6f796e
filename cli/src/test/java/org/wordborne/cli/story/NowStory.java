package org.wordborne.cli.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The first page when something is the matter: the alarm stands above the queue, until somebody
/// has it.
@Story
class NowStory {

  @Test
  void alarm_nobodyHasYet_standsAboveTheQueueUntilTaken(Visit visit) {
    var town = visit.stage.town;
    var rule = town.get("/watch/rules").path("rules").path(0).path("id").asString();
    visit.open("/now");
    assertThat(visit.page.locator("ol .qrow").first()).isVisible();

    town.post("/watch/rules/" + rule + "/test", Map.of());
    Locator alarms =
        visit
            .page
            .locator(".now-alarms .alarm")
            .filter(new Locator.FilterOptions().setHasText("only a test"));
    assertThat(alarms).hasCount(1);
    assertThat(visit.page.locator("h1"))
        .containsText(Pattern.compile("alarms? that nobody has yet"));
    assertThat(Axe.violations(visit.page)).isEmpty();

    alarms.getByText("I have it").click();
    assertThat(alarms).hasCount(0);
  }
}
