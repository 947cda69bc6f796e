package org.wordborne.cli.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A contest with prizes, from its beginning to the last claim: a hundred people of the town enter,
/// a ring among them; a person decides without names; a number that did not exist draws.
///
/// On a stage of its own, whose clock is moved on: a draw waits for at least five minutes.
@Tag("second-stage")
class ContestStory {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);
  private static final InstantSource CLOCK =
      () -> InstantSource.system().instant().plus(AHEAD.get());
  private static final double LATER = 60_000;

  private static Stage stage;

  @BeforeAll
  static void open() {
    stage = new Stage(CLOCK);
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @Test
  void contest_fromTheBriefToTheLastClaim() throws Exception {
    try (Visit visit = stage.visitor(Look.DESK);
        Visit stranger = stage.stranger(Look.PHONE)) {
      String id = campaign();
      prizesOnThePage(visit, id);
      signedAndStarted(id);
      JsonNode contest = stage.town.get("/campaigns/" + id + "/contest");
      publicPage(stranger, contest);
      List<JsonNode> entered = everybodyEnters(contest);
      flags(visit, id, entered);
      closed(stranger, id, contest);
      drawn(visit, stranger, id, contest);
      claims(visit, stranger, id, entered);
      assertThat(visit.complaints()).as("complaints of the browser").isEmpty();
      assertThat(visit.foreign()).as("addresses outside the server").isEmpty();
    }
  }

  private static String campaign() {
    var draft =
        Map.of(
            "name",
            "Oat Week",
            "aim",
            "Sixty people speak of oat milk here, glad",
            "aimNumber",
            60,
            "budget",
            Map.of("minor", 24_000, "currency", "GBP"));
    String id = stage.town.post("/campaigns", draft).path("id").asString();
    stage.town.put(
        "/campaigns/" + id,
        Map.of("zone", "UTC", "startsAt", local(120), "endsAt", local(86_400 * 12)));
    return id;
  }

  private static String local(long seconds) {
    var at = LocalDateTime.ofInstant(CLOCK.instant().plusSeconds(seconds), ZoneOffset.UTC);
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static void prizesOnThePage(Visit visit, String id) {
    visit.open("/campaigns/" + id);
    visit.button("Make a contest").click();
    visit.field("What is asked").fill("What would you name the oat flat white?");
    visit.field("Hashtag").fill("OatAtLantern");
    visit.field("Closes (in").fill(local(285));
    visit.field("Where entrants live").fill("GB");
    visit.field("Chances by friends").fill("3");
    visit.page.locator(".contest-form button[type=submit]").first().click();
    visit.sees("What would you name the oat flat white?");
    prize(visit, "A year of Saturdays", "104.00 GBP", "1");
    prize(visit, "Northbank beans, 1 kg", "18.00 GBP", "3");
    visit.sees("£158.00 in all");
  }

  private static void prize(Visit visit, String name, String each, String pieces) {
    Locator add = visit.button("Add a prize");
    if (add.count() > 0) {
      add.click();
    }
    visit.field("What it is").fill(name);
    visit.field("Worth each").fill(each);
    visit.field("Pieces").fill(pieces);
    visit.button("Put it in").click();
    assertThat(visit.page.locator(".contest-table").first())
        .containsText(name, new ContainsTextOptions().setTimeout(LATER));
  }

  private static void signedAndStarted(String id) throws InterruptedException {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("promoter.name", "Lantern Coffee Ltd");
    facts.put("promoter.address", "1 Quay, Alderwick");
    facts.put("promoter.contact", "hello@lantern.test");
    facts.put("selection", "chance");
    facts.put("audience.children", false);
    facts.put("entry.purchase", "none");
    facts.put("entry.cost", "0 GBP");
    facts.put("prizes.announcedTotal", "158.00 GBP");
    facts.put("winners.published", "on-request");
    facts.put("data.newsletterBundled", false);
    String path = "/campaigns/" + id;
    stage.town.post(path + "/facts", Map.of("facts", facts));
    stage.town.post(path + "/rules", Map.of("languages", List.of("en", "de")));
    stage.town.post(path + "/sign-off", Map.of("name", "R. Hale", "capacity", "solicitor"));
    stage.town.post(path + "/prizes", Map.of("name", "A mug", "each", "6.00 GBP", "pieces", 1));
    assertThat(stage.town.get(path + "/law").path("check").toString()).contains("sign-off-void");
    JsonNode mug = stage.town.get(path + "/prizes").path("prizes").path(2);
    stage.town.delete(path + "/prizes/" + mug.path("id").asString());
    var law = stage.town.get(path + "/law");
    var override = Map.of("override", "Everything was looked at with R. Hale by telephone.");
    JsonNode started = stage.town.post(path + "/start", override);
    assertThat(started.path("state").asString())
        .as(law.path("check").toString())
        .isEqualTo("running");
    Instant starts = Instant.parse(started.path("startsAt").asString());
    AHEAD.set(Duration.between(InstantSource.system().instant(), starts).plusSeconds(1));
    Newsroom.within(
        "the contest opens",
        () -> {
          String state = stage.town.get(path + "/contest").path("state").asString();
          return state.equals("open") ? List.of(state) : List.of();
        });
  }

  private static void publicPage(Visit stranger, JsonNode contest) {
    stranger.page.navigate(contest.path("publicUrl").asString());
    stranger.sees("What would you name the oat flat white?").sees("It is free");
    stranger.sees("A year of Saturdays");
    assertThat(Axe.violations(stranger.page)).isEmpty();
    stranger.tourPicture("3-public");
    stranger.page.getByText("Deutsch").click();
    stranger.sees("Es kostet nichts").sees("Vereinigtes Königreich");
    stranger.page.getByText("English").click();
  }

  private static List<JsonNode> everybodyEnters(JsonNode contest) throws Exception {
    stage.town.playContest(contest.path("publicUrl").asString(), "OatAtLantern", 2);
    Newsroom.within(
        "everybody entered",
        () -> {
          var book = JSON.readTree(stage.town.books("contest-truth"));
          return book.path("still").asInt() == 0 ? List.of(book) : List.of();
        });
    String id = contest.path("id").asString();
    Newsroom.within(
        "posts with the hashtag are heard",
        () -> {
          var ways = stage.town.get("/campaigns/" + id + "/contest").path("ways");
          return ways.path("hashtag").asInt() >= 18 ? List.of(ways) : List.of();
        });
    var entered = new ArrayList<JsonNode>();
    JSON.readTree(stage.town.books("contest-truth")).path("entries").forEach(entered::add);
    assertThat(entered).hasSize(95);
    assertThat(entered).allMatch(one -> Set.of(0, 303).contains(one.path("status").asInt()));
    return entered;
  }

  private static void flags(Visit visit, String id, List<JsonNode> entered) {
    Set<String> ring = codes(entered, "ring");
    visit.open("/campaigns/" + id);
    visit.page.locator("section[aria-labelledby=flags] .contest-deeds button").first().click();
    Locator first = visit.page.locator(".contest-flag").first();
    assertThat(first).containsText("12 entries that belong together");
    assertThat(first).containsText("12 entries lead to one mailbox");
    assertThat(first).not().containsText("@");
    visit.tourPicture("3-flags");
    first
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Exclude all 12"))
        .click();
    visit.page.getByRole(AriaRole.DIALOG).getByText("Exclude all 12").click();
    assertThat(visit.page.getByText("12 entries that belong together")).hasCount(0);
    while (visit.page.locator(".contest-flag").count() > 0) {
      int left = visit.page.locator(".contest-flag").count();
      visit.page.locator(".contest-flag").first().getByText("Keep it").click();
      assertThat(visit.page.locator(".contest-flag")).hasCount(left - 1);
    }

    var excluded = new HashSet<String>();
    var flagged = new HashSet<String>();
    JsonNode all = stage.town.get("/campaigns/" + id + "/entries?limit=1000");
    for (JsonNode entry : all.path("entries")) {
      if (entry.path("status").asString().startsWith("excluded")) {
        excluded.add(entry.path("code").asString());
      }
    }
    JsonNode flags = stage.town.get("/campaigns/" + id + "/entries?limit=1000&flagged=true");
    flags.path("entries").forEach(entry -> flagged.add(entry.path("code").asString()));
    long found = flagged.stream().filter(ring::contains).count();
    System.out.printf(
        "flags: precision %d of %d, recall %d of %d, class flagged %d%n",
        found,
        flagged.size(),
        found,
        ring.size(),
        flagged.stream().filter(codes(entered, "class")::contains).count());
    assertThat(excluded).isEqualTo(ring);
    assertThat(flagged).isEqualTo(ring);
  }

  private static GetByRoleOptions named(String name) {
    return new GetByRoleOptions().setName(name);
  }

  private static Set<String> codes(List<JsonNode> entered, String kind) {
    var codes = new HashSet<String>();
    for (JsonNode one : entered) {
      if (one.path("kind").asString().equals(kind)) {
        codes.add(one.path("code").asString());
      }
    }
    return codes;
  }

  private static void closed(Visit stranger, String id, JsonNode contest) {
    stranger.page.navigate(contest.path("publicUrl").asString());
    stranger.field("Your answer").fill("Oat so late");
    stranger.field("Your name").fill("Late Larry");
    stranger.field("Your mail address").fill("larry@late.example");
    stranger.field("Where you live").selectOption("GB");
    stranger.field("I am 16 or over").check();
    stranger.field("I accept the rules").check();
    Instant closes = Instant.parse(contest.path("closesAt").asString());
    AHEAD.set(Duration.between(InstantSource.system().instant(), closes).plusSeconds(1));
    stranger.page.getByRole(AriaRole.BUTTON, named("Enter")).click();
    stranger.sees("It closed on").sees("yours came at");
  }

  private static void drawn(Visit visit, Visit stranger, String id, JsonNode contest)
      throws Exception {
    String path = "/campaigns/" + id;
    visit.open(path);
    visit.button("Seal the entries").click();
    visit.button("Seal them now").click();
    Newsroom.within(
        "the seal",
        () -> {
          String state = stage.town.get(path + "/draw").path("state").asString();
          return Set.of("sealed", "waiting").contains(state) ? List.of(state) : List.of();
        });
    stranger.page.navigate(contest.path("publicUrl").asString());
    stranger.sees("closed and sealed");

    AHEAD.updateAndGet(ahead -> ahead.plusSeconds(11 * 60));
    Newsroom.within(
        "the beacon draws",
        () -> {
          JsonNode draw = stage.town.get(path + "/draw");
          return draw.path("state").asString().equals("drawn") ? List.of(draw) : List.of();
        });
    stranger.page.reload();
    stranger.sees("It was drawn");
    stranger.page.getByText("How it was drawn").click();
    stranger.tourPicture("3-proof");
    visit.open(path);
    assertThat(visit.page.locator("#claims")).isVisible(new IsVisibleOptions().setTimeout(LATER));
    visit.tourPicture("3-drawn");
  }

  private static void claims(Visit visit, Visit stranger, String id, List<JsonNode> entered) {
    String path = "/campaigns/" + id;
    JsonNode first = stage.town.get(path + "/claims").path("claims").path(0);
    stage.town.post(path + "/claims/" + first.path("id").asString() + "/notify", Map.of());
    stranger.page.navigate(first.path("receiptUrl").asString());
    stranger.sees("You were drawn: A year of Saturdays").sees("Please answer by");
    stranger.field("The name to show").fill("Somebody from Quay Street");
    stranger.field("How it reaches you").fill("I come by on Saturday");
    stranger.field("Where you live").selectOption("GB");
    stranger.field("I am 16 or over").check();
    stranger.tourPicture("3-claim");
    stranger.page.getByRole(AriaRole.BUTTON, named("Claim it")).click();
    stranger.sees("You claimed: A year of Saturdays");

    JsonNode second = stage.town.get(path + "/claims").path("claims").path(1);
    stranger.page.navigate(second.path("receiptUrl").asString());
    stranger.page.getByText("I do not want it").click();
    stranger.page.getByRole(AriaRole.BUTTON, named("Yes, give it")).click();
    stranger.sees("Your entry");
    JsonNode next = stage.town.get(path + "/claims").path("claims").path(1);
    assertThat(next.path("code").asString()).isNotEqualTo(second.path("code").asString());

    JsonNode third = stage.town.get(path + "/claims").path("claims").path(2);
    stranger.page.navigate(third.path("receiptUrl").asString());
    stranger.page.getByText("Ask to be forgotten").click();
    stranger.page.getByRole(AriaRole.BUTTON, named("Yes, forget me")).click();
    stranger.sees("You are forgotten");
    JsonNode after = stage.town.get(path + "/claims").path("claims").path(2);
    assertThat(after.path("code").asString()).isNotEqualTo(third.path("code").asString());

    visit.open(path);
    Locator claims = visit.page.locator(".contest-claims").first();
    for (String deed : List.of("Verified", "Sent", "Arrived")) {
      claims
          .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(deed))
          .first()
          .click();
    }
    assertThat(visit.page.locator(".contest-claims").first()).containsText("delivered");
    visit.page.locator("section[aria-labelledby=prizes] .act button").click();
    visit.tourPicture("3-ledger");
    for (JsonNode prize : stage.town.get(path + "/prizes").path("prizes")) {
      long sum = prize.path("accounts").valueStream().mapToLong(JsonNode::asLong).sum();
      assertThat(sum).isEqualTo(prize.path("pieces").asLong());
    }
    JsonNode log = stage.town.get(path + "/contest/log");
    assertThat(log.path("whole").asBoolean()).isTrue();
  }
}
