package org.wordborne.cli.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A program is to be told: from its address to the first line of its log.
@Story
class WebhooksStory {

  @Test
  void webhook_addedTestedAndPaused_showsItsSecretOnceAndItsLog(Visit visit) {
    visit.open("/settings/webhooks");
    visit.button("Add a webhook").click();
    visit.page.getByLabel("Name").fill("Till");
    visit.page.getByLabel("Address").fill("https://till.example.invalid/told");
    visit.page.getByLabel("a word was heard").check();
    visit.page.getByLabel("Only words that satisfy").fill("sentiment:negative");
    visit.exactly("Add").click();

    Locator secret = visit.page.locator(".hook-secret");
    assertThat(secret).hasText(Pattern.compile("whsec_.{40,}"));
    visit.exactly("I have it").click();
    assertThat(secret).hasCount(0);

    Locator till =
        visit.page.locator(".hook").filter(new Locator.FilterOptions().setHasText("till.example"));
    assertThat(till).containsText("word.heard");
    till.getByText("Send a test").click();
    till.getByText("Log", new Locator.GetByTextOptions().setExact(true)).click();
    assertThat(till.locator(".hook-log tbody tr").first()).containsText("test");
    assertThat(Axe.violations(visit.page)).isEmpty();

    till.getByText("Pause", new Locator.GetByTextOptions().setExact(true)).click();
    assertThat(till).containsText("What happens meanwhile waits.");
    till.getByText("Let it go on").click();
    assertThat(till.getByText("Pause", new Locator.GetByTextOptions().setExact(true))).isVisible();
  }
}
