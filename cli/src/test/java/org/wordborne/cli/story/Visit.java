package org.wordborne.cli.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// One window on the product, with what its reader does and sees; it keeps what the browser
/// complained of and whom it called.
final class Visit implements AutoCloseable {
  /// The browser's own line on an answer of 400 to 499, which a wrong question rightly gets.
  private static final String REFUSED = "the server responded with a status of 4";

  final Stage stage;
  final Look look;
  final Page page;
  private final BrowserContext context;
  private final List<String> complaints = new ArrayList<>();
  private final List<String> foreign = new ArrayList<>();

  Visit(Stage stage, Look look, BrowserContext context) {
    this.stage = stage;
    this.look = look;
    this.context = context;
    page = context.newPage();
    page.onConsoleMessage(this::heard);
    page.onPageError(error -> complaints.add("thrown: " + error));
    context.onRequest(this::called);
  }

  private void heard(ConsoleMessage message) {
    if (message.type().equals("error") && !message.text().contains(REFUSED)) {
      complaints.add(message.text());
    }
  }

  private void called(Request request) {
    boolean own = request.url().startsWith(stage.town.url() + "/");
    if (!own && !request.url().matches("(data|blob|about):.*")) {
      foreign.add(request.url());
    }
  }

  /// Errors of the console and of scripts, and what the page's policy refused.
  List<String> complaints() {
    return complaints;
  }

  /// Addresses outside this server that the window asked for.
  List<String> foreign() {
    return foreign;
  }

  Visit open(String path) {
    page.navigate(stage.town.url() + path);
    return this;
  }

  Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  /// The button that is called so, letter by letter.
  Locator exactly(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator link(String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
  }

  Locator field(String label) {
    return page.getByLabel(label);
  }

  Locator title() {
    return page.locator("main h1");
  }

  Visit sees(String text) {
    assertThat(page.getByText(text).first()).isVisible();
    return this;
  }

  Visit isAt(String address) {
    assertThat(page).hasURL(Pattern.compile(".*" + address));
    return this;
  }

  Visit press(String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
    }
    return this;
  }

  /// Keeps what the window shows as a picture of the documents.
  void picture(String name) {
    Path file = Repository.root().resolve("docs/pictures/" + name + ".png");
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, page.screenshot());
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  /// Keeps a picture for the tour in `docs/stories`, when it is asked for by `-Dpictures=true`.
  void tourPicture(String name) {
    if (Stage.PICTURES) {
      page.waitForTimeout(500);
      photograph(Repository.root().resolve("docs/stories/" + name + ".png"));
    }
  }

  void photograph(Path file) {
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
  }

  @Override
  public void close() {
    context.close();
  }
}
