package org.wordborne.server.privacy;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.privacy.Custodians.MappedPlace;
import org.wordborne.server.privacy.PrivacyDesk.FoundPeople;
import org.wordborne.server.privacy.PrivacyDesk.PersonHolding;
import org.wordborne.server.privacy.PrivacyDesk.RequestDraft;
import org.wordborne.server.privacy.PrivacyDesk.Whom;
import org.wordborne.server.privacy.RetentionDesk.RetentionDraft;
import org.wordborne.server.privacy.RetentionDesk.RetentionPreview;
import org.wordborne.server.privacy.RetentionDesk.RetentionView;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.access.Needs;
import org.wordborne.server.workspace.access.Permission;
import org.wordborne.server.workspace.personal.DoNotContact;

/// What people may ask for, over HTTP.
@RestController
@RequestMapping("/api/v1/privacy")
@Needs(Permission.PRIVACY)
class PrivacyController {
  private final PrivacyDesk desk;
  private final Custodians custodians;
  private final DoNotContact blocks;
  private final RetentionDesk retention;

  PrivacyController(
      PrivacyDesk desk, Custodians custodians, DoNotContact blocks, RetentionDesk retention) {
    this.retention = retention;
    this.desk = desk;
    this.custodians = custodians;
    this.blocks = blocks;
  }

  /// Where personal data lies.
  record DataMapView(List<MappedPlace> places) {}

  /// What was asked for; what is open first, by its day.
  record PrivacyRequests(List<PrivacyRequest> requests) {}

  /// Who is not to be written to.
  record BlockedPeople(List<DoNotContact.BlockedPerson> people) {}

  /// What they are called, typed.
  record Typed(@Nullable String typed) {}

  /// Whom somebody looks for.
  record NameAsked(@Nullable String name) {}

  /// How a request ends.
  record Closing(boolean refused, @Nullable String why) {}

  /// Whom to put on the list.
  record BlockDraft(@Nullable UUID person, @Nullable String mail, @Nullable String reason) {}

  @GetMapping("/map")
  DataMapView map() {
    return new DataMapView(custodians.map());
  }

  /// Who carries a name. The name stands in the body: addresses of requests are written to logs.
  @PostMapping("/people")
  FoundPeople find(Scope scope, @RequestBody NameAsked asked) {
    return desk.find(scope, asked.name() == null ? "" : asked.name());
  }

  /// How much is kept of somebody; who it is stands in the body.
  @PostMapping("/holding")
  PersonHolding holding(Scope scope, @RequestBody Whom asked) {
    return desk.holding(scope, asked);
  }

  @GetMapping("/requests")
  PrivacyRequests requests(Scope scope) {
    return new PrivacyRequests(desk.requests(scope));
  }

  @GetMapping("/requests/{id}")
  PrivacyRequest request(Scope scope, @PathVariable UUID id) {
    return desk.get(scope, id);
  }

  @PostMapping("/requests")
  @ResponseStatus(HttpStatus.CREATED)
  PrivacyRequest ask(SignedIn by, @RequestBody RequestDraft draft) {
    return desk.request(by, draft);
  }

  /// A copy of all that is kept, as a zip of JSON lines. It is noted that it was made.
  @PostMapping(path = "/requests/{id}/export", produces = "application/zip")
  void export(Scope scope, @PathVariable UUID id, HttpServletResponse response) throws IOException {
    desk.subjectOf(scope, id);
    desk.exported(scope, id);
    response.setContentType("application/zip");
    response.setHeader("Content-Disposition", "attachment; filename=\"personal-data.zip\"");
    desk.export(scope, id, response.getOutputStream());
  }

  @PostMapping("/requests/{id}/erase")
  PrivacyRequest erase(SignedIn by, @PathVariable UUID id, @RequestBody Typed typed) {
    return desk.erase(by, id, typed.typed());
  }

  @PostMapping("/requests/{id}/close")
  PrivacyRequest close(SignedIn by, @PathVariable UUID id, @RequestBody Closing closing) {
    return desk.close(by, id, closing.refused(), closing.why());
  }

  @GetMapping("/do-not-contact")
  BlockedPeople blocked(Scope scope) {
    return new BlockedPeople(blocks.all(scope));
  }

  @PostMapping("/do-not-contact")
  @ResponseStatus(HttpStatus.CREATED)
  BlockedPeople block(SignedIn by, @RequestBody BlockDraft draft) {
    desk.block(by, new Whom(draft.person(), draft.mail()), draft.reason());
    return blocked(by.scope());
  }

  @DeleteMapping("/do-not-contact/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void unblock(Scope scope, @PathVariable UUID id) {
    blocks.unblock(scope, id);
  }

  @GetMapping("/retention")
  RetentionView retention(Scope scope) {
    return retention.view(scope);
  }

  @PutMapping("/retention")
  RetentionView keep(Scope scope, @RequestBody RetentionDraft draft) {
    return retention.set(scope, draft);
  }

  /// What would go at once if this held; nothing is changed.
  @PostMapping("/retention/preview")
  RetentionPreview preview(Scope scope, @RequestBody RetentionDraft draft) {
    return retention.preview(scope, draft);
  }
}
