package org.wordborne.cli.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.wordborne.server.RunningServer;
import org.wordborne.server.ServerOptions;
import org.wordborne.server.ServerProcess;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.Workspaces;
import tools.jackson.databind.json.JsonMapper;

/// A second factor and a passkey as a person sets them up and uses them, in a real browser; the
/// device that makes codes is in this test, the one that holds the passkey in the browser.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SignInStory {
  private static final String MAIL = "ines@lantern.example";
  private static final String PASSWORD = "a lantern in the rain";
  private static final Pattern SECURITY = Pattern.compile(".*/settings/security$");
  @TempDir private static Path data;
  private static RunningServer server;
  private static Playwright playwright;
  private static Browser browser;
  private static String secret = "";
  private static List<String> paper = List.of();
  private static String device = "";

  @BeforeAll
  static void open() throws Exception {
    server = ServerProcess.start(ServerOptions.at(data).withPort(0));
    String owner =
        "{\"code\":\"%s\",\"email\":\"%s\",\"password\":\"%s\",\"name\":\"Ines Okafor\"}"
            .formatted(server.oneTimeCode(), MAIL, PASSWORD);
    try (var http = HttpClient.newHttpClient()) {
      var made =
          http.send(
              HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/session/code"))
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString(owner))
                  .build(),
              BodyHandlers.ofString());
      assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
    }
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
  @Order(1)
  void codes_setUp_areShownOnceWithThoseOnPaper() {
    try (BrowserContext window = window(1280, 900, ColorScheme.LIGHT)) {
      Page page = signIn(window, server.url());
      button(page, "Set up a device").click();
      page.getByLabel("Your password", exactly()).fill(PASSWORD);
      button(page, "Go on").click();
      secret = page.locator(".secret").textContent().replace(" ", "");
      assertThat(page.getByAltText("A code for the camera")).isVisible();
      assertThat(Axe.violations(page)).isEmpty();

      page.getByLabel("The code that the device shows now").fill(code(0));
      button(page, "Turn codes on").click();

      Locator codes = page.locator(".paper-codes li");
      assertThat(codes).hasCount(10);
      paper = codes.allTextContents();
      assertThat(Axe.violations(page)).isEmpty();
      button(page, "I have kept them").click();
      assertThat(page.getByText("10 recovery codes are left.")).isVisible();
    }
  }

  @Test
  @Order(2)
  void signIn_withCodes_asksTheSecondProofOnAPhoneInTheDark() {
    try (BrowserContext window = window(390, 844, ColorScheme.DARK)) {
      Page page = door(window, server.url());
      password(page);
      assertThat(page.getByText("One more proof")).isVisible();
      assertThat(Axe.violations(page)).isEmpty();
      page.getByLabel("Code").fill("000000");
      button(page, "Sign in").first().click();
      assertThat(page.getByText("this code is wrong, or was used before")).isVisible();

      page.reload();
      page.getByLabel("Code").fill(code(1));
      button(page, "Sign in").first().click();

      assertThat(page.getByText("A device makes codes for you")).isVisible();
      assertThat(page).hasURL(SECURITY);
      assertThat(Axe.violations(page)).isEmpty();
    }
  }

  @Test
  @Order(3)
  void signIn_withPaper_usesTheCodeUp() {
    try (BrowserContext window = window(1280, 900, ColorScheme.LIGHT)) {
      Page page = door(window, server.url());
      password(page);
      page.getByLabel("Code").fill(paper.getFirst().toUpperCase(Locale.ROOT));
      button(page, "Sign in").first().click();

      assertThat(page.getByText("9 recovery codes are left.")).isVisible();
    }
  }

  @Test
  @Order(4)
  void passkey_made_letsInWithoutPasswordAndCode() {
    String named = server.url().replace("127.0.0.1", "localhost");
    try (BrowserContext window = window(1280, 900, ColorScheme.LIGHT)) {
      Page page = door(window, named);
      CDPSession browser = addDevice(window, page);
      password(page);
      page.getByLabel("Code").fill(paper.get(1));
      button(page, "Sign in").first().click();
      button(page, "Add a passkey").click();
      page.getByLabel("What you call it").fill("this desk");
      page.getByLabel("Your password", exactly()).fill(PASSWORD);
      button(page, "Make the passkey").click();
      assertThat(page.getByText("this desk")).isVisible();
      assertThat(page.getByText("not used yet")).isVisible();
      assertThat(Axe.violations(page)).isEmpty();

      presence(browser, false);
      window.clearCookies();
      page.navigate(named + "/settings/security");
      Locator door = button(page, "Sign in with a passkey");
      assertThat(door).isVisible();
      assertThat(Axe.violations(page)).isEmpty();
      presence(browser, true);
      door.click();

      assertThat(page.getByText("this desk")).isVisible();
      assertThat(page.getByText("not used yet")).isHidden();
    }
  }

  @Test
  @Order(5)
  void link_ofALostPassword_changesNothingBeforeTheButton() throws Exception {
    String link = ask("POST", "/server/accounts/reset", "{\"email\":\"" + MAIL + "\"}", "link");
    try (BrowserContext window = window(390, 844, ColorScheme.LIGHT)) {
      Page page = window.newPage();
      page.navigate(link);
      assertThat(page.getByText("Choose a new password")).isVisible();
      assertThat(page).not().hasURL(Pattern.compile(".*code=.*"));
      page.reload();
      assertThat(page.getByText("wordborne user reset")).isVisible();
      page.navigate("about:blank");
      page.navigate(link);
      assertThat(Axe.violations(page)).isEmpty();
      page.getByLabel("New password").fill("another lantern in the rain");
      button(page, "Set the password").click();
      assertThat(page.getByText("The password is set.")).isVisible();
    }
  }

  @Test
  @Order(6)
  void workspace_thatAsksASecondFactor_showsNothingElseBefore() throws Exception {
    String ruth = "ruth@lantern.example";
    ask(
        "POST",
        "/members",
        "{\"email\":\"%s\",\"password\":\"%s\",\"role\":\"analyst\"}".formatted(ruth, PASSWORD),
        "id");
    demand();
    try (BrowserContext window = window(390, 844, ColorScheme.DARK)) {
      Page page = door(window, server.url());
      page.getByLabel("E-mail").fill(ruth);
      page.getByLabel("Password").fill(PASSWORD);
      button(page, "Sign in").first().click();
      assertThat(page.getByText("This workspace asks for a second factor.")).isVisible();
      assertThat(Axe.violations(page)).isEmpty();

      button(page, "Set up a device").click();
      page.getByLabel("Your password", exactly()).fill(PASSWORD);
      button(page, "Go on").click();
      secret = page.locator(".secret").textContent().replace(" ", "");
      page.getByLabel("The code that the device shows now").fill(code(0));
      button(page, "Turn codes on").click();
      button(page, "I have kept them").click();

      assertThat(page).hasURL(SECURITY);
      assertThat(page.getByText("Where you are signed in")).isVisible();
    }
  }

  private static void demand() {
    var workspace = server.bean(Workspaces.class).first();
    server
        .bean(Transactions.class)
        .run(
            Scope.of(workspace),
            jdbc -> jdbc.sql("update workspace set second_factor = true").update());
  }

  private static String ask(String method, String path, String body, String member)
      throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var answer =
          http.send(
              HttpRequest.newBuilder(URI.create(server.url() + "/api/v1" + path))
                  .header("Authorization", "Bearer " + server.token())
                  .header("Content-Type", "application/json")
                  .method(method, BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
      return JsonMapper.shared().readTree(answer.body()).path(member).asString();
    }
  }

  private static BrowserContext window(int width, int height, ColorScheme scheme) {
    return browser.newContext(
        new NewContextOptions()
            .setViewportSize(width, height)
            .setColorScheme(scheme)
            .setLocale("en-GB"));
  }

  private static Page door(BrowserContext window, String url) {
    window.setDefaultTimeout(30_000);
    Page page = window.newPage();
    page.navigate(url + "/settings/security");
    assertThat(page.getByLabel("E-mail")).isVisible();
    return page;
  }

  private static Page signIn(BrowserContext window, String url) {
    Page page = door(window, url);
    assertThat(Axe.violations(page)).isEmpty();
    password(page);
    assertThat(page).hasURL(SECURITY);
    return page;
  }

  private static void password(Page page) {
    page.getByLabel("E-mail").fill(MAIL);
    page.getByLabel("Password").fill(PASSWORD);
    button(page, "Sign in").first().click();
  }

  /* Chromium's own authenticator: the finger is laid on it only when the test says so. */
  private static CDPSession addDevice(BrowserContext window, Page page) {
    CDPSession session = window.newCDPSession(page);
    session.send("WebAuthn.enable");
    var options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    var wanted = new JsonObject();
    wanted.add("options", options);
    device =
        session
            .send("WebAuthn.addVirtualAuthenticator", wanted)
            .get("authenticatorId")
            .getAsString();
    return session;
  }

  private static void presence(CDPSession session, boolean there) {
    var wanted = new JsonObject();
    wanted.addProperty("authenticatorId", device);
    wanted.addProperty("enabled", there);
    session.send("WebAuthn.setAutomaticPresenceSimulation", wanted);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  /// The device: RFC 6238 by the platform's HMAC and a reading of base 32 of its own.
  private static String code(int stepsOn) {
    var key = ByteBuffer.allocate(20);
    long held = 0;
    int bits = 0;
    for (char letter : secret.toCharArray()) {
      held = held << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        key.put((byte) (held >> bits));
      }
    }
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key.array(), "HmacSHA1"));
      long step = Instant.now().getEpochSecond() / 30 + stepsOn;
      byte[] made = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
      int from = made[19] & 15;
      return "%06d".formatted((ByteBuffer.wrap(made).getInt(from) & 0x7fffffff) % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
