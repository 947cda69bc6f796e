package org.wordborne.server.campaign;

import static org.wordborne.server.workspace.personal.DataMapRow.DUTY;
import static org.wordborne.server.workspace.personal.DataMapRow.notPersonal;
import static org.wordborne.server.workspace.personal.DataMapRow.of;

import java.util.List;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.personal.DataMapRow;
import org.wordborne.server.workspace.personal.DataMapped;

/// Campaigns hold the words of our people; of those who take part their own rooms tell. Draws hold
/// digests, which without the salt of an entry say nothing.
@Component
final class CampaignDataMap implements DataMapped {
  @Override
  public String name() {
    return "campaigns";
  }

  @Override
  public List<DataMapRow> map() {
    return List.of(
        of("who signed that the law is kept", "sign_off.name", "sign_off.capacity")
            .whose("our people and who advises them")
            .from("themselves")
            .serves("to show who answers for a campaign", DUTY)
            .seenBy("campaign")
            .kept("as long as the workspace")
            .erasedBy(""),
        notPersonal("what they signed", "sign_off.regions", "sign_off.hash"),
        notPersonal(
            "briefs, facts, tasks, rules and costs of our people",
            "campaign.*",
            "campaign_fact.*",
            "campaign_task.*",
            "campaign_rules.*",
            "cost.*"),
        notPersonal(
            "sealed lists: codes and digests, which without an entry's salt say nothing",
            "draw_seal.*",
            "draw_list.*",
            "draw_result.*",
            "draw_trouble.*"));
  }
}
