package org.wordborne.cli;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wordborne.town.Town;
import tools.jackson.databind.JsonNode;

/// Gives the demo what a circle of work leaves behind: twelve weeks, rivals, a campaign that ran,
/// a plan in writing. It is laid down once, over the API.
final class DemoCircle {
  private static final String DONE = "twelve weeks";
  private static final long PATIENCE_SECONDS = 120;

  private final ServerConnection api;
  private final Town town;
  private final DemoSecrets secrets;

  DemoCircle(ServerConnection api, Town town, DemoSecrets secrets) {
    this.api = api;
    this.town = town;
    this.secrets = secrets;
  }

  void run() {
    if (secrets.has(DONE)) {
      return;
    }
    new DemoWeeks(api, town).run();
    awaitReaders();
    ranks();
    fernFortnight();
    plan();
    draft();
    secrets.keep(DONE, "done", "");
  }

  private void awaitReaders() {
    var end = InstantSource.system().instant().plusSeconds(PATIENCE_SECONDS);
    while (behind() > 0 && InstantSource.system().instant().isBefore(end)) {
      try {
        Thread.sleep(100);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private long behind() {
    JsonNode status = api.get("/status");
    return status.path("indexBehind").asLong() + status.path("followersBehind").asLong();
  }

  /* Whose words count as ours and whose as a rival's in the share of voice. */
  private void ranks() {
    role("The Lantern", "ours", "Lantern");
    role("Blue Cup", "rival", "Blue Cup");
    role("Mill Lane Coffee", "rival", "Mill Lane Coffee");
    api.send("PUT", "/results/hour", Map.of("hour", "16.00 GBP"));
  }

  private void role(String topic, String role, String brand) {
    api.send("PUT", "/topics/" + topic(topic) + "/role", Map.of("role", role, "brand", brand));
  }

  private String topic(String name) {
    JsonNode topics = api.get("/topics").path("topics");
    return Lines.named(topics, name, "topic").path("id").asString();
  }

  private void fernFortnight() {
    JsonNode truth = ServerConnection.JSON.readTree(town.campaignTruth());
    api.post(
        "/results/campaigns",
        Map.of(
            "name", truth.path("campaign").asString(),
            "from", truth.path("from").asString(),
            "to", truth.path("to").asString(),
            "topics", List.of(topic("The fern corner")),
            "spent", "128.00 GBP",
            "hours", 9));
  }

  /* Not started: that is for a person, once nothing is missing. */
  private void draft() {
    api.post(
        "/campaigns",
        Map.of(
            "name", "Oat Week",
            "aim", "People who wished for oat milk come and have some.",
            "aimNumber", 40,
            "audienceQuery", "\"oat milk\" OR hafermilch",
            "message", "You asked for oat milk. From the 18th it is here.",
            "budget", Map.of("minor", 24_000, "currency", "GBP")));
  }

  private void plan() {
    for (String[] one :
        new String[][] {
          {"aim", "By spring those who take no cow's milk come as often as the others."},
          {"promise", "Never in a hurry."},
          {"competence", "Beans, and the farms they come from."},
          {"competence", "Evenings with people who read aloud."},
          {"refusal", "We deliver nothing: no scooter, no app. Who wants us, sits down with us."}
        }) {
      api.post("/strategy/statements", Map.of("kind", one[0], "text", one[1]));
    }
    spend("Cards and tastings about our beans", "beans OR bohnen", "420.00 GBP");
    spend("Reading nights", "\"reading night\" OR leseabend", "180.00 GBP");
    themes();
    api.post("/strategy/look", Map.of());
  }

  private void spend(String text, String query, String amount) {
    api.post(
        "/strategy/statements",
        Map.of("kind", "spend", "text", text, "query", query, "amount", amount));
  }

  /* The topics become themes by themselves. */
  private void themes() {
    var known = new ArrayList<String>();
    api.get("/strategy").path("themes").forEach(one -> known.add(one.path("name").asString("")));
    Map.of(
            "Beans", "beans OR bohnen",
            "Reading nights", "\"reading night\" OR leseabend")
        .forEach(
            (name, query) -> {
              if (!known.contains(name)) {
                api.post("/strategy/themes", Map.of("name", name, "query", query));
              }
            });
  }
}
