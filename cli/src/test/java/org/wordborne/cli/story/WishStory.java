package org.wordborne.cli.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordborne.cli.WordborneCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A wish is posted, wished with, answered; a purchase is bid for, sealed, and taken.
@Story
class WishStory {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final double FASTEST_MS = 2_100;
  private static final double CLOSES_WITHIN_MS = 100_000;
  private static final Pattern LINK = Pattern.compile("http://\\S+/p/w/(?:bid|call)/\\S+");
  @TempDir Path folder;

  @Test
  void wish_posted_isWishedOnceAndAnswered(Visit visit) {
    String text = "A bench at the door, for those who wait";
    board(visit);
    visit.page.waitForTimeout(FASTEST_MS);
    first(visit, "What do you wish for?").fill(text);
    visit.exactly("Wish it").click();
    Locator wish = section(visit, text);
    assertThat(wish).containsText("1 vote");
    wish.getByText("I wish it too").click();
    visit.sees("It was counted before: one vote from each connection.");
    assertThat(section(visit, text)).containsText("1 vote");

    visit.open("/strategy/wishes");
    Locator part = visit.page.locator(".wish").filter(has(text));
    part.locator(".theme-deeds .btn").first().click();
    part.locator("select").selectOption("planned");
    part.locator("textarea").fill("From April on, of oak.");
    part.locator("form .btn.go").click();
    assertThat(part.locator("textarea")).hasCount(0);
    assertThat(part).containsText("From April on, of oak.");

    board(visit);
    assertThat(section(visit, text)).containsText("Planned. Ines");
    assertThat(Axe.violations(visit.page)).isEmpty();
  }

  @Test
  void purchase_openedByItsPoster_isBidForSealedAndProved(Visit visit) throws Exception {
    String text = "Thirty chairs for the christening";
    String link = posted(visit, text);
    JsonNode wish = wish(visit, text);
    for (String seller : List.of("Harbour Chairs", "Lime Hill Hire", "Old School Benches")) {
      String mail = seller.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@sell.example";
      var draft = Map.of("name", seller, "mail", mail);
      visit.stage.town.post("/wishes/" + wish.path("id").asString() + "/sellers", draft);
    }
    visit.page.navigate(link);
    visit.sees("3 sellers were invited so far.");
    visit.field("How long may they bid?").fill("1");
    visit.page.locator("select[name=unit]").selectOption("minutes");
    visit.field("What I wrote is complete").check();
    visit.button("Open it to sellers").click();
    visit.sees("Until then nobody reads an amount.");

    bid(visit, "harbour.chairs@sell.example", "281.40");
    bid(visit, "lime.hill.hire@sell.example", "262.70 GBP");
    bid(visit, "old.school.benches@sell.example", "274.10 GBP");
    nobodyReads(visit, "281.40", "262.70", "274.10", "300.00");

    visit.open("/strategy/wishes");
    Locator part = visit.page.locator(".wish").filter(has(text));
    assertThat(part)
        .containsText(
            "Lowest: S2, 262.70 GBP", new ContainsTextOptions().setTimeout(CLOSES_WITHIN_MS));
    visit.tourPicture("5-wishes");
    visit.page.navigate(link);
    visit.sees("Lime Hill Hire");
    visit.button("Take S2 for 262.70 GBP").click();
    visit.sees("It was taken.");
    visit.tourPicture("5-taken");
    letter(visit, "lime.hill.hire@sell.example", "Your bid was taken");
    proves(visit, text, "262.70 GBP");
  }

  private String posted(Visit visit, String text) throws Exception {
    board(visit);
    visit.page.waitForTimeout(FASTEST_MS);
    LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(60);
    visit.field("What is it?").fill(text);
    visit.field("How many?").fill("30");
    visit.field("Where?").fill("The church hall, Alderwick");
    visit.field("By which day?").fill(day.toString());
    visit.field("What do you pay at most?").fill("300.00 GBP");
    visit.page.getByLabel("Your mail address").last().fill("edda@sea.example");
    visit.tourPicture("5-board");
    visit.button("Post it").click();
    visit.sees("It is posted.");
    return link(letter(visit, "edda@sea.example", "Is this your address?"));
  }

