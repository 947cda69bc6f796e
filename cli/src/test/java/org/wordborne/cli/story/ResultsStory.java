package org.wordborne.cli.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/// What it did: a campaign with a truth that the town's book knows, told with its interval, opened
/// down to the words, and sent on to a client.
@Story
class ResultsStory {
  @Test
  void campaign_measured_isToldWithItsIntervalAndItsWords(Visit visit) {
    var fern = FernFortnight.in(visit.stage.town);

    visit.open("/results");
    visit.field("Results of").selectOption(fern.id());
    visit.isAt("/results\\?campaign=.*");
    assertThat(visit.title()).containsText("glad voices that would not have been heard");
    visit.sees("Nine chances in ten it is between");
    visit.sees("Synthetic control");
    assertThat(visit.page.locator(".res-path > svg")).isVisible();
    visit.sees("Could it be chance?");
    visit.tourPicture("4-results");
    Locator row = visit.page.locator(".res-table tbody tr").first();
    assertThat(row).containsText("£");
    row.locator(".num").click();
    visit.page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.LINK).click();

    visit.isAt("/results/words.*");
    assertThat(visit.page.locator(".cut").first()).isVisible();
    assertThat(visit.page.locator(".cut").first()).containsText("fern");
  }

  @Test
  void turnover_theHalfMarathonFellOnTheSameDays_isNotIdentifiable(Visit visit) {
    var fern = FernFortnight.in(visit.stage.town);
    visit.open("/results?campaign=" + fern.id());

    visit.button("Add what happened").click();
    typed(visit, "What").fill("The half-marathon fell on the same days");
    visit.page.locator(".res-form select[name=measure]").selectOption("turnover");
    visit.page.locator(".res-form .btn.go").click();

    Locator row = visit.page.locator(".res-table tbody tr", containing("Turnover"));
    assertThat(row).containsText("Not identifiable.");
    assertThat(row).containsText("half-marathon");
    assertThat(visit.title()).containsText("glad voices");
  }

  @Test
  void paidFor_typedIn_standsBesideWithItsAssumption(Visit visit) {
    var fern = FernFortnight.in(visit.stage.town);
    visit.open("/results?campaign=" + fern.id());

    visit.button("Add what was paid").click();
    typed(visit, "What").fill("A quarter page in the Courier");
    typed(visit, "Amount").fill("240.00 GBP");
    typed(visit, "Responses it is assumed to have brought").fill("60");
    typed(visit, "Where that number is from").fill("the Courier's own rate card");
    visit.page.locator(".res-form .btn.go").click();

    Locator row = visit.page.locator("tr", containing("A quarter page"));
    assertThat(row).containsText("£240.00");
    assertThat(row).containsText("£4.00");
    assertThat(row).containsText("assumed: the Courier's own rate card");
    visit.tourPicture("4-beside");
  }

  @Test
  void report_sentToTheClient_isFrozenAndNeedsNoAccount(Visit visit) throws IOException {
    var fern = FernFortnight.in(visit.stage.town);
    visit.open("/results?campaign=" + fern.id());
    visit.button("Link for the client").click();
    visit.button("Make the link").click();
    String link =
        visit
            .page
            .getByRole(
                AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("The link").setExact(true))
            .inputValue();
    String said = visit.title().textContent();

    try (Visit client = visit.stage.stranger(Look.PHONE)) {
      client.page.navigate(link);
      assertThat(client.page.locator("h1")).containsText("glad voices");
      assertThat(client.page.locator("h1")).hasText(said);
      client.sees("Nothing here changes any more");
      assertThat(Axe.violations(client.page)).isEmpty();
      client.tourPicture("4-client");
      Download paper =
          client.page.waitForDownload(
              () -> client.page.getByRole(AriaRole.LINK).getByText("PDF").click());
      assertThat(Files.readString(paper.path(), java.nio.charset.StandardCharsets.ISO_8859_1))
          .startsWith("%PDF-");
      assertThat(client.foreign()).isEmpty();
    }
  }

  @Test
  void page_byAxeInBothLanguages_breaksNoGuideline(Stage stage) {
    var fern = FernFortnight.in(stage.town);
    for (Look look : new Look[] {Look.DESK, Look.PHONE}) {
      try (Visit visit = stage.visitor(look)) {
        visit.open("/results?campaign=" + fern.id());
        assertThat(visit.page.locator(".res-table").first()).isVisible();
        var found = new ArrayList<>(Axe.violations(visit.page));
        visit.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        found.addAll(Axe.colourViolations(visit.page));

        assertThat(found).isEmpty();
      }
    }
  }

  private static Locator typed(Visit visit, String label) {
    return visit
        .page
        .locator(".res-form")
        .getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
  }

  private static Page.LocatorOptions containing(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }
}
