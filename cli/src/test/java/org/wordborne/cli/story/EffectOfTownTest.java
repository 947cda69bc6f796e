package org.wordborne.cli.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wordborne.cli.LivingTown;
import tools.jackson.databind.JsonNode;

/// The truth of the town's book lies within what Wordborne says of it.
@Story
class EffectOfTownTest {
  @Test
  void effect_ofFernFortnight_holdsTheTruthOfTheBook(Stage stage) {
    var fern = FernFortnight.in(stage.town);
    double perDay = fern.truth().path("perDay").asDouble();

    JsonNode effect = fern.effect(stage.town, "glad").path("effect");

    System.out.printf(
        "Fern Fortnight: truth %.2f a day; said %.2f [%.2f, %.2f], p %s, fit %s, %d topics, %s%n",
        perDay,
        effect.path("effect").asDouble(),
        effect.path("low").asDouble(),
        effect.path("high").asDouble(),
        effect.path("p"),
        effect.path("fit"),
        effect.path("n").asInt(),
        effect.path("method").asString());
    assertThat(effect.path("sure").asString()).isEqualTo("identified");
    assertThat(perDay).isBetween(effect.path("low").asDouble(), effect.path("high").asDouble());
    assertThat(effect.path("placebos").size()).isGreaterThanOrEqualTo(5);
  }

  @Test
  void figures_everyOneOfThem_opensAsManyWordsAsItSays(Stage stage) {
    var fern = FernFortnight.in(stage.town);
    LivingTown town = stage.town;
    JsonNode view = town.get("/results?campaign=" + fern.id());

    for (JsonNode figure : view.path("heard")) {
      if (figure.path("evidence").isString()) {
        JsonNode n = figure.path("n").isNull() ? figure.path("value") : figure.path("n");
        assertThat(count(town, fern, figure.path("evidence").asString()))
            .as(figure.path("key").asString())
            .isEqualTo(n.asLong());
      }
    }
    for (JsonNode share : view.path("voice").path("shares")) {
      assertThat(count(town, fern, share.path("evidence").asString()))
          .isEqualTo(share.path("people").asLong());
    }
    JsonNode answered = view.path("answered");
    assertThat(count(town, fern, "asked")).isEqualTo(answered.path("asked").asLong());
    for (String name : List.of("answers", "posts")) {
      assertThat(count(town, fern, name)).isEqualTo(view.path("talk").path(name).asLong());
    }
  }

  private static long count(LivingTown town, FernFortnight fern, String figure) {
    String name = java.net.URLEncoder.encode(figure, java.nio.charset.StandardCharsets.UTF_8);
    return town.get("/results/words?campaign=" + fern.id() + "&figure=" + name)
        .path("count")
        .asLong();
  }
}
