package org.wordborne.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The town's twelve weeks as the server has heard them, against the town's books.
@Tag("second-stage")
class TwelveWeeksTest {

  @Test
  void weeks_heard_areFoundAsTheBooksHaveThem() {
    try (var town = new LivingTown(1)) {
      var begun = InstantSource.system().instant();
      town.weeks(12);
      var took = Duration.between(begun, InstantSource.system().instant());

      JsonNode truth = ServerConnection.JSON.readTree(town.books("campaign-truth"));
      long glad = 0;
      for (var day : truth.path("glad").properties()) {
        glad += day.getValue().asLong();
      }
      System.out.println("twelve weeks laid down in " + took.toMillis() + " ms");
      assertThat(count(town, "(fern* OR farn*) AND sentiment:positive"))
          .isBetween(glad * 8 / 10, glad * 11 / 10);
      assertThat(count(town, "author:@own beans")).isGreaterThan(80);
      assertThat(town.get("/status").path("followersBehind").asLong()).isZero();
      assertThat(took).isLessThan(Duration.ofSeconds(60));
    }
  }

  private static long count(LivingTown town, String query) {
    String asked = java.net.URLEncoder.encode(query, java.nio.charset.StandardCharsets.UTF_8);
    return town.get("/mentions?limit=1&query=" + asked).path("total").asLong();
  }
}
