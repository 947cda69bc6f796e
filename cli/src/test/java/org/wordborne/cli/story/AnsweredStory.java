package org.wordborne.cli.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The main thing: somebody asks, a person of the café answers, the one who asked is glad.
@Story
class AnsweredStory {
  private static final String ANSWER =
      "No, we are not closing: the lease runs for six more years. Whatever is booked with us stands"
          + " in the book by the till, in ink, cake and all. See you soon!";
  private static final String RUMOUR = "Is it true that the Lantern is closing";
  private static final double REACTS_WITHIN_MS = 60_000;

  @Test
  void question_answered_makesThePersonReact(Visit visit) {
    visit.open("/");
    assertThat(visit.title()).containsText(Pattern.compile("needs? you now|would like an answer"));
    assertThat(visit.page.locator(".qrow .reason.strong").first()).isVisible();

    String name = openAQuestion(visit);
    assertThat(visit.page.locator(".thread .say").first()).containsText(name);
    assertThat(visit.page.locator(".person-pane")).containsText(name);
    answer(visit);

    Locator reaction =
        visit
            .page
            .locator(".thread > .say.us ~ .say:not(.us):not(.note)")
            .filter(new Locator.FilterOptions().setHasText(name))
            .last();
    assertThat(reaction).isVisible(new IsVisibleOptions().setTimeout(REACTS_WITHIN_MS));
    if (Stage.PICTURES) {
      visit.page.locator(".queue-list").evaluate("list => list.scrollTo(0, 0)");
      visit.page.waitForTimeout(700);
      visit.picture("answered");
    }
  }

  /* Places that are told of an answer at once: the paper is asked only now and then. */
  private static String openAQuestion(Visit visit) {
    visit.link("Conversations").first().click();
    visit.field("Find in conversations").fill(RUMOUR);
    Locator row = rows(visit, Stage.PICTURES ? "Ana Kowalczyk" : "Alderwick").first();
    String name = row.locator(".who").innerText();
    row.click();
    visit.field("Find in conversations").fill("");
    return name;
  }

  private static Locator rows(Visit visit, String with) {
    return visit
        .page
        .locator(".qitem")
        .filter(new Locator.FilterOptions().setHasText(RUMOUR))
        .filter(new Locator.FilterOptions().setHasText(Pattern.compile("Forum|Noticeboard")))
        .filter(new Locator.FilterOptions().setHasText(with));
  }

  private static Locator said(Visit visit, String words) {
    return visit.page.locator(".thread .say").getByText(words).first();
  }

  private static void answer(Visit visit) {
    if (Stage.PICTURES) {
      // Father Emeka speaks up in this thread 75 s after the town began.
      assertThat(said(visit, "before we bury them"))
          .isVisible(new IsVisibleOptions().setTimeout(120_000));
    }
    Page.GetByLabelOptions whole = new Page.GetByLabelOptions().setExact(true);
    Locator box = visit.page.getByLabel("Your answer", whole);
    box.fill(ANSWER);
    box.press("Control+Enter");
    visit.sees("goes out in");
    assertThat(visit.page.locator(".thread .say.us").last()).containsText("in ink");
  }
}
