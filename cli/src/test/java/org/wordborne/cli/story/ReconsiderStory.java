package org.wordborne.cli.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.wordborne.server.ServerOptions;
import org.wordborne.server.ServerProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reconsider: what people want is held against the plan, a person decides, and what was decided
/// comes back.
@Story
@TestMethodOrder(MethodOrderer.OrderAnnotation.class) // what is decided stays so
class ReconsiderStory {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final double LOOKS_WITHIN_MS = 90_000;
  private static final String REASON = "Two litres a day would be poured away";

  /// Words of the town's books to themes of the page.
  private static final Map<String, String> NAMES =
      Map.of(
          "fits", "Oat milk",
          "conflicts", "Delivery by scooter",
          "beyond", "A café in Northbank");

  @TempDir Path folder;

  @Test
  @Order(1)
  void themes_ofTwelveWeeks_haveTheVerdictsOfTheTownsBooks(Visit visit) {
    planned(visit);

    JsonNode view = visit.stage.town.get("/strategy");
    var verdicts = new HashMap<String, String>();
    view.path("themes").forEach(one -> verdicts.put(name(one), verdict(one)));
    for (JsonNode theme : JSON.readTree(visit.stage.town.books("themes"))) {
      String verdict = theme.path("verdict").asString();
      assertThat(verdicts).as(verdicts.toString()).containsEntry(NAMES.get(verdict), verdict);
    }
    Locator oat = row(visit, "Oat milk");
    assertThat(oat).containsText("fits");
    assertThat(oat).containsText("unheard");
    assertThat(row(visit, "Delivery by scooter")).containsText("conflicts");
    assertThat(row(visit, "A café in Northbank")).containsText("beyond us");
    oat.locator("button.link").click();
    visit.sees("By spring those who take no cow's milk");
    visit.tourPicture("5-themes");
    assertThat(Axe.violations(visit.page)).isEmpty();
  }

  @Test
  @Order(2)
  void theme_thatFits_becomesACampaignWithItsBriefBegun(Visit visit) {
    planned(visit);
    row(visit, "Oat milk").locator("button.link").click();
    visit.button("Make it a campaign").or(visit.link("Its campaign")).first().click();
    visit.isAt("/campaigns/[0-9a-f-]{36}");

    String id = visit.page.url().replaceAll(".*/campaigns/", "");
    JsonNode campaign = visit.stage.town.get("/campaigns/" + id);
    assertThat(campaign.path("name").asString()).isEqualTo("Oat milk");
    assertThat(campaign.path("brief").toString()).contains("cow's milk").contains("oat milk");
    visit.sees("Oat milk");
    visit.tourPicture("5-campaign");
  }

  @Test
  @Order(3)
  void decision_noToWhatFits_namesWhatToThinkOverAndIsToldToThePeople(Visit visit) {
    planned(visit);
    row(visit, "Oat milk").locator("button.link").click();
    visit.button("Not for us").click();
    visit.field("Because").fill(REASON);
    visit.field("Look at it again on").fill(tomorrow().toString());
    visit.field("Tell the people what we did").check();
    visit
        .page
        .locator(".decide textarea")
        .last()
        .fill("We asked the dairy for smaller cartons, and wait for an answer.");
    visit.button("Keep the decision").click();

    Locator decisions = visit.page.locator(".dec li").first();
    assertThat(decisions).containsText(REASON);
    assertThat(decisions).containsText(tomorrow().toString());
    Locator think = visit.page.locator("aside .notice");
    assertThat(think).containsText("Reconsider");
    assertThat(think).containsText("Beans");
    visit.tourPicture("5-reconsider");

    String door = visit.stage.town.get("/strategy").path("door").asString();
    visit.page.navigate(door);
    assertThat(visit.title()).containsText("You said, we did");
    visit.sees("We asked the dairy for smaller cartons");
    assertThat(visit.page.content()).doesNotContain(REASON).doesNotContain("<script");
    visit.tourPicture("5-you-said");
  }

