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
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.wordborne.cli.TownSample;
import org.wordborne.server.RunningServer;
import org.wordborne.server.ServerOptions;
import org.wordborne.server.ServerProcess;

/// From an empty folder to the first words: in the sample, and with a source of one's own by keys
/// alone.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstRunStory {
  private static final double LONG = 120_000;
  @TempDir private static Path data;
  private static HttpServer feed;
  private static RunningServer server;
  private static Playwright playwright;
  private static Browser browser;
  private static BrowserContext window;
  private static Page page;

  @BeforeAll
  static void open() throws IOException {
    feed = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] said = feed().getBytes(StandardCharsets.UTF_8);
    feed.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
          exchange.sendResponseHeaders(200, said.length);
          try (exchange) {
            exchange.getResponseBody().write(said);
          }
        });
    feed.start();
    server =
        ServerProcess.start(
            ServerOptions.at(data)
                .withPort(0)
                .withSample(new TownSample())
                .withAllowPrivate(List.of(place())));
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser = Chromium.launch(playwright);
    window =
        browser.newContext(new NewContextOptions().setViewportSize(1280, 900).setLocale("en-GB"));
    window.setDefaultTimeout(30_000);
    page = window.newPage();
  }

  @AfterAll
  static void close() {
    browser.close();
    playwright.close();
    server.close();
    feed.stop(0);
  }

  @Test
  @Order(1)
  void owner_lookingAroundTheSample_hearsItOnNowAndRemovesItByOneClick() {
    page.navigate(server.address());
    page.getByLabel("Your name").fill("Ines Okafor");
    page.getByLabel("E-mail").fill("ines@juniper.example");
    page.getByLabel("Password").fill("a lantern in the rain");
    button("Become the owner").click();
    assertThat(page.locator("main h1")).hasText("Whom shall we listen for?");
    assertThat(Axe.violations(page)).isEmpty();

    button("Look around the sample").click();

    assertThat(page.locator(".qrow").first())
        .isVisible(
            new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                .setTimeout(LONG));
    assertThat(page).hasURL(Pattern.compile(".*/w/[a-z-]+/now"));
    assertThat(page.locator(".sample")).containsText("This is a sample.");
    assertThat(Axe.violations(page)).isEmpty();

    button("Remove the sample").click();

    assertThat(page.locator("main h1")).hasText("Whom shall we listen for?");
    assertThat(button("Look around the sample")).isVisible();
  }

  @Test
  @Order(2)
  void owner_byKeysAlone_endsOnNowWithWhatTheFirstSourceBrought() {
    page.navigate(server.url() + "/");
    assertThat(page.getByLabel("Name, as people write it")).isFocused();
    page.keyboard().type("Juniper Bakery");
    tabTo(page.getByLabel("Address"));
    page.keyboard().type("http://" + place() + "/");
    page.keyboard().press("Enter");
    Locator listen =
        page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Listen").setExact(true));
    assertThat(listen).isVisible();
    tabTo(listen);
    page.keyboard().press("Enter");
    assertThat(page.locator(".first-taken li")).hasCount(1);
    tabTo(button("Start listening"));
    page.keyboard().press("Enter");

    assertThat(page).hasURL(Pattern.compile(".*/now$"));
    assertThat(page.getByText("Does the Juniper Bakery open on Sunday?").first()).isVisible();
    assertThat(Axe.violations(page)).isEmpty();
  }

  @Test
  @Order(3)
  void language_chosenOnTheYouPage_isSpokenAtOnceAndTypedTextStays() {
    page.navigate(server.url() + "/settings/you");
    page.locator("input[autocomplete=name]").fill("Ines O.");
    page.evaluate("window.sameDocument = true");

    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Deutsch")).click();

    assertThat(page.locator("html")).hasAttribute("lang", "de");
    assertThat(page.locator("nav.contents")).containsText("Zuhören");
    assertThat(page.locator("input[autocomplete=name]")).hasValue("Ines O.");
    assertThat((Boolean) page.evaluate("window.sameDocument === true")).isTrue();
  }

  private static void tabTo(Locator wanted) {
    for (int i = 0;
        i < 40 && !(Boolean) wanted.evaluate("it => it === document.activeElement");
        i++) {
      page.keyboard().press("Tab");
    }
    assertThat(wanted).isFocused();
  }

  private static Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  private static String place() {
    return "127.0.0.1:" + feed.getAddress().getPort();
  }

  private static String feed() {
    String now = ZonedDateTime.now(ZoneOffset.UTC).format(DateTimeFormatter.RFC_1123_DATE_TIME);
    return """
        <?xml version="1.0"?><rss version="2.0"><channel><title>Town talk</title>
        <link>http://talk.example/</link><description>Talk</description>
        <item><guid>g1</guid><link>http://talk.example/1</link>
        <title>Does the Juniper Bakery open on Sunday?</title>
        <description>Does the Juniper Bakery open on Sunday? I want to order a cake.</description>
        <pubDate>%s</pubDate></item></channel></rss>
        """
        .formatted(now);
  }
}
