package org.wordborne.server.mailroom;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Workspaces;
import org.wordborne.server.workspace.access.Needs;
import org.wordborne.server.workspace.access.Permission;

/// Mail that goes out, and what became of what went out, over HTTP.
@RestController
@RequestMapping("/api/v1")
@Needs(Permission.MANAGE)
class MailroomController {
  private static final int NEWEST = 50;
  private final MailDesk mail;
  private final Mailroom mailroom;
  private final DeliveryBook book;
  private final Workspaces workspaces;
  private final Ids ids;

  MailroomController(
      MailDesk mail, Mailroom mailroom, DeliveryBook book, Workspaces workspaces, Ids ids) {
    this.mail = mail;
    this.mailroom = mailroom;
    this.book = book;
    this.workspaces = workspaces;
    this.ids = ids;
  }

  /// To whom a test goes.
  record MailTest(@Nullable String to) {}

  /// What went out, newest first.
  record DeliveriesView(List<DeliveryView> deliveries) {}

  @GetMapping("/mail")
  MailView mail(Scope scope) {
    return mail.view(scope);
  }

  /* By the first workspace's mail also go the links for lost passwords of the whole server. */
  @PutMapping("/mail")
  MailView set(SignedIn who, @RequestBody MailDraft draft) {
    if (who.workspace().equals(workspaces.first())) {
      who.demand(Permission.SERVER);
    }
    return mail.set(who.scope(), draft);
  }

  @PostMapping("/mail/test")
  DeliveryView test(Scope scope, @RequestBody MailTest test) {
    if (!mailroom.ready(scope)) {
      throw new BadInputException("host", null, "Say first how mail leaves.");
    }
    var letter =
        new Letter(
            "test-" + ids.next(),
            test.to() == null ? "" : test.to(),
            "A test from Wordborne",
            "Mail from Wordborne reaches you. Nothing is the matter.\n");
    return book.get(scope, mailroom.send(scope, letter, null));
  }

  @GetMapping("/deliveries")
  DeliveriesView deliveries(Scope scope, @RequestParam(required = false) @Nullable UUID about) {
    return new DeliveriesView(book.list(scope, about, NEWEST));
  }

  @GetMapping("/deliveries/{id}")
  DeliveryView delivery(Scope scope, @PathVariable UUID id) {
    return book.get(scope, id);
  }
}
