package org.wordborne.server.campaign.rights;

import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.campaign.rights.Galleries.GalleryDraft;
import org.wordborne.server.campaign.rights.Galleries.GalleryView;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.access.Needs;
import org.wordborne.server.workspace.access.Permission;

/// Leave to use people's words, over HTTP.
@RestController
@RequestMapping("/api/v1")
class RightsController {
  private final RightsDesk desk;
  private final RightsViews views;
  private final Galleries galleries;

  RightsController(RightsDesk desk, RightsViews views, Galleries galleries) {
    this.desk = desk;
    this.views = views;
    this.galleries = galleries;
  }

  /// All that was asked for, the newest first, and the galleries.
  record RightsPage(List<RightsView> rights, List<GalleryView> galleries) {}

  @GetMapping("/rights")
  @Needs(Permission.READ)
  RightsPage rights(Scope scope) {
    return new RightsPage(views.all(scope), galleries.all(scope));
  }

  @PostMapping("/mentions/{id}/rights")
  @Needs(Permission.CAMPAIGN)
  @ResponseStatus(HttpStatus.CREATED)
  RightsView askRights(SignedIn by, @PathVariable UUID id, @RequestBody RightsRequest request) {
    return desk.ask(by, id, request);
  }

  @PostMapping("/rights/{id}/withdraw")
  @Needs(Permission.CAMPAIGN)
  RightsView withdrawRights(SignedIn by, @PathVariable UUID id) {
    return desk.withdraw(by, id);
  }

  @PutMapping("/galleries")
  @Needs(Permission.CAMPAIGN)
  GalleryView keepGallery(SignedIn by, @RequestBody GalleryDraft draft) {
    return galleries.keep(by, draft);
  }
}
