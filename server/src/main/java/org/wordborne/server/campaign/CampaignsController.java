package org.wordborne.server.campaign;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.campaign.CampaignCosts.CampaignCostRequest;
import org.wordborne.server.campaign.CampaignDesk.CampaignSignOffRequest;
import org.wordborne.server.campaign.CampaignStarts.PastCampaignRequest;
import org.wordborne.server.campaign.CampaignTasks.CampaignEvidenceRequest;
import org.wordborne.server.campaign.CampaignTasks.CampaignTaskRequest;
import org.wordborne.server.campaign.RulesWriter.CampaignRulesRequest;
import org.wordborne.server.campaign.pack.FactName;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.access.Needs;
import org.wordborne.server.workspace.access.Permission;
import tools.jackson.databind.json.JsonMapper;

/// Campaigns over HTTP.
@RestController
@RequestMapping("/api/v1/campaigns")
class CampaignsController {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final Campaigns campaigns;
  private final CampaignDesk desk;
  private final CampaignStarts starts;
  private final CampaignCosts costs;
  private final CampaignRules rules;
  private final Vehicles vehicles;

  CampaignsController(
      Campaigns campaigns,
      CampaignDesk desk,
      CampaignStarts starts,
      CampaignCosts costs,
      CampaignRules rules,
      Vehicles vehicles) {
    this.campaigns = campaigns;
    this.desk = desk;
    this.starts = starts;
    this.costs = costs;
    this.rules = rules;
    this.vehicles = vehicles;
  }

  /// All campaigns, the latest first.
  record CampaignsView(List<CampaignRow> campaigns) {}

  /// The facts the law may ask for, in the order of the form.
  record CampaignFactNames(List<FactName> facts) {}

  /// Facts by name; null takes one away.
  record CampaignFactsRequest(@Nullable Map<String, @Nullable Object> facts) {}

  /// Why it starts although something is missing; absent where nothing is.
  record CampaignStartRequest(@Nullable String override) {}

  @GetMapping
  @Needs(Permission.SEE)
  CampaignsView all(Scope scope) {
    return new CampaignsView(campaigns.all(scope));
  }

  @PostMapping
  @Needs(Permission.CAMPAIGN)
  @ResponseStatus(HttpStatus.CREATED)
  CampaignView draft(SignedIn by, @RequestBody BriefDraft draft) {
    return campaigns.get(by.scope(), campaigns.draft(by, draft));
  }

  @PostMapping("/past")
  @Needs(Permission.CAMPAIGN)
  @ResponseStatus(HttpStatus.CREATED)
  CampaignView past(SignedIn by, @RequestBody PastCampaignRequest asked) {
    return campaigns.get(by.scope(), starts.past(by, asked));
  }

  @GetMapping("/facts")
  @Needs(Permission.SEE)
  CampaignFactNames factNames() {
    return new CampaignFactNames(FactName.all());
  }

  @GetMapping("/{id}")
  @Needs(Permission.SEE)
  CampaignView get(Scope scope, @PathVariable UUID id) {
    return campaigns.get(scope, id);
  }

  @PutMapping("/{id}")
  @Needs(Permission.CAMPAIGN)
  CampaignView change(SignedIn by, @PathVariable UUID id, @RequestBody CampaignChange change) {
    desk.change(by, id, change);
    return campaigns.get(by.scope(), id);
  }

  @GetMapping("/{id}/law")
  @Needs(Permission.SEE)
  CampaignLawView law(Scope scope, @PathVariable UUID id) {
    return desk.law(scope, id);
  }

  @PostMapping("/{id}/facts")
  @Needs(Permission.CAMPAIGN)
  CampaignLawView facts(
      SignedIn by, @PathVariable UUID id, @RequestBody CampaignFactsRequest asked) {
    desk.facts(by, id, JSON.valueToTree(asked.facts() == null ? Map.of() : asked.facts()));
    return desk.law(by.scope(), id);
  }

  @PostMapping("/{id}/tasks")
  @Needs(Permission.CAMPAIGN)
  @ResponseStatus(HttpStatus.CREATED)
  CampaignLawView task(SignedIn by, @PathVariable UUID id, @RequestBody CampaignTaskRequest asked) {
    desk.task(by, id, asked);
    return desk.law(by.scope(), id);
  }

  @DeleteMapping("/{id}/tasks/{task}")
  @Needs(Permission.CAMPAIGN)
  CampaignLawView removeTask(SignedIn by, @PathVariable UUID id, @PathVariable UUID task) {
    desk.removeTask(by, id, task);
    return desk.law(by.scope(), id);
  }

  @PostMapping("/{id}/tasks/{task}/evidence")
  @Needs(Permission.CAMPAIGN)
  CampaignLawView evidence(
      SignedIn by,
      @PathVariable UUID id,
      @PathVariable UUID task,
      @RequestBody CampaignEvidenceRequest given) {
    desk.evidence(by, id, task, given);
    return desk.law(by.scope(), id);
  }

  @PostMapping("/{id}/rules")
  @Needs(Permission.CAMPAIGN)
  @ResponseStatus(HttpStatus.CREATED)
  CampaignLawView writeRules(
      SignedIn by, @PathVariable UUID id, @RequestBody CampaignRulesRequest asked) {
    desk.rules(by, id, asked);
    return desk.law(by.scope(), id);
  }

  @GetMapping("/{id}/rules/{version}")
  @Needs(Permission.SEE)
  RulesText readRules(
      Scope scope,
      @PathVariable UUID id,
      @PathVariable int version,
      @RequestParam(defaultValue = "en") String language) {
    return rules.version(scope, id, version, language);
  }

  @PostMapping("/{id}/sign-off")
  @Needs(Permission.APPROVE)
  @ResponseStatus(HttpStatus.CREATED)
  CampaignLawView signOff(
      SignedIn by, @PathVariable UUID id, @RequestBody CampaignSignOffRequest asked) {
    desk.signOff(by, id, asked);
    return desk.law(by.scope(), id);
  }

  @PostMapping("/{id}/start")
  @Needs(Permission.APPROVE)
  CampaignView start(SignedIn by, @PathVariable UUID id, @RequestBody CampaignStartRequest asked) {
    starts.start(by, id, asked.override());
    return campaigns.get(by.scope(), id);
  }

  @PostMapping("/{id}/close")
  @Needs(Permission.CAMPAIGN)
  CampaignView close(SignedIn by, @PathVariable UUID id) {
    starts.close(by, id);
    return campaigns.get(by.scope(), id);
  }

  @PostMapping("/{id}/costs")
  @Needs(Permission.APPROVE)
  @ResponseStatus(HttpStatus.CREATED)
  CampaignMoney cost(SignedIn by, @PathVariable UUID id, @RequestBody CampaignCostRequest asked) {
    costs.add(by, id, asked);
    campaigns.changed(by.scope(), id);
    return campaigns.get(by.scope(), id).money();
  }

  @GetMapping("/{id}/vehicles")
  @Needs(Permission.SEE)
  VehiclesView vehicles(Scope scope, @PathVariable UUID id) {
    return vehicles.of(scope, id);
  }
}
