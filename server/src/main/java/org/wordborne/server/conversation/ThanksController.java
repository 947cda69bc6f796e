package org.wordborne.server.conversation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.conversation.ThanksDesk.ThanksRequest;
import org.wordborne.server.conversation.ThanksView.ThankedView;
import org.wordborne.server.conversation.ThanksView.ThanksPage;
import org.wordborne.server.person.Page;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.access.Needs;
import org.wordborne.server.workspace.access.Permission;

/// Thanks over the API. A thank-you may be a reply, so it is given here and not among the people.
@RestController
@RequestMapping("/api/v1/people")
class ThanksController {
  private static final int USUAL = 50;

  private final ThanksDesk desk;

  ThanksController(ThanksDesk desk) {
    this.desk = desk;
  }

  @GetMapping("/thanks")
  @Needs(Permission.READ)
  ThanksPage list(
      Scope scope, @RequestParam @Nullable String cursor, @RequestParam @Nullable Integer limit) {
    return desk.list(scope, Page.of(cursor, limit, USUAL));
  }

  @PostMapping("/{id}/thanks")
  @Needs(Permission.ANSWER)
  ThankedView thank(SignedIn by, @PathVariable UUID id, @RequestBody ThanksRequest request) {
    return desk.thank(by, id, request);
  }
}
