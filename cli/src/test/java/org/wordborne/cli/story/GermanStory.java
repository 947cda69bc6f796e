package org.wordborne.cli.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The pages speak German as well, each of them and wholly.
@Story
class GermanStory {
  /// Texts and labels that are the name of a text instead of the text.
  private static final String KEY_NAMES =
      """
      () => {
        const texts = [];
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walk.nextNode()) texts.push(walk.currentNode.nodeValue.trim());
        for (const one of document.querySelectorAll('[aria-label], [title], [placeholder]'))
          for (const name of ['aria-label', 'title', 'placeholder'])
            texts.push((one.getAttribute(name) ?? '').trim());
        const names = /^(shell|words|signin|now|listen|conversations|topics|sources|people|person|firstrun)\\.[\\w.-]+$/;
        return texts.filter((text) => names.test(text) || /\\{\\w+\\}/.test(text));
      }
      """;

  @Test
  void language_switched_everyPageSpeaksGerman(Stage stage, Visit visit) {
    visit.open("/now");
    visit.page.locator(".me").click();
    visit.button("Deutsch").click();
    assertThat(visit.page.locator("html")).hasAttribute("lang", "de");
    var leaks = new ArrayList<String>();

    Pages.of(stage)
        .forEach(
            (name, place) -> {
              visit.open(place.path());
              assertThat(visit.page.locator(place.shown()).first()).isAttached();
              leaks.addAll(keyNames(visit));
              if (!name.equals("first-run")) {
                assertThat(visit.page.locator("nav.contents")).containsText("Zuhören");
              }
            });

    backToEnglish(visit);
    assertThat(leaks).isEmpty();
  }

  @Test
  void query_wrong_isExplainedInGerman(Visit visit) {
    visit.open("/now");
    visit.page.locator(".me").click();
    visit.button("Deutsch").click();
    assertThat(visit.page.locator("html")).hasAttribute("lang", "de");

    visit.open("/topics/new");
    visit.page.locator(".editor textarea").fill("lantern AND (oat");

    visit.sees("Diese ( wird nie geschlossen.");
    backToEnglish(visit);
  }

  /* The language is kept with the person, whom the other stories share. */
  private static void backToEnglish(Visit visit) {
    visit.open("/now");
    visit.page.locator(".me").click();
    visit.button("English").click();
    assertThat(visit.page.locator("html")).hasAttribute("lang", "en");
  }

  @SuppressWarnings("unchecked")
  private static List<String> keyNames(Visit visit) {
    return (List<String>) visit.page.evaluate(KEY_NAMES);
  }
}