  /// A brand of which twenty-five people speak: their words, and no figure.
  @Test
  @Order(4)
  void smallBrand_fewerSpeakThanAFigureNeeds_showsWordsAndNoShare(Visit visit) throws Exception {
    var options = ServerOptions.at(folder).withPort(0);
    try (var server = ServerProcess.start(options)) {
      var small = new Asked(server.url(), server.token());
      small.send("PUT", "/workspace", JSON.writeValueAsString(smallBrand()));
      small.send("POST", "/topics", JSON.writeValueAsString(smallTopic()));
      var past = visit.stage.town.smallPast();
      small.send("POST", "/imports?name=small", String.join("\n", past));
      JsonNode view = small.send("POST", "/strategy/look", "{}");

      var people = new HashSet<String>();
      past.forEach(line -> people.add(JSON.readTree(line).path("author").path("id").asString()));
      assertThat(people).hasSizeLessThanOrEqualTo(25);
      assertThat(view.path("agreement").isNull()).isTrue();
      view.path("themes")
          .forEach(
              theme -> {
                assertThat(theme.path("few").asBoolean()).as(name(theme)).isTrue();
                assertThat(Set.of("persons", "say", "they", "spoken", "glad", "score"))
                    .allSatisfy(field -> assertThat(isSilent(theme, field)).as(field).isTrue());
              });
    }
  }

  private static boolean isSilent(JsonNode theme, String field) {
    return theme.path(field).isNull();
  }

  private static Map<String, Object> smallBrand() {
    return Map.of(
        "name",
        "Gull & Thimble",
        "brand",
        "Gull & Thimble",
        "names",
        java.util.List.of(),
        "place",
        "Alderwick",
        "notConfused",
        java.util.List.of(),
        "homes",
        java.util.List.of());
  }

  private static Map<String, Object> smallTopic() {
    return Map.of(
        "name",
        "Evenings",
        "query",
        "thimble evening",
        "never",
        java.util.List.of(),
        "hide",
        java.util.List.of());
  }

  /// Lays down twelve weeks and a plan, once, and looks.
  private static void planned(Visit visit) {
    var town = visit.stage.town;
    town.weeks(12);
    if (town.get("/strategy").path("statements").isEmpty()) {
      write(town, "aim", "By spring those who take no cow's milk come as often as the others.");
      write(town, "promise", "Never in a hurry.");
      write(town, "competence", "Evenings with people who read aloud.");
      write(town, "refusal", "We deliver nothing: no scooter, no app. Who wants us, sits down.");
      town.post(
          "/strategy/statements",
          Map.of(
              "kind", "spend",
              "text", "Cards and tastings about our beans",
              "query", "beans OR bohnen",
              "amount", "420.00 GBP"));
      town.post("/strategy/themes", Map.of("name", "Beans", "query", "beans OR bohnen"));
    }
    visit.open("/strategy");
    visit.button("Look through the talk").click();
    assertThat(row(visit, "Oat milk"))
        .isVisible(new IsVisibleOptions().setTimeout(LOOKS_WITHIN_MS));
  }

  private static void write(org.wordborne.cli.LivingTown town, String kind, String text) {
    town.post("/strategy/statements", Map.of("kind", kind, "text", text));
  }

  private static Locator row(Visit visit, String theme) {
    return visit
        .page
        .locator(".fly tbody tr")
        .filter(new Locator.FilterOptions().setHas(visit.button(theme)));
  }

  private static LocalDate tomorrow() {
    return LocalDate.now(ZoneOffset.UTC).plusDays(1);
  }

  private static String name(JsonNode theme) {
    return theme.path("name").asString();
  }

  private static String verdict(JsonNode theme) {
    return theme.path("verdict").path("word").asString();
  }

  /// The API of another server.
  private record Asked(String url, String token) {
    JsonNode send(String method, String path, String body) throws IOException {
      var request =
          HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", type(path))
              .method(method, BodyPublishers.ofString(body))
              .build();
      try (var http = HttpClient.newHttpClient()) {
        var answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isLessThan(300);
        return path.startsWith("/imports") ? JSON.missingNode() : JSON.readTree(answer.body());
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stopped);
      }
    }

    private static String type(String path) {
      return path.startsWith("/imports") ? "application/x-ndjson" : "application/json";
    }
  }
}
