package org.wordborne.server.strategy.wish;

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
import org.wordborne.server.strategy.auction.LogLine;
import org.wordborne.server.strategy.wish.WishesView.WishView;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.access.Needs;
import org.wordborne.server.workspace.access.Permission;

/// Wishes and calls over HTTP, for those who work here. Nothing here opens or settles a call: that
/// is the customer's.
@RestController
@RequestMapping("/api/v1")
class WishController {
  private final WishReader reader;
  private final WishBoard board;
  private final Calls calls;

  WishController(WishReader reader, WishBoard board, Calls calls) {
    this.reader = reader;
    this.board = board;
    this.calls = calls;
  }

  /// An answer to a wish.
  record WishAnswer(@Nullable String state, @Nullable String text) {}

  /// The wish that another is the same as.
  record WishMerge(@Nullable UUID into) {}

  /// A seller to be invited.
  record SellerDraft(@Nullable String name, @Nullable String mail) {}

  /// What happened at a call, a line each, by which `auction verify` holds it to its rules.
  record CallLogView(List<LogLine> lines) {}

  @GetMapping("/wishes")
  @Needs(Permission.SEE)
  WishesView wishes(Scope scope) {
    return reader.all(scope);
  }

  @PostMapping("/wishes/{id}/answer")
  @Needs(Permission.CAMPAIGN)
  WishView answer(SignedIn by, @PathVariable UUID id, @RequestBody WishAnswer answer) {
    board.answer(by, id, answer.state(), answer.text());
    return reader.one(by.scope(), id);
  }

  @PostMapping("/wishes/{id}/merge")
  @Needs(Permission.CAMPAIGN)
  WishesView merge(Scope scope, @PathVariable UUID id, @RequestBody WishMerge merge) {
    board.merge(scope, id, merge.into());
    return reader.all(scope);
  }

  @PostMapping("/wishes/{id}/hide")
  @Needs(Permission.CAMPAIGN)
  WishesView hide(Scope scope, @PathVariable UUID id) {
    board.hide(scope, id);
    return reader.all(scope);
  }

  @PostMapping("/wishes/{id}/show")
  @Needs(Permission.CAMPAIGN)
  WishesView show(Scope scope, @PathVariable UUID id) {
    board.show(scope, id);
    return reader.all(scope);
  }

  @PostMapping("/wishes/{id}/sellers")
  @Needs(Permission.CAMPAIGN)
  @ResponseStatus(HttpStatus.CREATED)
  WishView invite(SignedIn by, @PathVariable UUID id, @RequestBody SellerDraft seller) {
    calls.invite(by, id, seller.name(), seller.mail());
    return reader.one(by.scope(), id);
  }

  @GetMapping("/calls/{id}/log")
  @Needs(Permission.SEE)
  CallLogView log(Scope scope, @PathVariable UUID id) {
    return new CallLogView(calls.log(scope, id));
  }
}
