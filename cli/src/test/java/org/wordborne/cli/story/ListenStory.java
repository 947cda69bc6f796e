package org.wordborne.cli.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@Story
class ListenStory {
  private static final Pattern FOUND = Pattern.compile("[\\d,]+ mentions? by [\\d,]+ people");

  @Test
  void search_withFilter_leavesWhatFits(Visit visit) {
    visit.open("/listen");
    ask(visit, "lantern");
    assertThat(visit.page.locator(".found-line")).containsText(FOUND);
    String all = visit.page.locator(".found-line p").innerText();

    visit.field("Complains").check();

    visit.isAt("intent=complaint.*");
    assertThat(visit.page.locator(".found-line p")).not().hasText(all);
    assertThat(visit.page.locator(".stream .marks").first()).containsText("complaint");
    assertThat(visit.page.locator(".histogram svg")).isVisible();
  }

  @Test
  void search_fieldMisspelt_showsItsPlaceAndAWayOut(Visit visit) {
    visit.open("/listen");

    ask(visit, "lantern folowers:>10");

    assertThat(visit.page.getByRole(AriaRole.ALERT)).containsText("folowers");
    assertThat(visit.page.getByRole(AriaRole.ALERT)).containsText("followers");
    assertThat(visit.page.locator(".query-box u").first()).containsText("folowers");
  }

  @Test
  void word_inALanguageWithoutAModel_isNamedAndNotJudged(Visit visit) {
    visit.open("/listen?query=zapytaj");

    visit.sees("Polish: not judged").sees("Why no judgement?");

    assertThat(visit.page.locator(".stream .marks").first()).not().containsText("Unsure");
  }

  @Test
  void judgement_correctedInOneClick_canBeUndone(Visit visit) {
    visit.open("/listen?query=lantern&sentiment=negative");
    visit.sees("Why negative?");
    Locator why = visit.page.locator("#why");

    why.getByRole(AriaRole.BUTTON, named("Mixed")).click();
    assertThat(why).containsText("You put this one right.");
    assertThat(visit.page.locator(".cut.on .marks")).containsText("corrected by you");

    visit.press("z");
    assertThat(why).not().containsText("You put this one right.");
    assertThat(why).containsText("Why negative?");
  }

  @Test
  void town_speaksOn_newWordsGatherAboveTheList(Visit visit) {
    visit.open("/listen");
    Locator fresh = visit.button("new word").first();
    assertThat(fresh).isVisible(new IsVisibleOptions().setTimeout(90_000));
    String before = visit.page.locator(".stream > li").first().getAttribute("data-mention");

    fresh.click();

    assertThat(visit.page.locator(".stream > li").first())
        .not()
        .hasAttribute("data-mention", before);
  }

  @Test
  void question_kept_standsInTheEditorOfATopic(Visit visit) {
    visit.open("/listen");
    ask(visit, "\"oat milk\" OR hafermilch");

    visit.link("Keep as a topic").click();

    visit.isAt("/topics/new.*");
    assertThat(visit.page.locator(".editor textarea")).hasValue("\"oat milk\" OR hafermilch");
    visit.sees("What it would have heard").sees("A sample");
  }

  private static void ask(Visit visit, String question) {
    visit.field("Query").fill(question);
    visit.field("Query").press("Enter");
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }
}
