package org.wordborne.cli.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The pages hold words that are longer by four tenths, and the mirrored layout of languages
/// written from right to left.
@Story
class MirrorStory {
  private static final List<String> MAIN =
      List.of("now", "listen", "conversations", "people", "sources");

  @ParameterizedTest
  @CsvSource({"ar-XB, rtl, 390", "ar-XB, rtl, 1280", "en-XA, ltr, 390", "en-XA, ltr, 1280"})
  void mainPages_inLongWords_keepWithinTheWindow(
      String locale, String direction, int width, Stage stage) {
    var found = new ArrayList<String>();
    try (Visit visit = stage.visitor(new Look(width, 844, ColorScheme.LIGHT))) {
      var places = Pages.of(stage);
      for (String name : MAIN) {
        Pages.Place place = places.get(name);
        String and = place.path().contains("?") ? "&" : "?";
        visit.open(place.path() + and + "locale=" + locale);
        assertThat(visit.page.locator(place.shown()).first()).isAttached();
        assertThat(visit.page.locator("html")).hasAttribute("dir", direction);
        String wide =
            "Math.max(document.documentElement.scrollWidth, document.querySelector('main').scrollWidth"
                + " - document.querySelector('main').clientWidth + innerWidth) - innerWidth";
        int over = ((Number) visit.page.evaluate(wide)).intValue();
        if (over > 0) {
          found.add(name + " is " + over + " px too wide");
        }
        Axe.violations(visit.page).forEach(what -> found.add(name + ": " + what));
      }
    }
    assertThat(found).isEmpty();
  }
}
