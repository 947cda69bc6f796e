package org.wordborne.cli.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every page can be used by everybody: axe finds nothing against WCAG 2.2 AA, in light and dark,
/// at a desk and on a phone.
@Story
class EyesStory {
  @ParameterizedTest(name = "phone: {0}")
  @ValueSource(booleans = {false, true})
  void everyPage_lookedAtByAxe_breaksNoGuideline(boolean phone, Stage stage) {
    Look look = phone ? Look.PHONE : Look.DESK;
    var found = new ArrayList<String>();

    try (Visit visit = stage.visitor(look)) {
      Pages.of(stage).forEach((name, place) -> found.addAll(lookAt(visit, name, place)));
    }

    assertThat(found).isEmpty();
  }

  @Test
  void door_lookedAtByAxe_breaksNoGuideline(Stage stage) {
    try (Visit visit = stage.stranger(Look.PHONE)) {
      List<String> found = lookAt(visit, "sign-in", new Pages.Place("/", ".door form"));

      assertThat(found).isEmpty();
    }
  }

  @Test
  void layers_lookedAtByAxe_breakNoGuideline(Visit visit) {
    visit.open("/now");
    assertThat(visit.page.locator(".qrow").first()).isVisible();
    visit.press("?");
    visit.sees("go to Listen");
    var found = new ArrayList<>(Axe.violations(visit.page));
    visit.press("Escape", "Control+k");
    assertThat(visit.page.locator(".pal [role=menuitem]").first()).isVisible();
    found.addAll(Axe.violations(visit.page));

    assertThat(found).isEmpty();
  }

  private static List<String> lookAt(Visit visit, String name, Pages.Place place) {
    visit.open(place.path());
    assertThat(visit.page.locator(place.shown()).first()).isAttached();
    var found = new ArrayList<>(Axe.violations(visit.page));
    dress(visit, ColorScheme.DARK);
    found.addAll(Axe.colourViolations(visit.page));
    dress(visit, ColorScheme.LIGHT);
    found.replaceAll(what -> name + ": " + what);
    return found;
  }

  private static void dress(Visit visit, ColorScheme scheme) {
    visit.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
  }
}
