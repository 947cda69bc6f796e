package org.wordborne.cli.story;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.Map;
import java.util.regex.Pattern;
import org.wordborne.cli.LivingTown;

/// Where all stories are played, set once: the living town, its server, one browser.
final class Stage implements AutoCloseable {
  static final boolean PICTURES = Boolean.getBoolean("pictures");
  private static final double PATIENCE_MS = 30_000;
  private static final int SHORT_PAST = 7;
  private static final int WHOLE_PAST = 28;
  private static final Pattern QUIET_ADDRESS = Pattern.compile(".*/now$");

  final LivingTown town;
  private final Playwright playwright;
  private final Browser browser;
  private final String signedIn;

  Stage() {
    this(java.time.InstantSource.system());
  }

  /// One whose town and server live by another clock.
  Stage(java.time.InstantSource clock) {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    var noDownload = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    playwright = Playwright.create(new Playwright.CreateOptions().setEnv(noDownload));
    browser = Chromium.launch(playwright);
    town = new LivingTown(PICTURES ? WHOLE_PAST : SHORT_PAST, clock);
    signedIn = openTheDoor();
  }

  /* The code in the address is good once: who opens it is in, and it leaves the address. */
  private String openTheDoor() {
    try (BrowserContext context = browser.newContext(new NewContextOptions().setLocale("en-GB"))) {
      Page page = patient(context).newPage();
      page.navigate(town.address());
      PlaywrightAssertions.assertThat(page).hasURL(QUIET_ADDRESS);
      PlaywrightAssertions.assertThat(page.locator("ol .qrow").first()).isVisible();
      return context.storageState();
    }
  }

  /// A window of a person who has signed in.
  Visit visitor(Look look) {
    return visit(look, window(look).setStorageState(signedIn));
  }

  /// A window of somebody who has not.
  Visit stranger(Look look) {
    return visit(look, window(look));
  }

  private Visit visit(Look look, NewContextOptions window) {
    return new Visit(this, look, patient(browser.newContext(window)));
  }

  private static NewContextOptions window(Look look) {
    return new NewContextOptions()
        .setViewportSize(look.width(), look.height())
        .setColorScheme(look.scheme())
        .setHasTouch(look.phone())
        .setLocale("en-GB")
        .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE);
  }

  private static BrowserContext patient(BrowserContext context) {
    context.setDefaultTimeout(PATIENCE_MS);
    return context;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
    town.close();
  }
}
