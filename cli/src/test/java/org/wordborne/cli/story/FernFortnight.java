package org.wordborne.cli.story;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.wordborne.cli.LivingTown;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The campaign that ran in the town before anybody listened, and what the town's book says of it.
///
/// @param id of the campaign as it was typed in
/// @param truth the town's book
record FernFortnight(String id, JsonNode truth) {

  /// Types it in, once.
  static FernFortnight in(LivingTown town) {
    town.weeks(12);
    JsonNode truth = JsonMapper.shared().readTree(town.books("/campaign-truth"));
    String name = truth.path("campaign").asString();
    for (JsonNode known : town.get("/results").path("campaigns")) {
      if (known.path("name").asString().equals(name)) {
        return new FernFortnight(known.path("id").asString(), truth);
      }
    }
    role(town, "The Lantern", "ours", "Lantern");
    role(town, "Blue Cup", "rival", "Blue Cup");
    role(town, "Mill Lane Coffee", "rival", "Mill Lane Coffee");
    town.put("/results/hour", Map.of("hour", "16.00 GBP"));
    JsonNode made =
        town.post(
            "/results/campaigns",
            Map.of(
                "name",
                name,
                "from",
                truth.path("from").asString(),
                "to",
                truth.path("to").asString(),
                "topics",
                List.of(topic(town, "The fern corner")),
                "spent",
                "128.00 GBP",
                "hours",
                9));
    return new FernFortnight(made.path("id").asString(), truth);
  }

  /// What Wordborne says it changed.
  JsonNode effect(LivingTown town, String measure) {
    return StreamSupport.stream(
            town.get("/results?campaign=" + id).path("effects").spliterator(), false)
        .filter(one -> one.path("effect").path("measure").asString().equals(measure))
        .findFirst()
        .orElseThrow();
  }

  private static void role(LivingTown town, String topic, String role, String brand) {
    town.put("/topics/" + topic(town, topic) + "/role", Map.of("role", role, "brand", brand));
  }

  private static String topic(LivingTown town, String name) {
    for (JsonNode topic : town.get("/topics").path("topics")) {
      if (topic.path("name").asString().equals(name)) {
        return topic.path("id").asString();
      }
    }
    throw new IllegalStateException("there is no topic " + name);
  }
}
