package org.wordborne.cli.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The API's page in the product: what it shows is called as it stands there.
@Story
class ApiPageStory {
  private static final Pattern ASKED = Pattern.compile("curl \"([^\"]+)\"");

  /// What no token of a machine may ask, or what this town has not.
  private static final Set<String> NOT_HERE =
      Set.of(
          "/api/v1/all/conversations",
          "/api/v1/me/sessions",
          "/api/v1/me/factors",
          "/api/v1/me/factors/company",
          "/api/v1/workspace/logo");

  @Test
  @SuppressWarnings("unchecked")
  void page_withAnOperationOpened_hasNoFaultAndItsExamplesWork(Visit visit, Stage stage)
      throws IOException, InterruptedException {
    visit.open("/docs/api#topics.list");
    assertThat(visit.page.locator(".api-one[open]")).hasCount(1);
    assertThat(visit.page.locator(".api-one[open]")).containsText("Lists topics.");
    assertThat(Axe.violations(visit.page)).isEmpty();

    var open = "() => document.querySelectorAll('.api-one').forEach((one) => { one.open = true })";
    visit.page.evaluate(open);
    assertThat(visit.page.locator(".api-one:not([open])")).hasCount(0);
    visit.page.waitForFunction(
        "document.querySelectorAll('.api-whole').length === document.querySelectorAll('.api-one').length");
    var texts =
        (List<String>)
            visit.page.evaluate(
                "[...document.querySelectorAll('pre[aria-label=curl]')].map((one) => one.textContent)");

    List<String> addresses = texts.stream().flatMap(text -> asked(text).stream()).toList();
    assertThat(addresses).hasSizeGreaterThan(50);
    var refused = new ArrayList<String>();
    for (String address : addresses) {
      int status = stage.town.status(address);
      if (status / 100 != 2) {
        refused.add(status + " " + address);
      }
    }
    assertThat(refused).isEmpty();
  }

  /* The address of an example that reads and names no single thing. */
  private static List<String> asked(String example) {
    Matcher found = ASKED.matcher(example);
    if (!found.find() || found.group(1).contains("01932f00-")) {
      return List.of();
    }
    String path = URI.create(found.group(1)).getPath();
    return NOT_HERE.contains(path) ? List.of() : List.of(found.group(1));
  }
}