  private static void bid(Visit visit, String seller, String amount) throws Exception {
    visit.page.navigate(link(letter(visit, seller, "Asked for your price")));
    visit.field("Your price").fill(amount);
    visit.button("Send it sealed").click();
    visit.sees("was received and closed.");
  }

  /// Neither the API as the owner, nor the page of everybody, nor its log.
  private static void nobodyReads(Visit visit, String... amounts) throws Exception {
    var town = visit.stage.town;
    JsonNode wishes = town.get("/wishes");
    String call = callOf(wishes).path("id").asString();
    String auction = wishes.path("board").asString() + "/auction/" + call;
    String seen =
        wishes
            + fetched(auction)
            + fetched(auction + "/log.jsonl")
            + town.get("/calls/" + call + "/log");
    assertThat(seen).contains(callOf(wishes).path("bids").path(0).path("commitment").asString());
    for (String amount : amounts) {
      assertThat(seen).doesNotContain(amount, amount.replace(".", ""));
    }
  }

  private static JsonNode callOf(JsonNode wishes) {
    for (JsonNode wish : wishes.path("wishes")) {
      if (wish.path("call").isObject()) {
        return wish.path("call");
      }
    }
    throw new AssertionError("no call in " + wishes);
  }

  /// The command, in its own words, of the log as everybody gets it.
  private void proves(Visit visit, String text, String price) throws Exception {
    JsonNode call = wish(visit, text).path("call");
    String board = visit.stage.town.get("/wishes").path("board").asString();
    Path log = folder.resolve("log.jsonl");
    Files.writeString(
        log, fetched(board + "/auction/" + call.path("id").asString() + "/log.jsonl"));
    JsonNode proof = verified(log, 0);
    assertThat(proof.path("winner").asString()).isEqualTo("S2");
    assertThat(proof.path("price").asString()).isEqualTo(price);

    Files.writeString(log, Files.readString(log).replace("274.10 GBP", "250.10 GBP"));
    assertThat(verified(log, 2).path("valid").asBoolean()).isFalse();
  }

  private static JsonNode verified(Path log, int code) {
    var before = System.out;
    var out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      assertThat(WordborneCommand.run("auction", "verify", log.toString())).isEqualTo(code);
    } finally {
      System.setOut(before);
    }
    return JSON.readTree(out.toString(StandardCharsets.UTF_8));
  }

  private static String fetched(String url) throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(url)).build();
      return http.send(request, BodyHandlers.ofString()).body();
    }
  }

  private static String letter(Visit visit, String to, String subject) throws Exception {
    return Newsroom.within(
            subject + " to " + to,
            () -> {
              var found = new java.util.ArrayList<String>();
              for (String mail : visit.stage.town.books("mail").lines().toList()) {
                if (mail.contains(to) && mail.contains(subject)) {
                  found.add(JSON.readTree(mail).path("letter").asString());
                }
              }
              return found;
            })
        .getFirst();
  }

  private static String link(String letter) {
    var found = LINK.matcher(letter.replace("=\\r\\n", "").replace("\\r", " ").replace("\\n", " "));
    assertThat(found.find()).as(letter).isTrue();
    return found.group();
  }

  private static JsonNode wish(Visit visit, String text) {
    for (JsonNode wish : visit.stage.town.get("/wishes").path("wishes")) {
      if (wish.path("text").asString().equals(text)) {
        return wish;
      }
    }
    throw new AssertionError("no wish " + text);
  }

  private static void board(Visit visit) {
    visit.page.navigate(visit.stage.town.get("/wishes").path("board").asString());
  }

  private static Locator first(Visit visit, String label) {
    return visit.page.getByLabel(label).first();
  }

  private static Locator section(Visit visit, String text) {
    return visit.page.locator("section").filter(has(text)).first();
  }

  private static Locator.FilterOptions has(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
