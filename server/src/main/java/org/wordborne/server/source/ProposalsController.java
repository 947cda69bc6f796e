package org.wordborne.server.source;

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
import org.wordborne.server.source.SourceProposals.AcceptDraft;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.access.Needs;
import org.wordborne.server.workspace.access.Permission;

/// Proposed sources over HTTP.
@RestController
@RequestMapping("/api/v1/sources/proposals")
class ProposalsController {
  private final SourceProposals proposals;
  private final SourceViews views;

  ProposalsController(SourceProposals proposals, SourceViews views) {
    this.proposals = proposals;
    this.views = views;
  }

  /// Whether the host may never be proposed again.
  record DeclineRequest(@Nullable Boolean always) {}

  /// A proposal that was declined.
  record DeclinedView(UUID id, String state) {}

  @GetMapping
  @Needs(Permission.READ)
  ProposalsView open(Scope scope) {
    return proposals.open(scope);
  }

  @PostMapping("/{id}/accept")
  @Needs(Permission.LISTEN)
  @ResponseStatus(HttpStatus.CREATED)
  SourceMade accept(SignedIn by, @PathVariable UUID id, @RequestBody AcceptDraft draft) {
    var added = proposals.accept(by, id, draft);
    return new SourceMade(views.one(by.scope(), added.source().id()), null, added.secret());
  }

  @PostMapping("/{id}/decline")
  @Needs(Permission.LISTEN)
  DeclinedView decline(SignedIn by, @PathVariable UUID id, @RequestBody DeclineRequest request) {
    boolean always = Boolean.TRUE.equals(request.always());
    proposals.decline(by, id, always);
    return new DeclinedView(id, always ? "never" : "declined");
  }
}
