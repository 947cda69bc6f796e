package org.wordborne.server.spread;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.access.Needs;
import org.wordborne.server.workspace.access.Permission;

/// Whom to ask to hear first, over HTTP.
@RestController
@RequestMapping("/api/v1/seeds")
class SeedsController {
  private static final int NEWEST = 20;
  private final Seeds seeds;

  SeedsController(Seeds seeds) {
    this.seeds = seeds;
  }

  /// The newest plans.
  record SeedPlansView(List<SeedPlanView> plans) {}

  /// For which campaign, and whether half are held back to measure.
  record SeedTakeRequest(@Nullable UUID campaignId, @Nullable Boolean holdBack) {}

  @GetMapping
  @Needs(Permission.READ)
  SeedPlansView seedPlans(Scope scope) {
    return new SeedPlansView(seeds.newest(scope, NEWEST));
  }

  @PostMapping
  @Needs(Permission.CAMPAIGN)
  @ResponseStatus(HttpStatus.CREATED)
  SeedPlanView planSeeds(SignedIn by, @RequestBody SeedPlanAsk ask) {
    return seeds.plan(by, ask);
  }

  @GetMapping("/{id}")
  @Needs(Permission.READ)
  SeedPlanView seedPlan(Scope scope, @PathVariable UUID id) {
    return seeds.get(scope, id);
  }

  @GetMapping("/{id}/graph")
  @Needs(Permission.READ)
  SeedGraphView seedGraph(Scope scope, @PathVariable UUID id) {
    return seeds.graph(scope, id);
  }

  @PostMapping("/{id}/take")
  @Needs(Permission.CAMPAIGN)
  SeedPlanView takeSeeds(SignedIn by, @PathVariable UUID id, @RequestBody SeedTakeRequest request) {
    if (request.campaignId() == null) {
      throw new BadInputException("campaignId", null, "For which campaign?");
    }
    return seeds.take(by, id, request.campaignId(), Boolean.TRUE.equals(request.holdBack()));
  }
}
