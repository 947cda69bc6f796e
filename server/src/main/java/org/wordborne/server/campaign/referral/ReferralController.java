package org.wordborne.server.campaign.referral;

import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.campaign.referral.ReferralDesk.ReferralDraft;
import org.wordborne.server.campaign.referral.ReferralDesk.ReferralProgrammeView;
import org.wordborne.server.campaign.referral.ReferralDesk.ReferralTree;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.access.Needs;
import org.wordborne.server.workspace.access.Permission;

/// Referral over HTTP.
@RestController
@RequestMapping("/api/v1/campaigns/{id}/referral")
class ReferralController {
  private static final Map<String, String> STATES =
      Map.of("approve", "owed", "pay", "paid", "expire", "expired", "claw-back", "clawed-back");
  private final ReferralDesk desk;

  ReferralController(ReferralDesk desk) {
    this.desk = desk;
  }

  /// The programme; nothing while the campaign has none.
  @GetMapping
  @Needs(Permission.SEE)
  ResponseEntity<ReferralProgrammeView> view(Scope scope, @PathVariable UUID id) {
    return desk.find(scope, id)
        .map(ResponseEntity::ok)
        .orElseGet(() -> ResponseEntity.noContent().build());
  }

  @PostMapping
  @Needs(Permission.CAMPAIGN)
  @ResponseStatus(HttpStatus.CREATED)
  ReferralProgrammeView make(SignedIn by, @PathVariable UUID id, @RequestBody ReferralDraft draft) {
    return desk.make(by, id, draft);
  }

  @GetMapping("/tree")
  @Needs(Permission.READ)
  ReferralTree tree(Scope scope, @PathVariable UUID id) {
    return desk.tree(scope, id);
  }

  @PostMapping("/{reward}/{deed}")
  @Needs(Permission.APPROVE)
  ReferralProgrammeView change(
      SignedIn by, @PathVariable UUID id, @PathVariable UUID reward, @PathVariable String deed) {
    String to = STATES.get(deed);
    if (to == null) {
      throw new NotFoundException("Right are approve, pay, expire and claw-back.");
    }
    return desk.change(by, id, reward, to);
  }
}
