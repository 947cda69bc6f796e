package org.wordborne.cli.story;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@Story
class AuditStory {
  private final String aim = "Open at six " + UUID.randomUUID();

  @Test
  void act_lookedFor_showsWhoBeforeAndAfter(Stage stage, Visit visit) {
    var made = stage.town.post("/strategy/statements", Map.of("kind", "aim", "text", aim));
    stage.town.delete("/strategy/statements/" + made.path("id").asString());

    visit.open("/settings/audit");
    visit.field("Words in it").fill(aim);
    visit.sees("wrote a statement of the strategy");
    visit.sees(aim);
    visit.page.locator(".audit summary").first().click();

    visit.sees("After");
    visit.sees("by a command on the server");
    visit.button("Check that nobody changed it").click();
    visit.sees("stand as they were written");
  }
}
