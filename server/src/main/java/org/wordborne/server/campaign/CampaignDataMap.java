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
            "campaign.name",
            "campaign.state",
            "campaign.zone",
            "campaign.currency",
            "campaign.brief",
            "campaign.overridden",
            "campaign_fact.fact",
            "campaign_fact.value",
            "campaign_task.from_rule",
            "campaign_task.title",
            "campaign_task.evidence",
            "campaign_rules.language",
            "campaign_rules.text",
            "campaign_rules.hash",
            "cost.what",
            "cost.kind"),
        notPersonal(
            "sealed lists: codes and digests, which without an entry's salt say nothing",
            "draw_seal.name",
            "draw_seal.commitment",
            "draw_seal.commitment_hash",
            "draw_seal.secret",
            "draw_seal.chain",
            "draw_seal.prizes",
            "draw_list.bytes",
            "draw_result.signature",
            "draw_result.secret",
            "draw_result.seed",
            "draw_result.relay",
            "draw_trouble.why"));
  }
}
