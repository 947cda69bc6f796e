package org.wordborne.server.result;

import java.util.List;
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
import org.wordborne.server.result.CostBook.ConfounderDraft;
import org.wordborne.server.result.CostBook.SpendDraft;
import org.wordborne.server.result.RanCampaigns.PastCampaignDraft;
import org.wordborne.server.result.ResultWords.ResultWordsView;
import org.wordborne.server.workspace.Money;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.access.Needs;
import org.wordborne.server.workspace.access.Permission;

/// Results, over HTTP.
@RestController
@RequestMapping("/api/v1")
class ResultsController {
  private final ResultFigures figures;
  private final ResultWords words;
  private final TopicRoles roles;
  private final CostBook costs;
  private final RanCampaigns campaigns;

  ResultsController(
      ResultFigures figures,
      ResultWords words,
      TopicRoles roles,
      CostBook costs,
      RanCampaigns campaigns) {
    this.figures = figures;
    this.words = words;
    this.roles = roles;
    this.costs = costs;
    this.campaigns = campaigns;
  }

  /// What a topic speaks of: `ours`, `rival` or `none`, and of which brand.
  record TopicRoleRequest(@Nullable String role, @Nullable String brand) {}

  /// A topic that speaks of us or of a rival.
  record TopicRoleView(UUID topic, String role, String brand) {}

  /// All topics that speak of us or of rivals.
  record TopicRolesView(List<TopicRoleView> roles) {}

  /// What an hour of work costs, as `25.00 GBP`; null until somebody said so.
  record HourView(@Nullable String hour) {}

  /// The id of what was typed in.
  record ResultEntryMade(UUID id) {}

  @GetMapping("/results")
  @Needs(Permission.SEE)
  ResultsView results(
      Scope scope,
      @RequestParam @Nullable String from,
      @RequestParam @Nullable String to,
      @RequestParam @Nullable UUID campaign) {
    return figures.of(scope, figures.ask(scope, from, to, campaign));
  }

  @GetMapping("/results/words")
  @Needs(Permission.READ)
  ResultWordsView words(
      Scope scope,
      @RequestParam(defaultValue = "words") String figure,
      @RequestParam @Nullable String from,
      @RequestParam @Nullable String to,
      @RequestParam @Nullable UUID campaign,
      @RequestParam @Nullable String cursor,
      @RequestParam @Nullable Integer limit) {
    return words.of(scope, figures.ask(scope, from, to, campaign), figure, cursor, limit);
  }

  @GetMapping("/results/roles")
  @Needs(Permission.SEE)
  TopicRolesView roles(Scope scope) {
    return new TopicRolesView(
        roles.all(scope).entrySet().stream()
            .map(
                one ->
                    new TopicRoleView(one.getKey(), one.getValue().role(), one.getValue().brand()))
            .toList());
  }

  @PutMapping("/topics/{id}/role")
  @Needs(Permission.CAMPAIGN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void role(Scope scope, @PathVariable UUID id, @RequestBody TopicRoleRequest request) {
    roles.set(scope, id, request.role(), request.brand());
  }

  @PostMapping("/results/spend")
  @Needs(Permission.CAMPAIGN)
  @ResponseStatus(HttpStatus.CREATED)
  ResultEntryMade spend(SignedIn by, @RequestBody SpendDraft draft) {
    return new ResultEntryMade(costs.spend(by, draft));
  }

  @DeleteMapping("/results/spend/{id}")
  @Needs(Permission.CAMPAIGN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void removeSpend(Scope scope, @PathVariable UUID id) {
    costs.removeSpend(scope, id);
  }

  @PostMapping("/results/also")
  @Needs(Permission.CAMPAIGN)
  @ResponseStatus(HttpStatus.CREATED)
  ResultEntryMade also(SignedIn by, @RequestBody ConfounderDraft draft) {
    return new ResultEntryMade(costs.confound(by, draft));
  }

  @DeleteMapping("/results/also/{id}")
  @Needs(Permission.CAMPAIGN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void removeAlso(Scope scope, @PathVariable UUID id) {
    costs.removeConfounder(scope, id);
  }

  @PostMapping("/results/campaigns")
  @Needs(Permission.CAMPAIGN)
  @ResponseStatus(HttpStatus.CREATED)
  ResultEntryMade past(Scope scope, @RequestBody PastCampaignDraft draft) {
    return new ResultEntryMade(campaigns.add(scope, draft));
  }

  @DeleteMapping("/results/campaigns/{id}")
  @Needs(Permission.CAMPAIGN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void removePast(Scope scope, @PathVariable UUID id) {
    campaigns.remove(scope, id);
  }

  @GetMapping("/results/hour")
  @Needs(Permission.SEE)
  HourView hour(Scope scope) {
    return new HourView(costs.hour(scope).map(Money::text).orElse(null));
  }

  @PutMapping("/results/hour")
  @Needs(Permission.CAMPAIGN)
  HourView hour(Scope scope, @RequestBody HourView hour) {
    costs.hour(scope, hour.hour());
    return hour(scope);
  }
}
