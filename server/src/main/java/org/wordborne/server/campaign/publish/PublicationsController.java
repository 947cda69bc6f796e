package org.wordborne.server.campaign.publish;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.source.Publishing;
import org.wordborne.server.watch.CrisisRef;
import org.wordborne.server.watch.CrisisRooms;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.access.Needs;
import org.wordborne.server.workspace.access.Permission;

/// The calendar over HTTP.
@RestController
@RequestMapping("/api/v1")
class PublicationsController {
  private final Publications publications;
  private final PublicationDesk desk;
  private final Publishing publishing;
  private final CrisisRooms rooms;

  PublicationsController(
      Publications publications, PublicationDesk desk, Publishing publishing, CrisisRooms rooms) {
    this.publications = publications;
    this.desk = desk;
    this.publishing = publishing;
    this.rooms = rooms;
  }

  /// A span of the calendar.
  ///
  /// @param rooms crisis rooms that hold everything back; none if nothing is paused
  /// @param places where posts can be published
  record CalendarView(
      List<CalendarEntry> entries, List<CrisisRef> rooms, List<Publishing.PublishPlace> places) {}

  /// To whom a link is mailed; none makes the link only.
  record PublicationAskRequest(@Nullable String to) {}

  /// A link for a client; it is shown once.
  record PublicationAskMade(String link) {}

  /// Which text; none for all.
  record PublicationApproval(@Nullable UUID variant) {}

  /// Another time, on the clock of the zone.
  record PublicationMove(@Nullable String at, @Nullable String zone) {}

  @GetMapping("/calendar")
  @Needs(Permission.SEE)
  CalendarView calendar(
      Scope scope,
      @RequestParam Instant from,
      @RequestParam Instant to,
      @RequestParam(required = false) @Nullable UUID campaign) {
    return new CalendarView(
        publications.calendar(scope, from, to, campaign),
        rooms.open(scope),
        publishing.places(scope));
  }

  @GetMapping("/publications/{id}")
  @Needs(Permission.SEE)
  CalendarEntry publication(Scope scope, @PathVariable UUID id) {
    return publications.get(scope, id);
  }

  @PostMapping("/publications")
  @Needs(Permission.CAMPAIGN)
  @ResponseStatus(HttpStatus.CREATED)
  CalendarEntry make(SignedIn by, @RequestBody PublicationDraft draft) {
    return desk.make(by, draft);
  }

  @PutMapping("/publications/{id}")
  @Needs(Permission.CAMPAIGN)
  CalendarEntry change(SignedIn by, @PathVariable UUID id, @RequestBody PublicationDraft draft) {
    return desk.change(by, id, draft);
  }

  @PostMapping("/publications/{id}/ask")
  @Needs(Permission.CAMPAIGN)
  PublicationAskMade ask(
      SignedIn by, @PathVariable UUID id, @RequestBody PublicationAskRequest request) {
    return new PublicationAskMade(desk.ask(by, id, request.to()));
  }

  @PostMapping("/publications/{id}/approve")
  @Needs(Permission.APPROVE)
  CalendarEntry approve(
      SignedIn by, @PathVariable UUID id, @RequestBody PublicationApproval approval) {
    return desk.approve(by, id, approval.variant());
  }

  @PostMapping("/publications/{id}/move")
  @Needs(Permission.CAMPAIGN)
  CalendarEntry move(SignedIn by, @PathVariable UUID id, @RequestBody PublicationMove move) {
    return desk.move(by, id, move.at(), move.zone());
  }

  @PostMapping("/publications/{id}/cancel")
  @Needs(Permission.CAMPAIGN)
  CalendarEntry cancel(SignedIn by, @PathVariable UUID id) {
    return desk.cancel(by, id);
  }

  @PostMapping("/publications/{id}/send-late")
  @Needs(Permission.APPROVE)
  CalendarEntry sendLate(SignedIn by, @PathVariable UUID id) {
    return desk.sendLate(by, id);
  }
}
