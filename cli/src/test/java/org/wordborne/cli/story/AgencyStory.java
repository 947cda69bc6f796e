package org.wordborne.cli.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordborne.server.RunningServer;
import org.wordborne.server.ServerOptions;
import org.wordborne.server.ServerProcess;

/// An agency with two clients on one server: somebody is invited and comes in by another browser,
/// and two tabs stand in two workspaces without mixing.
class AgencyStory {
  private static final String MAIL = "ines@lantern.example";
  private static final String PASSWORD = "a lantern in the rain";
  @TempDir private static Path data;
  private static RunningServer server;
  private static Playwright playwright;
  private static Browser browser;

  @BeforeAll
  static void open() throws Exception {
    server = ServerProcess.start(ServerOptions.at(data).withPort(0));
    ask(
        "POST",
        "/session/code",
        "{\"code\":\"%s\",\"email\":\"%s\",\"password\":\"%s\",\"name\":\"Ines Okafor\"}"
            .formatted(server.oneTimeCode(), MAIL, PASSWORD));
    ask("PUT", "/workspace", "{\"name\":\"The Lantern\",\"brand\":\"The Lantern\"}");
    ask("POST", "/workspaces", "{\"name\":\"Harbour Books\"}");
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser = Chromium.launch(playwright);
  }

  @AfterAll
  static void close() {
    browser.close();
    playwright.close();
    server.close();
  }

  @Test
  void invitation_byLink_letsASecondBrowserInOnce() {
    try (BrowserContext owners = window(1280, 900);
        BrowserContext phone = window(390, 844);
        BrowserContext third = window(1280, 900)) {
      Page members = signIn(owners, "/settings/members");
      members.locator("form select").selectOption("analyst");
      button(members, "Make a link").click();
      String link = members.getByLabel("Link of the invitation").inputValue();
      assertThat(Axe.violations(members)).isEmpty();

      Page invited = phone.newPage();
      invited.navigate(link);
      assertThat(invited.getByText("You are invited to The Lantern")).isVisible();
      assertThat(Axe.violations(invited)).isEmpty();
      invited.getByLabel("E-mail").fill("ada@lantern.example");
      invited.getByLabel("Your name").fill("Ada Brook");
      invited.getByLabel("Password").fill(PASSWORD);
      button(invited, "Accept the invitation").click();
      assertThat(invited).hasURL(Pattern.compile(".*/now$"));

      members.reload();
      assertThat(members.getByLabel("Role of Ada Brook")).hasValue("analyst");
      Page late = third.newPage();
      late.navigate(link);
      assertThat(late.getByText("This invitation leads nowhere")).isVisible();
    }
  }

  @Test
  void token_madeOnAPhone_isShownOnceAndEnds() {
    try (BrowserContext owners = window(390, 844)) {
      Page tokens = signIn(owners, "/settings/tokens");
      tokens.getByLabel("What it is for").fill("reports");
      tokens.getByLabel("take data out").check();
      button(tokens, "Make the token").click();
      assertThat(tokens.getByLabel("The token", exactly())).hasValue(Pattern.compile(".{40,}"));
      assertThat(Axe.violations(tokens)).isEmpty();
      assertThat(tokens.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);

      tokens.reload();
      assertThat(tokens.getByText("see, export")).isVisible();
      assertThat(tokens.getByLabel("The token", exactly())).hasCount(0);
      button(tokens, "End the token reports").click();
      tokens.getByRole(AriaRole.DIALOG).getByText("End", exactText()).click();
      assertThat(tokens.getByText("No program acts for anybody here yet.")).isVisible();
    }
  }

  /// Arrow keys go through a list's entries, so choosing alone changes nothing.
  @Test
  void role_chosen_changesOnlyByTheButton() throws Exception {
    ask(
        "POST",
        "/members",
        "{\"email\":\"ben@lantern.example\",\"name\":\"Ben Hall\",\"role\":\"client\",\"password\":\""
            + PASSWORD
            + "\"}");
    try (BrowserContext owners = window(1280, 900)) {
      Page members = signIn(owners, "/settings/members");
      Locator role = members.getByLabel("Role of Ben Hall", exactly());
      role.selectOption("analyst");
      members.reload();
      assertThat(role).hasValue("client");

      role.selectOption("analyst");
      button(members, "Change the role of Ben Hall").click();
      assertThat(Axe.violations(members)).isEmpty();
      members.getByRole(AriaRole.DIALOG).getByText("Change the role", exactText()).click();
      assertThat(button(members, "Change the role of Ben Hall")).hasCount(0);
      members.reload();
      assertThat(role).hasValue("analyst");
    }
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  private static Locator.GetByTextOptions exactText() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  @Test
  void workspaces_inTwoTabs_neverMix() {
    try (BrowserContext owners = window(1280, 900)) {
      Page lantern = signIn(owners, "/settings/workspaces");
      Page harbour = owners.newPage();
      harbour.navigate(server.url() + "/w/harbour-books/settings/workspaces");
      assertThat(harbour.getByLabel("Name of the workspace")).hasValue("Harbour Books");

      harbour.getByLabel("Name of the workspace").fill("Harbour & Sons");
      harbour.getByLabel("Colour").fill("#ffff00");
      button(harbour, "Save").click();
      assertThat(harbour.getByText("its contrast is 1.0 to 1")).isVisible();
      harbour.getByLabel("Colour").fill("#1a7f5a");
      button(harbour, "Save").click();
      assertThat(harbour.getByText("Saved.")).isVisible();

      lantern.reload();
      assertThat(lantern.getByLabel("Name of the workspace")).hasValue("The Lantern");
      button(lantern, "Workspace The Lantern: go to another").click();
      assertThat(Axe.violations(lantern)).isEmpty();
      lantern
          .locator(".workplaces a", new Page.LocatorOptions().setHasText("Harbour & Sons"))
          .first()
          .click();
      assertThat(lantern).hasURL(Pattern.compile(".*/w/harbour-books/.*"));
      lantern.navigate(server.url() + "/all");
      assertThat(lantern.locator("h1")).containsText("2 clients");
      assertThat(Axe.violations(lantern)).isEmpty();
    }
  }

  private static void ask(String method, String path, String body) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create(server.url() + "/api/v1" + path))
              .header("Content-Type", "application/json")
              .method(method, BodyPublishers.ofString(body));
      if (!path.startsWith("/session")) {
        request.header("Authorization", "Bearer " + server.token());
      }
      var answer = http.send(request.build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    }
  }

  private static BrowserContext window(int width, int height) {
    BrowserContext window =
        browser.newContext(
            new NewContextOptions().setViewportSize(width, height).setLocale("en-GB"));
    window.setDefaultTimeout(30_000);
    return window;
  }

  private static Page signIn(BrowserContext window, String path) {
    Page page = window.newPage();
    page.navigate(server.url() + path);
    page.getByLabel("E-mail").fill(MAIL);
    page.getByLabel("Password").fill(PASSWORD);
    button(page, "Sign in").first().click();
    assertThat(page.locator(".settings-list")).isVisible();
    return page;
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }
}
