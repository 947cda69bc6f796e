package org.wordborne.cli.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/// Without a mouse.
@Story
class KeyboardStory {
  @Test
  void letters_onListen_walkAskWhyAndAnswer(Visit visit) {
    visit.open("/now");
    assertThat(visit.page.locator(".qrow").first()).isVisible();

    visit.press("g", "l").isAt("/listen");
    Locator chosen = visit.page.locator(".stream .cut.on .voice");
    assertThat(chosen).isVisible();
    String first = chosen.innerText();
    visit.press("j");
    assertThat(chosen).not().hasText(first);
    visit.press("k");
    assertThat(chosen).hasText(first);
    visit.press("w");
    assertThat(visit.page.locator("#why")).isVisible();

    visit.press("r").isAt("/conversations/.+");
  }

  @Test
  void questionMark_anywhere_listsTheKeys(Visit visit) {
    visit.open("/topics");
    assertThat(visit.page.locator(".topic-table")).isVisible();

    visit.press("?").sees("go to Conversations");

    visit.press("Escape");
    assertThat(visit.page.locator(".key-groups")).hasCount(0);
  }

  @Test
  void palette_typedInto_leadsToAPage(Visit visit) {
    visit.open("/now");
    assertThat(visit.page.locator(".qrow").first()).isVisible();

    visit.press("Control+k");
    visit.page.keyboard().type("sour");
    assertThat(visit.page.locator(".pal [role=menuitem]").first()).isVisible();
    visit.page.locator(".pal").getByText("Sources", exactly()).press("Enter");

    visit.isAt("/sources");
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }
}
